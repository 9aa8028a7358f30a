internal import IndexDefinition
import OperatingSystem

/// A feed read item by item, so that one of any size fits.
///
/// Each item is parsed alone; what the feed says of itself stands before the first. A feed whose bytes
/// cannot be cut so (another encoding, entities of its own) is left to ``NewsXML``.
struct FeedStream {
  private let reader: ByteReader
  private let file: SourceFile
  /// Of the items: `item`, `entry`, with the feed's prefix.
  private let tag: [UInt8]

  /// Nil where the file's head is no feed's.
  init?(_ reader: ByteReader, file: SourceFile) {
    guard file.encoding == nil else { return nil }
    let head = reader.peek(64 << 10)
    let text = String(decoding: head.prefix(4096), as: UTF8.self).lowercased()
    let declared = DeclaredEncoding(head)?.name ?? "utf-8"
    guard declared == "utf-8", !text.contains("<!entity"), !text.contains("<html"),
      ["<rss", "<feed", "<rdf:rdf", ":feed", "<channel"].contains(where: text.contains),
      let tag = Self.itemTag(head)
    else { return nil }
    self.reader = reader
    self.file = file
    self.tag = tag
  }

  /// The name of the first element called `item` or `entry`.
  private static func itemTag(_ head: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var position = 0
    while let mark = find(UInt8(ascii: "<"), in: head, from: position) {
      let name = head[(mark + 1)...].prefix(40).prefix {
        $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
      }
      let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
      if local.elementsEqual("item".utf8) || local.elementsEqual("entry".utf8) {
        return Array(name)
      }
      position = mark + 1
    }
    return nil
  }

  private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int?
  {
    guard let base = bytes.baseAddress, start < bytes.count else { return nil }
    let found = memchr(base + start, Int32(byte), bytes.count - start)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }

  /// Longer items are not looked for.
  private static let limit = 64 << 20

  func read(_ receive: (ReadingEvent) throws -> Void) rethrows {
    let open = [UInt8(ascii: "<")] + tag
    let close = Array("</".utf8) + tag + [UInt8(ascii: ">")]
    guard let start = seek(open, from: 0), let feed = feed(before: start) else { return }
    reader.countsLines = true
    reader.skip(start)
    var number = 0
    // One item alone has no number.
    var first: Item?
    while let end = itemEnd(close) {
      number += 1
      let bytes = UnsafeBufferPointer(rebasing: reader.peek(end)[..<end])
      let place = SourcePlace(line: reader.line, bytes: reader.position..<reader.position + end)
      let item = try draft(feed, bytes, number, receive).map { Item(draft: $0, place: place) }
      reader.skip(end)
      if number == 1 {
        first = item
      } else {
        if let held = first { try send(held, 1, receive) }
        first = nil
        if let item { try send(item, number, receive) }
      }
      guard let next = seek(open, from: 0) else { break }
      reader.skip(next)
    }
    if let first {
      for event in first.draft.events(file: file, place: nil, advice: "; the file holds no text") {
        try receive(event.dated(by: file).lying(at: first.place))
      }
    }
    if !reader.holdsTheRest {
      let message = "more than 64 MB without the end of an item; what follows is not read"
      try receive(
        .failure(ReadingFailure(path: file.path, place: "article \(number + 1)", message: message)))
    }
  }

  /// An item with where it lies.
  private struct Item {
    let draft: ArticleDraft
    let place: SourcePlace
  }

  private func send(_ item: Item, _ number: Int, _ receive: (ReadingEvent) throws -> Void) rethrows
  {
    let (place, advice) = ("article \(number)", "; it holds no text")
    for event in item.draft.events(file: file, place: place, advice: advice) {
      try receive(event.numbered(number, in: file).dated(by: file).lying(at: item.place))
    }
  }

  /// What the feed says before its first item.
  private func feed(before start: Int) -> Feed? {
    XMLParser.parse(UnsafeBufferPointer(rebasing: reader.peek(start)[..<start])).map { Feed($0) }
  }

  private func draft(
    _ feed: Feed, _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows -> ArticleDraft? {
    guard UTF8Validity.firstInvalid(bytes) != nil else {
      return XMLParser.parse(bytes).map(feed.draft)
    }
    let decoded = DecodedText(bytes)
    if let byte = decoded.badByte {
      let message = "byte \(byte) of the item: " + decoded.advice
      try receive(
        .failure(
          ReadingFailure(
            path: file.path, place: "article \(number)", message: message, kind: .encoding)))
    }
    return XMLParser.parse(decoded.text).map(feed.draft)
  }

  /// Where the next start tag begins, which is followed by a blank or `>`.
  private func seek(_ open: [UInt8], from start: Int) -> Int? {
    var position = start
    var size = 1
    while true {
      let bytes = reader.peek(size)
      while let mark = Self.find(UInt8(ascii: "<"), in: bytes, from: position),
        mark + open.count < bytes.count
      {
        let next = bytes[mark + open.count]
        if next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/"),
          bytes[mark...].starts(with: open)
        {
          return mark
        }
        position = mark + 1
      }
      // What lies behind the last item may be long.
      if reader.holdsTheRest || bytes.count > Self.limit { return nil }
      size = bytes.count + 1
    }
  }

  /// The bytes of the item at the reader's place, its end tag included; one without goes to the file's end.
  private func itemEnd(_ close: [UInt8]) -> Int? {
    var position = 0
    var size = 1
    while true {
      let bytes = reader.peek(size)
      if bytes.isEmpty { return nil }
      // What begins at the end of the bytes at hand is looked at with those that follow.
      let room = reader.holdsTheRest ? close.count : max(close.count, Self.dataMark.count)
      while let mark = Self.find(UInt8(ascii: "<"), in: bytes, from: position),
        mark + room <= bytes.count
      {
        if bytes[mark + 1] == UInt8(ascii: "/"), bytes[mark...].starts(with: close) {
          return mark + close.count
        }
        guard bytes[mark...].starts(with: Self.dataMark) else {
          position = mark + 1
          continue
        }
        guard let end = Self.dataEnd(bytes, from: mark) else {
          position = mark
          break
        }
        position = end
      }
      if reader.holdsTheRest { return bytes.count }
      if bytes.count > Self.limit { return nil }
      size = bytes.count + 1
    }
  }

  private static let dataMark = Array("<![CDATA[".utf8)

  private static func dataEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    while let mark = find(UInt8(ascii: "]"), in: bytes, from: position) {
      if bytes[mark...].starts(with: "]]>".utf8) { return mark + 3 }
      position = mark + 1
    }
    return nil
  }
}
