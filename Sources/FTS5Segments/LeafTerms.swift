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

/// The terms that start on a leaf page, in order.
struct LeafTerms {
  private let page: LeafPage
  private var footer: Int
  /// Offset of the next term; 0 at the end.
  private var start: Int

  init(_ page: LeafPage) {
    self.page = page
    footer = page.bodyEnd
    start = page.firstTerm
    if start != 0 { _ = UnsafeRawPointer(page.bytes.base).varint(at: &footer) }
  }

  mutating func next() throws -> LeafTerm? {
    guard start != 0 else { return nil }
    let base = UnsafeRawPointer(page.bytes.base)
    var offset = start
    let shared = start == page.firstTerm ? 0 : base.varint(at: &offset)
    let size = base.varint(at: &offset)
    try moveOn()
    let end = start == 0 ? page.bodyEnd : start
    guard shared <= UInt64(page.bodyEnd), offset < end, size > 0, size <= UInt64(end - offset)
    else {
      throw page.corrupt("has a term that does not fit it")
    }
    let suffix = page.bytes.bytes(in: offset..<offset + Int(size))
    return LeafTerm(
      shared: Int(shared), suffix: suffix, doclist: offset + Int(size)..<end, isLast: start == 0)
  }

  private mutating func moveOn() throws {
    guard footer < page.bytes.count else {
      start = 0
      return
    }
    let step = UnsafeRawPointer(page.bytes.base).varint(at: &footer)
    guard footer <= page.bytes.count, step > 0, step < UInt64(page.bodyEnd - start) else {
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
