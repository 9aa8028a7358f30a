/// A term that starts on a leaf page: the bytes it shares with the one before and its own.
struct LeafTerm {
  /// Bytes in common with the previous term of the page.
  var shared: Int
  /// The bytes after those, at least one.
  ///
  /// Valid until the page is loaded anew.
  var suffix: UnsafeRawBufferPointer
  /// Where the doclist lies on this page; it goes on over the next page when ``isLast``.
  var doclist: Range<Int>
  var isLast: Bool
}

/// The terms that start on a leaf page, in order; good until the page is loaded anew.
struct LeafTerms {
  private let page: LeafPage
  /// The page's own, held here because a class's properties are guarded at every look.
  private let base: UnsafeRawPointer
  private let (byteCount, bodyEnd, firstTerm): (Int, Int, Int)
  private var footer: Int
  /// Offset of the next term; 0 at the end.
  private var start: Int

  init(_ page: LeafPage) {
    self.page = page
    base = UnsafeRawPointer(page.bytes.base)
    (byteCount, bodyEnd, firstTerm) = (page.bytes.count, page.bodyEnd, page.firstTerm)
    footer = bodyEnd
    start = firstTerm
    if start != 0 { _ = base.varint(at: &footer) }
  }

  mutating func next() throws -> LeafTerm? {
    guard start != 0 else { return nil }
    var offset = start
    let shared = start == firstTerm ? 0 : base.varint(at: &offset)
    let size = base.varint(at: &offset)
    try moveOn()
    let end = start == 0 ? bodyEnd : start
    guard shared <= UInt64(bodyEnd), offset < end, size > 0, size <= UInt64(end - offset)
    else {
      throw page.corrupt("has a term that does not fit it")
    }
    let suffix = UnsafeRawBufferPointer(start: base + offset, count: Int(size))
    return LeafTerm(
      shared: Int(shared), suffix: suffix, doclist: offset + Int(size)..<end, isLast: start == 0)
  }

  private mutating func moveOn() throws {
    guard footer < byteCount else {
      start = 0
      return
    }
    let step = base.varint(at: &footer)
    guard footer <= byteCount, step > 0, step < UInt64(bodyEnd - start) else {
      throw page.corrupt("has a term that starts past its end")
    }
    start += Int(step)
  }
}

extension LeafPage {
  /// The entry of `term`, which has FTS5's prefix byte; nil when it does not start on this page.
  ///
  /// Terms are never put together: `matched` counts the bytes in which the term before, lower than
  /// the one sought, agrees with it. A term that shares more than that with its predecessor is as
  /// low as it; one that shares less is higher than the one sought.
  func find(_ term: UnsafeRawBufferPointer) throws -> LeafTerm? {
    var terms = LeafTerms(self)
    var matched = 0
    while let entry = try terms.next(), entry.shared >= matched {
      guard entry.shared == matched else { continue }
      let rest = UnsafeRawBufferPointer(rebasing: term[matched...])
      let common = zip(entry.suffix, rest).prefix { $0 == $1 }.count
      if common == rest.count { return common == entry.suffix.count ? entry : nil }
      if common < entry.suffix.count, entry.suffix[common] > rest[common] { return nil }
      matched += common
    }
    return nil
  }
}
