package import FTS5Segments

/// Postings read from FTS5's own records.
package final class SegmentPostings: PostingSource {
  static let columns = 4
  /// From so many rows a page on, walking from posting to posting costs less than looking rows up.
  private static let denseRows = 8
  private let reader: SegmentReader

  /// - Parameter version: Of the records' format, as `article_fts_config` has it.
  /// - Throws: `SegmentError.unsupported` when only FTS5 itself can read the records.
  package init(_ pages: any SegmentPages, version: Int) throws {
    reader = try SegmentReader(pages: pages, columns: Self.columns, version: version)
  }

  package var segments: SegmentPostings? { self }

  package func postings(of term: String, in rows: Range<Int64>) throws -> (any TermPostings)? {
    try reader.postings(for: term.utf8).map { try Term(cursor: $0, rows: rows) }
  }

  package func forEachPostings(
    of terms: [String], in rows: Range<Int64>, _ body: (Int, any TermPostings) throws -> Void
  ) throws {
    try reader.forEachPostings(of: terms) { try body($0, Term(cursor: $1, rows: rows)) }
  }

  /// The postings themselves; nil when no article holds the term.
  func cursor(of term: String) throws -> PostingCursor? { try reader.postings(for: term.utf8) }

  package func forEachTerm(
    from start: String, _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws {
    try reader.forEachTerm(from: Array(start.utf8), body)
  }

  private final class Term: TermPostings {
    private let cursor: PostingCursor
    /// The first article that is not asked about.
    private let end: Int64

    init(cursor: PostingCursor, rows: Range<Int64>) throws {
      self.cursor = cursor
      assert(rows.clamped(to: .everyRow) == rows, "ids of articles are numbers of 32 bits")
      end = rows.upperBound
      // Ids below are passed, those above are never reached: a damaged file may have either.
      try cursor.skip(to: rows.lowerBound)
    }

    func pageCount() throws -> Int { try cursor.pageCount() }

    func decode(into builder: inout PostingsBuilder) throws {
      try cursor.forEachPosting(below: end) { row, positions in
        builder.append(row: row, positions)
      }
    }

    /// Pages that hold none of the rows are passed over, unless these are so many that next to every
    /// page holds some.
    func decode(among rows: Rows, into builder: inout PostingsBuilder) throws {
      if try rows.count > cursor.pageCount() * SegmentPostings.denseRows {
        try decode(amongMany: rows, into: &builder)
      } else {
        try decode(amongFew: rows, into: &builder)
      }
    }

    private func decode(amongMany rows: Rows, into builder: inout PostingsBuilder) throws {
      var sieve = RowSieve(rows)
      let end = rows.last.map { Int64($0) + 1 } ?? 0
      try cursor.forEachPosting(below: end) { row, positions in
        if sieve.passes(row) {
          builder.append(row: row, positions)
        }
      }
    }

    func decode(keeping rows: Rows, into builder: inout PostingsBuilder) throws {
      var sieve = RowSieve(rows)
      try cursor.forEachPosting(below: end) { row, positions in
        if sieve.passes(row) {
          builder.append(row: row, positions)
        } else {
          builder.pass(counts: ColumnCounts(positions.frequencies))
        }
      }
    }

    /// Each of the two lists passes what the other does not hold.
    private func decode(amongFew rows: Rows, into builder: inout PostingsBuilder) throws {
      try withExtendedLifetime(cursor) {
        let walk = cursor.walk
        var index = 0
        while index < rows.count {
          let row = Int64(rows[index])
          let next = try walk.next(from: row)
          if next == row, let positions = walk.positions(in: row) {
            builder.append(row: row, positions)
          }
          index = rows.lowerBound(UInt32(clamping: next), from: next == row ? index + 1 : index)
        }
      }
    }

    var walk: OccurrenceWalk { .segments(cursor.walk) }
  }
}

extension PostingsBuilder {
  /// Most words stand in an article's body alone: a short way to the product's innermost step.
  @inline(__always)
  fileprivate mutating func append(row: Int64, _ positions: PositionList) {
    if let count = positions.occurrencesInSecond {
      append(row: row, inBody: count)
    } else {
      append(row: row, counts: ColumnCounts(positions.frequencies))
    }
  }
}

extension ColumnCounts {
  @inline(__always)
  init(_ frequencies: ColumnFrequencies) {
    self.init(title: frequencies.first, body: frequencies.second, others: frequencies.others)
  }
}
