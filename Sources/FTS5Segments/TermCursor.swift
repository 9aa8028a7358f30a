/// Walks the terms of one segment in order of their bytes, prefix byte included.
///
/// Only pages on which a term starts are loaded; `%_idx` tells the next.
final class TermCursor {
  private let page: LeafPage
  private var terms: LeafTerms
  /// The term that the cursor stands at; empty at the end.
  private(set) var term: [UInt8] = []

  /// Stands at the first term of `segment` that is not below `key`.
  init(segment: Segment, from key: [UInt8], pages: any SegmentPages) throws {
    page = LeafPage(segment: segment, of: pages)
    let entry = try key.withUnsafeBytes {
      try pages.pageNumber(segment: segment.id, atOrBefore: $0) ?? 0
    }
    try page.load(segment.page(ofEntry: entry))
    terms = LeafTerms(page)
    repeat { try step() } while !term.isEmpty && term.lexicographicallyPrecedes(key)
  }

  var isAtEnd: Bool { term.isEmpty }

  func step() throws {
    while true {
      if let entry = try terms.next() { return try take(entry) }
      guard try loadNextTermPage() else { return term = [] }
    }
  }

  private func take(_ entry: LeafTerm) throws {
    guard entry.shared <= term.count,
      term[entry.shared...].lexicographicallyPrecedes(entry.suffix)
    else { throw page.corrupt("has terms out of order") }
    term.removeSubrange(entry.shared...)
    term.append(contentsOf: entry.suffix)
  }

  private func loadNextTermPage() throws -> Bool {
    let segment = page.segment
    let entry = try term.withUnsafeBytes {
      try page.pages.pageNumber(segment: segment.id, after: $0)
    }
    guard let entry else { return false }
    let number = try segment.page(ofEntry: entry)
    guard number > page.number else { throw page.corrupt("is followed by page \(number)") }
    try page.load(number)
    terms = LeafTerms(page)
    return true
  }
}

extension Segment {
  /// The page that an entry of `%_idx` names: the number, doubled, plus 1 for a doclist index.
  ///
  /// A running merge takes away a segment's first pages, but not their entries.
  func page(ofEntry entry: Int64) throws -> Int {
    let number = Int(entry >> 1)
    guard number <= lastPage else {
      throw SegmentError.corrupt("segment \(id) has no page \(number)")
    }
    return max(number, firstPage)
  }
}
