/// The formats that articles come in; the raw values are what `--format` takes.
enum FileFormat: String, CaseIterable {
  case text, markdown, html, json, jsonl, xml, csv, wire, sgml
  case mail, mbox, mhtml, warc, archive
  case docx, odt, epub, rtf, pdf
  case wikidump, alto, tei, export

  /// The format that a file's name tells, `.gz` and its like set aside.
  init?(name: String) {
    let (ending, _) = FileEnding.of(name)
    guard let format = Self.endings[ending] else { return nil }
    self = format
  }

  private static let endings: [Substring: FileFormat] = [
    "txt": .text, "text": .text, "md": .markdown, "markdown": .markdown, "mdown": .markdown,
    "html": .html, "htm": .html, "xhtml": .html, "xml": .xml, "rss": .xml, "atom": .xml,
    "rdf": .xml, "nitf": .xml, "csv": .csv, "tsv": .csv, "json": .json, "jsonl": .jsonl,
    "ndjson": .jsonl, "jsonlines": .jsonl, "eml": .mail, "emlx": .mail, "mbox": .mbox,
    "mht": .mhtml, "mhtml": .mhtml, "warc": .warc, "docx": .docx, "docm": .docx, "dotx": .docx,
    "dotm": .docx, "odt": .odt, "ott": .odt, "odm": .odt, "fodt": .odt, "epub": .epub,
    "rtf": .rtf, "pdf": .pdf, "sgm": .sgml, "sgml": .sgml,
    "trec": .sgml, "tei": .tei,
  ]

  /// The format that a text's first bytes look like; text when like nothing else.
  init(content head: UnsafeBufferPointer<UInt8>) {
    let start = head.drop { $0 <= 0x20 }
    if WireText.isMet(head) {
      self = .wire
      return
    }
    switch start.first {
    case UInt8(ascii: "{") where Self.opensObject(start):
      self = Self.firstLineIsObject(start) ? .jsonl : .json
    case UInt8(ascii: "["): self = Self.opensList(start) ? .json : .text
    case UInt8(ascii: "<") where Self.opensTag(start):
      self = NewsSGML.isMet(head) ? .sgml : Self.isPage(start) ? .html : .xml
    default: self = Self.startsWithMatter(start) ? .markdown : .text
    }
  }

  private static func startsWithMatter(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    ["---\n", "---\r", "+++\n", "+++\r"].contains { start.starts(with: $0.utf8) }
  }

  /// True when the first line is one whole object and another follows it.
  private static func firstLineIsObject(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let line = start.prefix { $0 != 0x0a }
    var scanner = JSONScanner(UnsafeBufferPointer(rebasing: line))
    guard (try? scanner.value()) != nil, scanner.isAtEnd() else {
      // A first line that fills all that was looked at is no pretty-printed document; an API's answer
      // in one line has its list of articles near the start.
      return line.endIndex == start.endIndex && line.count > 4096 && !Self.opensAnswer(line)
    }
    let next = start[line.endIndex...].first { $0 > 0x20 }
    return next == UInt8(ascii: "{")
  }

  /// True when one of the first keys holds a list of objects.
  private static func opensAnswer(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let head = String(decoding: line.prefix(2048).filter { $0 > 0x20 }, as: UTF8.self)
    return ["articles", "items", "results", "docs", "hits", "entries", "posts", "stories", "news"]
      .contains {
        head.contains("\"\($0)\":[{")
      }
  }

  /// True unless there is an XML declaration or the root of a feed, and no `<html`.
  private static func isPage(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: start.prefix(2048), as: UTF8.self).lowercased()
    if text.contains("<html") || text.contains("<!doctype html") { return true }
    return !["<?xml", "<rss", "<feed", "<rdf:", "<channel", "<nitf", "<news"].contains {
      text.contains($0)
    }
  }

  /// `{"` or `{}`: what OCR makes of an ornament is no object.
  private static func opensObject(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let next = start.dropFirst().first { $0 > 0x20 }
    return next.map { "\"}".utf8.contains($0) } ?? false
  }

  /// A tag, an end tag, a comment, a declaration or an instruction: no `<!?Hi`.
  private static func opensTag(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let next = start.dropFirst().prefix(2)
    let letters = next.first.map { "!?/".utf8.contains($0) } == true ? next.dropFirst() : next
    guard let letter = letters.first else { return false }
    return letter | 0x20 &- 97 < 26 || letter >= 0x80 || "_:-[".utf8.contains(letter)
  }

  /// `[{`, `["`, `[]`: a list of articles rather than `[Reuters] …`.
  private static func opensList(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let next = start.dropFirst().first { $0 > 0x20 }
    return next.map { "{]\"".utf8.contains($0) } ?? false
  }
}
