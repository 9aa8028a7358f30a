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
    case UInt8(ascii: "{") where ContentStart(start).isObject:
      self = Self.firstLineIsObject(start) ? .jsonl : .json
    case UInt8(ascii: "["): self = ContentStart(start).isList ? .json : .text
    case UInt8(ascii: "<") where ContentStart(start).isMarkup:
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

  /// True for `<html`, and where the first element is one of HTML's and no XML declaration stands there.
  private static func isPage(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: start.prefix(2048), as: UTF8.self).lowercased()
    if text.contains("<html") || text.contains("<!doctype html") { return true }
    guard !text.contains("<?xml") else { return false }
    guard var root = RootElement.name(UnsafeBufferPointer(rebasing: start)) else { return true }
    return root.withUTF8 { MarkupTag($0, isXML: false) != .other }
  }
}
