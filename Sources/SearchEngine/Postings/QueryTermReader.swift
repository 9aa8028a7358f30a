/// Looks query terms up in the postings.
struct QueryTermReader {
  let source: any PostingSource
  /// Where lists take their memory from, and give it back to.
  var pool: PostingBufferPool?
  /// The articles looked at.
  var rows = Range.everyRow

  /// How much there is to read of a query term's words, in pages; phrases count nothing.
  func pageCount(of queryTerm: QueryTerm) throws -> Int {
    try pageCount(of: queryTerm.variants.compactMap(\.term))
  }

  /// How much there is to read of `terms`, in pages; a page each where they are many.
  func pageCount(of terms: [String]) throws -> Int {
    guard terms.count < Self.manyVariants else { return terms.count }
    return try terms.reduce(0) { count, term in
      count + (try source.postings(of: term, in: .everyRow)?.pageCount() ?? 0)
    }
  }

  /// Every article that meets `queryTerm`, with its weighted frequency.
  ///
  /// - Parameter candidates: Where to look for phrases, ascending; nil: everywhere.
  func postings(of queryTerm: QueryTerm, among candidates: [UInt32]? = nil) throws -> Postings {
    var builder = PostingsBuilder(fields: queryTerm.fields, from: pool)
    try forEachVariant(of: queryTerm) { variant, postings in
      builder.beginRun(isTyped: variant.isTyped)
      if let postings { return try postings.decode(into: &builder) }
      try reader(of: variant).forEachArticle(among: candidates) { row, occurrences in
        builder.append(row: row, counts: ColumnCounts(occurrences))
      }
    }
    return builder.finish()
  }

  /// The postings of a query term in `wanted` (ascending) alone; how frequent it is in all articles is
  /// known: `count`.
  func postings(
    of queryTerm: QueryTerm, among wanted: Rows?, of count: TermCounts.Count
  ) throws -> Postings {
    guard let wanted, !wanted.isEmpty else {
      return PostingsBuilder(fields: queryTerm.fields, from: pool).finish(of: count)
    }
    var builder = PostingsBuilder(fields: queryTerm.fields, from: pool)
    try forEachVariant(of: queryTerm) { variant, postings in
      builder.beginRun(isTyped: variant.isTyped)
      if let postings { return try postings.decode(among: wanted, into: &builder) }
      try reader(of: variant).forEachArticle(among: Array(wanted)) { row, occurrences in
        builder.append(row: row, counts: ColumnCounts(occurrences))
      }
    }
    return builder.finish(of: count)
  }

  /// The postings of a query term in `wanted` (ascending) alone; in other articles it is only counted.
  ///
  /// - Parameter wanted: Nil: all articles. Anything else for a query term of a single term only.
  func postings(of queryTerm: QueryTerm, keeping wanted: Rows?) throws -> Postings {
    guard let wanted, let term = queryTerm.variants.first?.term else {
      return try postings(of: queryTerm)
    }
    var builder = PostingsBuilder(fields: queryTerm.fields, from: pool)
    builder.beginRun(isTyped: queryTerm.variants[0].isTyped)
    try source.postings(of: term, in: rows)?.decode(keeping: wanted, into: &builder)
    return builder.finish()
  }

  /// The occurrences of `queryTerm` in each of `wanted` (ascending), all variants together, ascending;
  /// those of words that a line's end broke, which have no place among others, left out.
  func occurrences(of queryTerm: QueryTerm, in wanted: [UInt32]) throws -> [[Occurrence]] {
    var lists = [[Occurrence]](repeating: [], count: wanted.count)
    var buffer = OccurrenceBuffer()
    try forEachVariant(of: queryTerm) { variant, postings in
      if let postings {
        return try postings.withWalk { walk in
          for (index, row) in wanted.enumerated()
          where try walk.next(from: Int64(row)) == Int64(row) {
            buffer.removeAll()
            try walk.appendOccurrences(in: Int64(row), to: &buffer)
            lists[index] += buffer.list
          }
        }
      }
      var index = 0
      try reader(of: variant).forEachArticle(among: wanted) { row, occurrences in
        while Int64(wanted[index]) < row { index += 1 }
        lists[index] += occurrences
      }
    }
    let fields = queryTerm.fields
    return lists.map { list in
      list.filter { fields.contains(column: $0.column) && !$0.isJoined }.sorted()
    }
  }

  /// From so many variants on, their terms are looked up side by side.
  private static let manyVariants = 16

  /// Calls `body` with each variant, and the postings of one that is a single term.
  ///
  /// Terms that no article holds are left out. Many terms come in order of their bytes, phrases after
  /// them.
  private func forEachVariant(
    of queryTerm: QueryTerm, _ body: (QueryTerm.Variant, (any TermPostings)?) throws -> Void
  ) throws {
    guard queryTerm.variants.count >= Self.manyVariants else {
      for variant in queryTerm.variants {
        let postings = try variant.term.map { try source.postings(of: $0, in: rows) }
        if let found = postings {
          try found.map { try body(variant, $0) }
        } else {
          try body(variant, nil)
        }
      }
      return
    }
    let terms = queryTerm.variants.compactMap { variant in variant.term.map { ($0, variant) } }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    try source.forEachPostings(of: terms.map(\.0), in: rows) { try body(terms[$0].1, $1) }
    for variant in queryTerm.variants where variant.term == nil { try body(variant, nil) }
  }

  private func reader(of variant: QueryTerm.Variant) -> PhraseReader {
    PhraseReader(source: source, variant: variant, rows: rows)
  }
}
