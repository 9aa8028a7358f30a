/// Walks one term's doclist in one segment, a leaf page in memory at a time.
///
/// The cursor stands at a posting, ``rowid`` and ``list``, or at the end. A posting whose list is
/// empty is a delete marker: it only hides the postings of its row in older segments.
///
/// A doclist (`fts5_index.c`, "doclist format") is a rowid, a poslist and then, again and again,
/// the growth of the rowid and the next poslist; a poslist is preceded by twice its size, plus 1
/// when the row was deleted before it. A page may end before a rowid or between two varints of a
/// poslist. The first rowid that starts on a page is written whole, and the header tells where.
///
/// A value that is never copied: ``PostingCursor`` keeps it in place, which spares the hot loops
/// reference counting and run-time exclusivity checks.
@usableFromInline
struct DoclistCursor: ~Copyable {
  /// The value of ``rowid`` at the end, above every rowid that a window can hold.
  @usableFromInline static let end = Int64.max

  private let page: LeafPage
  private let termPage: Int
  private let hasIndex: Bool
  private var index: DoclistIndex?
  /// Below it no page but the one that was last looked up is worth going to.
  private var nextPageRowid = Int64.min
  /// Holds a poslist that runs over pages.
  private let spill = PageBytes(capacity: 0)

  @usableFromInline private(set) var rowid = DoclistCursor.end
  @usableFromInline private(set) var list: PositionList

  /// The page's bytes.
  @usableFromInline private(set) var base: UnsafeRawPointer
  /// Where the next posting starts on the page: the growth of the rowid.
  @usableFromInline private(set) var next = 0
  /// Where the doclist ends on the page.
  @usableFromInline private(set) var limit = 0
  /// False when the doclist may go on over the next page.
  private var endsAtLimit = false
  /// True when the page was entered by a poslist and its first rowid is still to be read.
  private var isBeforeFirstRowid = false

  /// Stands at the first posting of `term`, which starts on `page`.
  init(page: LeafPage, term: LeafTerm, hasIndex: Bool) throws {
    assert(
      LeafPage.headerSize <= term.doclist.lowerBound && term.doclist.upperBound <= page.bodyEnd,
      "a doclist at \(term.doclist) of a page whose terms end at \(page.bodyEnd)")
    self.page = page
    termPage = page.number
    self.hasIndex = hasIndex && term.isLast
    base = UnsafeRawPointer(page.bytes.base)
    list = PositionList(start: base, byteCount: 0)
    next = term.doclist.lowerBound
    limit = term.doclist.upperBound
    endsAtLimit = !term.isLast
    try readFirst()
  }

  /// The term may be the last thing on its page; its first rowid then starts the next one.
  private mutating func readFirst() throws {
    guard next < limit else { return try step() }
    try readPosting(after: nil)
  }

  /// Takes over what the loop of ``forEach(below:_:)`` has passed.
  @usableFromInline
  mutating func stand(after rowid: Int64, next: Int) throws {
    assert(rowid >= self.rowid && rowid < Self.end, "rowids ascend and stay below the end")
    assert(self.next...limit ~= next, "postings end within the page")
    self.rowid = rowid
    self.next = next
    try step()
  }

  /// Moves to the next posting, over page ends.
  @usableFromInline
  mutating func step() throws {
    do { try move() } catch {
      finish()
      throw error
    }
  }

  private mutating func move() throws {
    if next < limit { return try readPosting(after: rowid) }
    if endsAtLimit { return finish() }
    if !isBeforeFirstRowid, try !loadNextPage() { return finish() }
    while page.firstRowid == 0 {
      guard page.firstTerm == 0, try loadNextPage() else { return finish() }
    }
    try enterAtFirstRowid()
  }

  /// Also after an error: a page that does not load has replaced the bytes of ``list``.
  private mutating func finish() {
    rowid = Self.end
    next = limit
    endsAtLimit = true
  }

  /// False after the segment's last page.
  private mutating func loadNextPage() throws -> Bool {
    guard page.number < page.segment.lastPage else { return false }
    try load(page.number + 1)
    return true
  }

  private mutating func load(_ number: Int) throws {
    assert(number > page.number, "a doclist goes on over later pages")
    try page.load(number)
    base = UnsafeRawPointer(page.bytes.base)
  }

  private mutating func enterAtFirstRowid() throws {
    isBeforeFirstRowid = false
    next = page.firstRowid
    limit = page.continuedEnd
    endsAtLimit = page.firstTerm != 0
    let last = rowid
    try readPosting(after: nil)
    guard last == Self.end || rowid > last else { throw page.corrupt("has rowids out of order") }
  }

  /// Reads the posting at ``next``: a growth of the rowid `last`, else a whole rowid.
  private mutating func readPosting(after last: Int64?) throws {
    assert(0...limit ~= next && limit <= page.bytes.count, "a posting starts within its page")
    let step = Int64(bitPattern: base.varint(at: &next))
    let size = Int(clamping: base.varint(at: &next) >> 1)
    rowid = (last ?? 0) &+ step
    guard next <= limit, size <= Int(Int32.max), last.map({ rowid > $0 }) ?? true else {
      throw page.corrupt("has a posting that does not decode")
    }
    if size <= limit - next {
      list = PositionList(start: base + next, byteCount: size)
      next += size
    } else {
      try readSpilled(size)
    }
  }

  /// Puts together a poslist of `size` bytes that goes on over the following pages.
  private mutating func readSpilled(_ size: Int) throws {
    guard !endsAtLimit else { throw page.corrupt("has a position list that does not fit it") }
    spill.clear()
    spill.append(page.bytes.bytes(in: next..<max(next, limit)))
    while spill.count < size {
      guard try loadNextPage() else { throw page.corrupt("ends within a position list") }
      try spillPage(upTo: size - spill.count)
    }
    assert(spill.count == size, "a poslist of \(size) bytes came out with \(spill.count)")
    list = PositionList(start: UnsafeRawPointer(spill.base), byteCount: size)
    isBeforeFirstRowid = true
    next = 0
    limit = 0
  }

  private mutating func spillPage(upTo wanted: Int) throws {
    let start = LeafPage.headerSize
    let end = page.firstRowid == 0 ? page.continuedEnd : page.firstRowid
    let count = min(wanted, end - start)
    let isWhole = count == wanted
    let goesOn = page.firstRowid == 0 && page.firstTerm == 0
    guard goesOn || (isWhole && count == end - start) else {
      throw page.corrupt("does not take up where the one before ends")
    }
    spill.append(page.bytes.bytes(in: start..<start + count))
  }

  /// Moves to the first posting whose rowid is not below `target`.
  mutating func skip(to target: Int64) throws {
    guard rowid < target else { return }
    do { try jump(to: target) } catch {
      finish()
      throw error
    }
    while rowid < target { try skipOnPage(to: target) }
  }

  /// Moves ahead on the page in memory, as ``forEach(below:_:)`` does, and at its end over to the
  /// next.
  private mutating func skipOnPage(to target: Int64) throws {
    assert(rowid < target, "the cursor stands at \(target) or behind it")
    let (base, limit) = (base, limit)
    var (last, next) = (rowid, next)
    while next < limit {
      var offset = next
      let growth = base.varint(at: &offset)
      let size = Int(truncatingIfNeeded: base.varint(at: &offset) >> 1)
      let room = UInt64(bitPattern: Self.end &- last)
      guard growth &- 1 < room &- 1, size <= limit &- offset else { break }
      last &+= Int64(bitPattern: growth)
      next = offset &+ size
      guard last < target else {
        (rowid, self.next) = (last, next)
        return list = PositionList(start: base + offset, byteCount: size)
      }
    }
    try stand(after: last, next: next)
  }

  /// The pages that the doclist fills, as far as an index tells.
  mutating func pageCount() throws -> Int {
    try loadIndex()
    return index.map { $0.pageCount + 1 } ?? 1
  }

  private mutating func loadIndex() throws {
    guard index == nil, hasIndex else { return }
    index = try DoclistIndex(segment: page.segment, termPage: termPage, pages: page.pages)
  }

  /// Goes straight to the page that holds `target`, when a doclist index tells which.
  private mutating func jump(to target: Int64) throws {
    guard hasIndex, target >= nextPageRowid else { return }
    try loadIndex()
    guard let found = index?.page(holding: target) else { return }
    nextPageRowid = found.end
    guard found.number > page.number else { return }
    try load(found.number)
    guard page.firstRowid != 0 else { throw page.corrupt("differs from its doclist index") }
    try enterAtFirstRowid()
  }
}
