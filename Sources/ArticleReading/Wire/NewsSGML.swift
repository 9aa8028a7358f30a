import IndexDefinition

/// Collections of news in SGML: Reuters-21578 (`<REUTERS …>`) and TREC's (`<DOC>`), a story at a time.
///
/// Their entities are few, their tags not always closed; what is no letter in the wire's own lines is
/// written as a numbered control character.
struct NewsSGML {
  let file: SourceFile
  var names: FieldNames

  /// True when the text has a story's first tag near its head.
  static func isMet(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = head.first(2048)
    return text.holds("<!DOCTYPE lewis") || text.holds("<REUTERS ")
      || text.holds("<DOC>") && (text.holds("<DOCNO>") || text.holds("<DOCID>"))
      || text.holds("<DOC id=\"")
  }

  /// Calls `receive` for each story, of which one is held in memory; they are ASCII, UTF-8 or Latin-1.
  func read(_ bytes: ByteReader, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var names = names
    var number = 0
    bytes.countsLines = true
    while let story = Self.nextStory(bytes) {
      let place = SourcePlace(
        line: bytes.line, bytes: bytes.position..<bytes.position + story.count)
      number += 1
      let draft = Self.draft(story, &names)
      bytes.skip(story.count)
      for event in draft?.events(
        file: file, place: "article \(number)", advice: "; the story has no text") ?? []
      {
        try receive(event.numbered(number, in: file).lying(at: place))
      }
    }
    if number == 0 {
      try receive(.failure(ReadingFailure(path: file.path, message: "no story; mend the file")))
    }
  }

  private static func draft(
    _ story: UnsafeBufferPointer<UInt8>, _ names: inout FieldNames
  ) -> ArticleDraft? {
    var text =
      UTF8Validity.firstInvalid(story) == nil
      ? String(decoding: story, as: UTF8.self) : DecodedText.windows1252(story)
    guard let root = text.withUTF8({ XMLParser.parse($0) }) else { return nil }
    return root.name == "reuters" ? reuters(root) : TRECDocument(root, &names).draft
  }

  /// From one story's first tag to its end tag, or the end of the file; what stands before is passed over.
  private static func nextStory(_ bytes: ByteReader) -> UnsafeBufferPointer<UInt8>? {
    var wanted = 1
    while true {
      let held = bytes.peek(wanted)
      guard let (start, close) = firstTag(held) else {
        if bytes.holdsTheRest { return nil }
        // A tag may be cut where what is held ends.
        bytes.skip(max(0, held.count - 8))
        wanted = 16
        continue
      }
      bytes.skip(start)
      let story = held.dropping(start)
      if let end = story.place(of: close, from: 0) {
        return story.first(end + close.utf8CodeUnitCount)
      }
      if bytes.holdsTheRest || story.count > ArticleReader.sizeLimit { return story }
      // Twice as much, so that what is held is looked through a few times only.
      wanted = 2 * held.count
    }
  }

  private static func firstTag(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (start: Int, close: StaticString)? {
    var position = 0
    while let tag = bytes.place(of: "<", from: position) {
      for (open, close) in tags where bytes.dropping(tag).begins(with: open) { return (tag, close) }
      position = tag + 1
    }
    return nil
  }

  private static let tags: [(StaticString, StaticString)] = [
    ("<REUTERS", "</REUTERS>"), ("<DOC>", "</DOC>"), ("<DOC ", "</DOC>"),
  ]

  private static func reuters(_ root: HTMLElement) -> ArticleDraft {
    var draft = ArticleDraft()
    draft[.id] = root["newid"]
    draft[.date] = root.first { $0.name == "date" }?.text.filter { $0 >= " " }
    draft[.source] = "Reuters"
    let text = root.first { $0.name == "text" }
    draft[.title] = text?.first { $0.name == "title" }?.text
    draft[.byline] = text?.first { $0.name == "author" }?.text
    let dateline = text?.first { $0.name == "dateline" }?.text ?? ""
    // A story that was never processed has no parts.
    let body = paragraphs(
      text?.first { $0.name == "body" }?.rawText ?? text.map(Self.ownText) ?? "")
    draft[.body] = [dateline, body].filter { !$0.isEmpty }.joined(
      separator: dateline.hasSuffix("-") ? " " : "\n\n")
    draft.extra = codes(root)
    return draft
  }

  /// What stands directly in the element.
  private static func ownText(_ element: HTMLElement) -> String {
    element.children.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
  }

  /// What the editors filed it under.
  private static func codes(_ root: HTMLElement) -> String? {
    var members: [String: String] = [:]
    for name in ["topics", "places", "people", "orgs", "exchanges", "companies"] {
      let codes = root.first { $0.name == name }?.all { $0.name == "d" }.map(\.text) ?? []
      if !codes.isEmpty { members[name] = JSONText.array(codes) }
    }
    return members.isEmpty ? nil : JSONText.object(members)
  }

  /// Lines set in from the margin or behind an empty one begin a paragraph; the agency's name at the end goes.
  static func paragraphs(_ text: String) -> String {
    var paragraphs: [String] = []
    var isBehindGap = true
    for line in text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" })
    {
      let line = withoutControls(String(line))
      let plain = line.onOneLine
      defer { isBehindGap = plain.isEmpty }
      if plain.isEmpty { continue }
      if isBehindGap || line.utf8.starts(with: "   ".utf8) {
        paragraphs.append(plain)
      } else {
        paragraphs[paragraphs.count - 1] += "\n" + plain
      }
    }
    while let last = paragraphs.last, ["reuter", "reuters"].contains(last.lowercased()) {
      paragraphs.removeLast()
    }
    if let last = paragraphs.last, last.hasSuffix("\nReuter") || last.hasSuffix("\nREUTER") {
      paragraphs[paragraphs.count - 1] = String(last.dropLast(7))
    }
    return paragraphs.joined(separator: "\n\n")
  }

  private static func withoutControls(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 < 0x20 && $0 != 9 }) else { return line }
    return String(line.unicodeScalars.filter { $0.value >= 0x20 || $0.value == 9 })
  }
}
