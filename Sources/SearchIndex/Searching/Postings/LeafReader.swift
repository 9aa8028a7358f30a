/// Looks leaves up in the postings.
struct LeafReader {
  let source: any PostingSource
  /// Where lists get their memory and leave it.
  var spares: SparePostings?

  /// How much there is to read of a leaf's words, in pages; phrases count nothing.
  func pageCount(of leaf: Leaf) throws -> Int {
    try leaf.variants.compactMap(\.term).reduce(0) { count, term in
      count + (try source.postings(of: term)?.pageCount() ?? 0)
    }
  }

  /// Every article that meets `leaf`, with its weighted frequency.
  ///
  /// - Parameter candidates: Where to look for phrases, ascending; nil: everywhere.
  func postings(of leaf: Leaf, among candidates: [UInt32]? = nil) throws -> Postings {
    var builder = PostingsBuilder(fields: leaf.fields, from: spares)
    for variant in leaf.variants {
      builder.beginRun(isTyped: variant.isTyped)
      if let term = variant.term {
        try source.postings(of: term)?.decode(into: &builder)
      } else {
        try reader(of: variant).forEachArticle(among: candidates) { row, occurrences in
          builder.append(row: row, counts: ColumnCounts(occurrences))
        }
      }
    }
    return builder.finish()
  }

  /// What `rows`, ascending, hold of a leaf that is known to be met in `count`.
  func postings(
    of leaf: Leaf, among rows: Rows?, of count: TermCounts.Count
  ) throws -> Postings {
    guard let rows, !rows.isEmpty else {
      return PostingsBuilder(fields: leaf.fields, from: spares).finish(of: count)
    }
    var builder = PostingsBuilder(fields: leaf.fields, from: spares)
    for variant in leaf.variants {
      builder.beginRun(isTyped: variant.isTyped)
      if let term = variant.term {
        try source.postings(of: term)?.decode(among: rows, into: &builder)
      } else {
        try reader(of: variant).forEachArticle(among: Array(rows)) { row, occurrences in
          builder.append(row: row, counts: ColumnCounts(occurrences))
        }
      }
    }
    return builder.finish(of: count)
  }

  /// What `rows`, ascending, hold of a leaf that is one term, the others counted; nil: all.
  func postings(of leaf: Leaf, keeping rows: Rows?) throws -> Postings {
    guard let rows, let term = leaf.variants.first?.term else { return try postings(of: leaf) }
    var builder = PostingsBuilder(fields: leaf.fields, from: spares)
    builder.beginRun(isTyped: leaf.variants[0].isTyped)
    try source.postings(of: term)?.decode(keeping: rows, into: &builder)
    return builder.finish()
  }

  /// The occurrences of `leaf` in each of `rows` (ascending), all variants together, ascending.
  func occurrences(of leaf: Leaf, in rows: [UInt32]) throws -> [[Occurrence]] {
    var lists = [[Occurrence]](repeating: [], count: rows.count)
    var memory = OccurrenceMemory()
    for variant in leaf.variants {
      if let term = variant.term {
        guard let postings = try source.postings(of: term) else { continue }
        try postings.withWalk { walk in
          for (index, row) in rows.enumerated() {
            memory.removeAll()
            try walk.appendOccurrences(in: Int64(row), to: &memory)
            lists[index] += memory.list
          }
        }
      } else {
        var index = 0
        try reader(of: variant).forEachArticle(among: rows) { row, occurrences in
          while Int64(rows[index]) < row { index += 1 }
          lists[index] += occurrences
        }
      }
    }
    return lists.map { list in list.filter { leaf.fields.contains(column: $0.column) }.sorted() }
  }

  private func reader(of variant: Leaf.Variant) -> PhraseReader {
    PhraseReader(source: source, variant: variant)
  }
}
