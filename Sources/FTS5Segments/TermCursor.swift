/// Walks the terms of one segment in order of their bytes, prefix byte included.
///
/// Only pages on which a term starts are loaded; `%_idx` tells the next. A value that is never copied,
/// like ``DoclistCursor`` and for its reasons.
struct TermCursor: ~Copyable {
  private let page: LeafPage
  private var terms: LeafTerms
  private var buffer: TermBuffer
  /// The term on its page; nil at the end.
  private var place: LeafTerm?
  /// Whether the doclist of the page's last term has an index.
  private var hasIndex: Bool

  /// At the first term of `segment` that is not below `key`.
  static func first(
    of segment: Segment, from key: UnsafeRawBufferPointer, pages: any SegmentPages
  ) throws -> TermCursor {
    let page = LeafPage(segment: segment, of: pages)
    let entry = try pages.pageNumber(segment: segment.id, atOrBefore: key) ?? 0
    try page.load(segment.page(ofEntry: entry))
    var cursor = TermCursor(before: page, hasIndex: page.isIndexed(by: entry))
    try cursor.step()
    while !cursor.isAtEnd, cursor.term.precedes(key) { try cursor.step() }
    return cursor
  }

  private init(before page: LeafPage, hasIndex: Bool) {
    self.page = page
    self.hasIndex = hasIndex
    terms = LeafTerms(page)
    buffer = TermBuffer()
  }

  var isAtEnd: Bool { place == nil }

  /// The term that the cursor stands at, valid until it moves; empty at the end.
  var term: UnsafeRawBufferPointer { buffer.bytes }

  mutating func step() throws {
    while true {
      if let entry = try terms.next() { return try take(entry) }
      guard try loadNextTermPage() else { return finish() }
    }
  }

  /// Moves on to the first term that is not below `key`: term by term on the page, over pages by
  /// `%_idx`.
  mutating func advance(to key: UnsafeRawBufferPointer) throws {
    while !isAtEnd, term.precedes(key) {
      if let entry = try terms.next() {
        try take(entry)
      } else if try !loadPage(of: key), try !loadNextTermPage() {
        finish()
      }
    }
  }

  /// The postings of the term that the cursor stands at, on a page of their own.
  func doclist() throws -> DoclistCursor? {
    guard let place else { return nil }
    return try DoclistCursor(page: LeafPage(copying: page), term: place, hasIndex: hasIndex)
  }

  private mutating func finish() {
    buffer.replace(from: 0, with: UnsafeRawBufferPointer(start: nil, count: 0))
    place = nil
  }

  private mutating func take(_ entry: LeafTerm) throws {
    guard entry.shared <= term.count,
      UnsafeRawBufferPointer(rebasing: term[entry.shared...]).precedes(entry.suffix)
    else { throw page.corrupt("has terms out of order") }
    buffer.replace(from: entry.shared, with: entry.suffix)
    place = entry
  }

  private mutating func loadNextTermPage() throws -> Bool {
    let entry = try page.pages.pageNumber(segment: page.segment.id, after: term)
    guard let entry else { return false }
    guard try load(entry) else { throw page.corrupt("is followed by an earlier page") }
    return true
  }

  /// Loads the page on which `key` is looked up, unless it is the one that is there.
  private mutating func loadPage(of key: UnsafeRawBufferPointer) throws -> Bool {
    let entry = try page.pages.pageNumber(segment: page.segment.id, atOrBefore: key)
    return try entry.map { try load($0) } ?? false
  }

  /// Loads the page that an entry of `%_idx` names; false when it does not follow the present one.
  private mutating func load(_ entry: Int64) throws -> Bool {
    let number = try page.segment.page(ofEntry: entry)
    guard number > page.number else { return false }
    try page.load(number)
    hasIndex = page.isIndexed(by: entry)
    terms = LeafTerms(page)
    return true
  }
}

/// Cursors over all segments at once, in memory that is never moved.
struct TermCursors: ~Copyable {
  private let cursors: UnsafeMutablePointer<TermCursor>
  private var count = 0

  /// Each stands at its first term that is not below `key`.
  init(_ segments: [Segment], from key: [UInt8], pages: any SegmentPages) throws {
    cursors = .allocate(capacity: segments.count)
    for segment in segments {
      let place = cursors + count
      try key.withUnsafeBytes {
        place.initialize(to: try .first(of: segment, from: $0, pages: pages))
      }
      count += 1
    }
  }

  deinit {
    cursors.deinitialize(count: count)
    cursors.deallocate()
  }

  /// The lowest term that a cursor stands at, valid until ``step()``; nil when all are at their end.
  var lowest: UnsafeRawBufferPointer? { lowestIndex.map { cursors[$0].term } }

  /// Moves on every cursor that stands at the lowest term.
  mutating func step() throws {
    guard let lowest = lowestIndex else { return }
    for index in 0..<count
    where index != lowest && cursors[index].term.isEqual(to: cursors[lowest].term) {
      try cursors[index].step()
    }
    try cursors[lowest].step()
  }

  private var lowestIndex: Int? {
    var lowest: Int?
    for index in 0..<count where !cursors[index].isAtEnd {
      if lowest.map({ cursors[index].term.precedes(cursors[$0].term) }) ?? true { lowest = index }
    }
    return lowest
  }

  /// The postings of `key` in every segment that has it; terms are asked for in ascending order.
  mutating func postings(for key: UnsafeRawBufferPointer) throws -> PostingCursor? {
    let postings = PostingCursor(capacity: count)
    for index in 0..<count {
      try cursors[index].advance(to: key)
      guard cursors[index].term.isEqual(to: key) else { continue }
      if let doclist = try cursors[index].doclist() { postings.append(doclist) }
    }
    return postings.sourceCount == 0 ? nil : postings
  }
}

/// A term's bytes, put together from what it shares with the one before and its own.
private struct TermBuffer: ~Copyable {
  private var base = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 8)
  private var capacity = 64
  private var count = 0

  deinit { base.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// Keeps the first `shared` bytes, at most as many as there are, and puts `suffix` behind them.
  mutating func replace(from shared: Int, with suffix: UnsafeRawBufferPointer) {
    precondition(shared <= count, "\(shared) shared bytes of \(count)")
    reserve(shared + suffix.count)
    if let start = suffix.baseAddress {
      (base + shared).copyMemory(from: start, byteCount: suffix.count)
    }
    count = shared + suffix.count
  }

  private mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let grown = UnsafeMutableRawPointer.allocate(byteCount: 2 * wanted, alignment: 8)
    grown.copyMemory(from: base, byteCount: count)
    base.deallocate()
    (base, capacity) = (grown, 2 * wanted)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes come before `other`'s in FTS5's order of terms.
  fileprivate func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
    let common = Swift.min(count, other.count)
    for index in 0..<common where self[index] != other[index] { return self[index] < other[index] }
    return count < other.count
  }

  fileprivate func isEqual(to other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }
}

extension LeafPage {
  /// Whether an entry of `%_idx` that led here says that the page's last doclist has an index.
  func isIndexed(by entry: Int64) -> Bool { entry & 1 != 0 && number == entry >> 1 }
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
