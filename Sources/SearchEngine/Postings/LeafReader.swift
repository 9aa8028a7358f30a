/// Looks leaves up in the postings.
struct LeafReader {
  let source: any PostingSource
  /// Where lists get their memory and leave it.
  var spares: SparePostings?
  /// The articles looked at.
  var rows = Range.everyRow

  /// How much there is to read of a leaf's words, in pages; phrases count nothing.
  func pageCount(of leaf: Leaf) throws -> Int {
    try pageCount(of: leaf.variants.compactMap(\.term))
  }

  /// How much there is to read of `terms`, in pages.
  func pageCount(of terms: [String]) throws -> Int {
    try terms.reduce(0) { count, term in
      count + (try source.postings(of: term, in: .everyRow)?.pageCount() ?? 0)
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
        try source.postings(of: term, in: rows)?.decode(into: &builder)
      } else {
        try reader(of: variant).forEachArticle(among: candidates) { row, occurrences in
          builder.append(row: row, counts: ColumnCounts(occurrences))
        }
      }
    }
    return builder.finish()
  }

  /// What `wanted`, ascending, hold of a leaf that is known to be met in `count`.
  func postings(
    of leaf: Leaf, among wanted: Rows?, of count: TermCounts.Count
  ) throws -> Postings {
    guard let wanted, !wanted.isEmpty else {
      return PostingsBuilder(fields: leaf.fields, from: spares).finish(of: count)
    }
    var builder = PostingsBuilder(fields: leaf.fields, from: spares)
    for variant in leaf.variants {
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

  /// What `wanted`, ascending, hold of a leaf that is one term, the others counted; nil: all.
  func postings(of leaf: Leaf, keeping wanted: Rows?) throws -> Postings {
    guard let wanted, let term = leaf.variants.first?.term else { return try postings(of: leaf) }
    var builder = PostingsBuilder(fields: leaf.fields, from: spares)
    builder.beginRun(isTyped: leaf.variants[0].isTyped)
    try source.postings(of: term, in: rows)?.decode(keeping: wanted, into: &builder)
    return builder.finish()
  }

  /// The occurrences of `leaf` in each of `wanted` (ascending), all variants together, ascending.
  func occurrences(of leaf: Leaf, in wanted: [UInt32]) throws -> [[Occurrence]] {
    var lists = [[Occurrence]](repeating: [], count: wanted.count)
    var memory = OccurrenceMemory()
    for variant in leaf.variants {
      if let term = variant.term {
        guard let postings = try source.postings(of: term, in: rows) else { continue }
        try postings.withWalk { walk in
          for (index, row) in wanted.enumerated() {
            memory.removeAll()
            try walk.appendOccurrences(in: Int64(row), to: &memory)
            lists[index] += memory.list
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
    return lists.map { list in list.filter { leaf.fields.contains(column: $0.column) }.sorted() }
  }

  private func reader(of variant: Leaf.Variant) -> PhraseReader {
    PhraseReader(source: source, variant: variant, rows: rows)
  }
}
