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

  /// How much there is to read of `terms`, in pages.
  func pageCount(of terms: [String]) throws -> Int {
    try terms.reduce(0) { count, term in
      count + (try source.postings(of: term, in: .everyRow)?.pageCount() ?? 0)
    }
  }

  /// Every article that meets `queryTerm`, with its weighted frequency.
  ///
  /// - Parameter candidates: Where to look for phrases, ascending; nil: everywhere.
  func postings(of queryTerm: QueryTerm, among candidates: [UInt32]? = nil) throws -> Postings {
    var builder = PostingsBuilder(fields: queryTerm.fields, from: pool)
    for variant in queryTerm.variants {
      builder.beginRun(isTyped: variant.isTyped)
      if let term = variant.term {
        try source.postings(of: term, in: rows)?.decode(into: &builder)
      } else {
        try reader(of: variant).forEachArticle(among: candidates) { row, occurrences in
          builder.append(row: row, counts: ColumnCounts(occurrences))
        }
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
    for variant in queryTerm.variants {
      builder.beginRun(isTyped: variant.isTyped)
      if let term = variant.term {
        try source.postings(of: term, in: rows)?.decode(among: wanted, into: &builder)
      } else {
        try reader(of: variant).forEachArticle(among: Array(wanted)) { row, occurrences in
          builder.append(row: row, counts: ColumnCounts(occurrences))
        }
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

  /// The occurrences of `queryTerm` in each of `wanted` (ascending), all variants together, ascending.
  func occurrences(of queryTerm: QueryTerm, in wanted: [UInt32]) throws -> [[Occurrence]] {
    var lists = [[Occurrence]](repeating: [], count: wanted.count)
    var buffer = OccurrenceBuffer()
    for variant in queryTerm.variants {
      if let term = variant.term {
        guard let postings = try source.postings(of: term, in: rows) else { continue }
        try postings.withWalk { walk in
          for (index, row) in wanted.enumerated() {
            buffer.removeAll()
            try walk.appendOccurrences(in: Int64(row), to: &buffer)
            lists[index] += buffer.list
          }
        }
      } else {
        var index = 0
        try reader(of: variant).forEachArticle(among: wanted) { row, occurrences in
          while Int64(wanted[index]) < row { index += 1 }
          lists[index] += occurrences
        }
      }
    }
    return lists.map { list in list.filter { queryTerm.fields.contains(column: $0.column) }.sorted()
    }
  }

  private func reader(of variant: QueryTerm.Variant) -> PhraseReader {
    PhraseReader(source: source, variant: variant, rows: rows)
  }
}
