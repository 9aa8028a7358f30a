extension SegmentReader {
  /// Compares `%_idx` with the pages that it leads to: for every leaf page on which a term starts, that
  /// its first and its last term are looked for on it, and that it is followed by the next such page.
  ///
  /// - Throws: ``SegmentError/corrupt(_:)`` for the first page that a look-up would miss.
  package func checkTermIndex() throws {
    defer { pages.rest() }
    for segment in segments {
      var last: (page: Int, term: [UInt8])?
      let page = LeafPage(segment: segment, of: pages)
      for number in segment.firstPage...segment.lastPage {
        try page.load(number)
        guard let terms = try page.outerTerms() else { continue }
        if let last { try check(segment, after: last.term, leadsTo: number) }
        for term in [terms.first, terms.last] { try check(segment, atOrBefore: term, number) }
        last = (number, terms.last)
      }
      if let last { try check(segment, after: last.term, leadsTo: nil) }
    }
  }

  private func check(_ segment: Segment, atOrBefore term: [UInt8], _ page: Int) throws {
    let entry = try term.withUnsafeBytes {
      try pages.pageNumber(segment: segment.id, atOrBefore: $0) ?? 0
    }
    guard try segment.page(ofEntry: entry) == page else {
      throw SegmentError.corrupt("no look-up leads to page \(page) of segment \(segment.id)")
    }
  }

  private func check(_ segment: Segment, after term: [UInt8], leadsTo page: Int?) throws {
    let entry = try term.withUnsafeBytes { try pages.pageNumber(segment: segment.id, after: $0) }
    guard try entry.map(segment.page(ofEntry:)) == page else {
      throw SegmentError.corrupt(
        "no walk leads to \(page.map { "page \($0)" } ?? "the end") of segment \(segment.id)")
    }
  }
}

extension LeafPage {
  /// The first and the last term that start on the page; nil when none does.
  fileprivate func outerTerms() throws -> (first: [UInt8], last: [UInt8])? {
    var terms = LeafTerms(self)
    guard let first = try terms.next() else { return nil }
    let firstTerm = Array(first.suffix)
    var term = firstTerm
    while let next = try terms.next() {
      guard next.shared <= term.count else { throw corrupt("has a term that shares too much") }
      term.removeSubrange(next.shared...)
      term.append(contentsOf: next.suffix)
    }
    return (firstTerm, term)
  }
}
