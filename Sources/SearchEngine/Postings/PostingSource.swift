/// Where postings come from: FTS5's own bytes, SQL over FTS5 as the reference, memory.
///
/// Used by one core at a time; terms may be asked for in any order, and again.
package protocol PostingSource: AnyObject {
  /// The postings of a term in the articles `rows`, bytes as the tokenizer gives them; nil when no
  /// article of the index holds it.
  func postings(of term: String, in rows: Range<Int64>) throws -> (any TermPostings)?

  /// Calls `body` with the place among `terms`, which ascend by their bytes, and the postings of each
  /// that an article holds: for the many terms that begin alike, which stand side by side.
  func forEachPostings(
    of terms: [String], in rows: Range<Int64>, _ body: (Int, any TermPostings) throws -> Void)
    throws

  /// Calls `body` with the UTF-8 of each term from `start` on in byte order until it returns false; the
  /// bytes are good during the call alone.
  func forEachTerm(from start: String, _ body: (UnsafeRawBufferPointer) -> Bool) throws

  /// Where the postings of a term stand in FTS5's own records, so that most of them can be passed by
  /// their size; nil where postings come from elsewhere.
  var segments: SegmentPostings? { get }

  /// What an explained answer says of the way that postings are read; nil: nothing.
  var note: String? { get }
}

extension PostingSource {
  package func forEachPostings(
    of terms: [String], in rows: Range<Int64>, _ body: (Int, any TermPostings) throws -> Void
  ) throws {
    for (place, term) in terms.enumerated() {
      if let postings = try postings(of: term, in: rows) { try body(place, postings) }
    }
  }

  package var segments: SegmentPostings? { nil }
  package var note: String? { nil }
}

/// The articles that hold one term, ascending.
///
/// Read once: decoded, or walked from article to article.
package protocol TermPostings: WalkedPostings {
  /// Appends every article with its counts to the builder's present run.
  func decode(into builder: inout PostingsBuilder) throws

  /// Appends those of `rows`, ascending, that hold the term.
  func decode(among rows: Rows, into builder: inout PostingsBuilder) throws

  /// Appends those of `rows`, ascending, that hold the term, and counts the others that do.
  func decode(keeping rows: Rows, into builder: inout PostingsBuilder) throws
}

/// What a phrase needs of the postings of one of its words.
package protocol WalkedPostings: AnyObject {
  /// How much there is to read, in pages, to compare words by.
  func pageCount() throws -> Int

  /// The way from article to article; valid as long as the postings.
  var walk: OccurrenceWalk { get }
}

extension WalkedPostings {
  /// Keeps the postings while they are walked.
  func withWalk<R>(_ body: (OccurrenceWalk) throws -> R) rethrows -> R {
    try withExtendedLifetime(self) { try body(walk) }
  }
}
