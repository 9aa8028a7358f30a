import IndexDefinition

/// A web archive (WARC 1.0 and 1.1): every page that a crawler stored, `path#address`, record by
/// record, whatever the size of the archive.
///
/// Each record may be packed by itself. What was stored to show the pages (pictures, style sheets),
/// answers that are no pages, and revisits of what did not change are counted in one line at the end.
struct WebArchive: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var course = Course()
    while !content.budget.isSpent, let record = try record(content, receive) {
      let bytes = RecordBytes(content.bytes, count: record.length)
      try read(record, ByteReader(bytes), content, &course, receive)
      bytes.finish()
    }
    let none = course.hasPages ? nil : "holds no page"
    if let message = course.leftOut.message ?? none {
      try receive(content.failure(message, kind: .noArticle))
    }
  }

  /// What is known of the records so far.
  private struct Course {
    var names = MemberNames()
    var leftOut = LeftOut()
    var digests: Set<String> = []
    var hasPages = false
  }

  private func record(
    _ content: Content, _ receive: (ReadingEvent) throws -> Void
  ) rethrows -> WARCRecord? {
    do throws(ByteSourceError) {
      return try WARCRecord(content.bytes)
    } catch {
      try receive(content.failure(error))
      return nil
    }
  }

  private func read(
    _ record: WARCRecord, _ bytes: ByteReader, _ content: Content, _ course: inout Course,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    switch record.type {
    case "response" where record.contentType.contains("http") || record.contentType.isEmpty:
      try readAnswer(record, bytes, content, &course, receive)
    case "response", "resource", "conversion":
      if let digest = record.digest { course.digests.insert(digest) }
      let type = String(record.contentType.prefix { $0 != ";" })
      try readPage(record, type, nil, bytes, content, &course, receive)
    case "revisit":
      if record.digest.map({ !course.digests.contains($0) }) ?? true {
        course.leftOut.add("a revisit of a page that is stored elsewhere")
      }
    case "request", "warcinfo", "metadata": break
    default: course.leftOut.add("a record of an unknown type")
    }
  }

  private func readAnswer(
    _ record: WARCRecord, _ bytes: ByteReader, _ content: Content, _ course: inout Course,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    let answer: HTTPAnswer?
    do throws(ByteSourceError) {
      answer = try HTTPAnswer(bytes, content)
    } catch {
      return try receive(content.failure(error.message, place: record.address))
    }
    guard let answer else {
      return try readPage(record, "", nil, bytes, content, &course, receive)
    }
    if let digest = record.digest { course.digests.insert(digest) }
    guard 200..<300 ~= answer.status else {
      return course.leftOut.add("an answer with status \(answer.status)")
    }
    try readPage(record, answer.type, answer.charset, answer.body, content, &course, receive)
  }

  /// A body by what it is: what no article comes in is counted, all else is read.
  private func readPage(
    _ record: WARCRecord, _ type: String, _ charset: String?, _ bytes: ByteReader,
    _ content: Content, _ course: inout Course, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    if let kind = Self.unread(type) { return course.leftOut.add(kind) }
    let name = course.names.unique(record.address ?? "record")
    guard var member = content.part(name, size: record.length, BodyBytes(bytes)) else { return }
    member.hint = Self.format(type)
    switch ContentKind(member.bytes.peek(64 << 10), name: name, hint: member.hint) {
    case .empty: course.leftOut.add("an empty answer")
    case .unread(let kind, _): course.leftOut.add(kind)
    case .packed, .format:
      course.hasPages = true
      try content.reader.read(Self.decoded(member, charset)) {
        try receive($0.found(at: record.address))
      }
    }
  }

  /// The format that a server names, where an address tells little.
  private static func format(_ type: String) -> FileFormat? {
    switch type {
    case "text/html", "application/xhtml+xml": .html
    case "text/plain": .text
    case "application/json": .json
    case "text/xml", "application/xml", "application/rss+xml", "application/atom+xml": .xml
    default: nil
    }
  }

  private static func unread(_ type: String) -> String? {
    switch type {
    case "text/css": "a style sheet"
    case "text/javascript", "application/javascript", "application/x-javascript": "a script"
    case "text/dns": "an address look-up"
    default: type.hasPrefix("image/") ? "a picture" : type.hasPrefix("font/") ? "a font" : nil
    }
  }

  /// A text in the character set that the server names, as UTF-8.
  private static func decoded(_ member: Content, _ charset: String?) -> Content {
    guard let charset, !["utf-8", "utf8"].contains(charset),
      !member.bytes.peek(2).starts(with: [0x1f, 0x8b]),
      let bytes = member.whole(limit: MailMessage.sizeLimit)
    else { return member }
    return member.decoded(DecodedText.text(bytes, charset: charset))
  }
}

/// The rest of other bytes, as a source.
private final class BodyBytes: ByteSource {
  private let bytes: ByteReader

  init(_ bytes: ByteReader) {
    self.bytes = bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    let held = bytes.peek()
    if held.isEmpty, let error = bytes.error { throw error }
    let count = min(held.count, buffer.count)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: held.prefix(count))))
    bytes.skip(count)
    return count
  }
}
