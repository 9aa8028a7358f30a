internal import IndexDefinition
import OperatingSystem

/// The text of a PDF from what `pdftotext -bbox-layout` says of its pages: blocks of lines of words,
/// each with its place, in the order in which columns are read.
///
/// The lines of a block are one paragraph unless one is indented or stands off; a word that print
/// broke at a line's end is joined again.
struct PDFLayout {
  private(set) var text = ""
  /// Where in ``text`` each page begins, in UTF-8 bytes.
  private(set) var pageStarts: [Int] = []
  private var title: String?
  private var author: String?
  private var created: String?

  private var paragraph = ""
  private var line = PDFLine()
  private var lastLine: PDFLine?
  private var blockLeft = 0.0
  /// The tallest line of the first page: a title, where the document names none.
  private var tallest = (height: 0.0, text: "")
  private var compounds: Set<String> = []

  /// Takes a line of pdftotext's output.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let tag = PDFTag(bytes)
    switch tag.name {
    case "word":
      note(tag.text)
      line.add(word: tag.text)
    case "line":
      line = PDFLine(left: tag["xMin"], top: tag["yMin"], right: tag["xMax"], bottom: tag["yMax"])
    case "/line": endLine()
    case "block": (blockLeft, lastLine) = (tag["xMin"], nil)
    case "/block", "/flow": endParagraph()
    case "page": pageStarts.append(text.isEmpty ? 0 : text.utf8.count + 2)
    case "title" where title == nil: title = tag.text
    case "meta": addMetadata(tag)
    default: break
    }
  }

  mutating func finish() { endParagraph() }

  private mutating func addMetadata(_ tag: PDFTag) {
    let value = tag.attribute("content")
    guard !value.isEmpty else { return }
    switch tag.attribute("name") {
    case "Author": author = value
    case "CreationDate": created = value
    default: break
    }
  }

  private mutating func endLine() {
    guard !line.words.isEmpty else { return }
    if let last = lastLine, line.startsParagraph(behind: last, blockLeft: blockLeft) {
      endParagraph()
    }
    join(line.text)
    lastLine = line
    if pageStarts.count == 1, line.height > tallest.height { tallest = (line.height, line.text) }
  }

  /// Behind a hyphen at a line's end a small letter goes on with the word, without it unless the
  /// document writes the word with one elsewhere.
  private mutating func join(_ next: String) {
    let isBroken =
      paragraph.last == "-" || paragraph.last == "\u{ad}" || paragraph.last == "\u{2010}"
    if isBroken, next.first?.isLowercase == true, paragraph.dropLast().last?.isLowercase == true {
      let first = paragraph.split(separator: " ").last ?? ""
      let word = first + (next.split(separator: " ").first ?? "")
      if !compounds.contains(word.lowercased()) { paragraph.removeLast() }
    } else if !paragraph.isEmpty, !isBroken {
      paragraph += " "
    }
    paragraph += next
  }

  /// Words with a hyphen inside, as they are written in the middle of a line.
  private mutating func note(_ word: String) {
    let isCompound = word.utf8.dropFirst().dropLast().contains(UInt8(ascii: "-"))
    if isCompound { compounds.insert(word.lowercased()) }
  }

  private mutating func endParagraph() {
    defer { (paragraph, lastLine) = ("", nil) }
    guard !paragraph.isEmpty else { return }
    text += (text.isEmpty ? "" : "\n\n") + paragraph
  }

  /// The document's own title, unless it is a file's name or empty.
  var draft: ArticleDraft {
    var draft = ArticleDraft()
    let named = title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    draft[.title] = named ?? (tallest.text.count > 3 ? tallest.text : nil)
    draft[.byline] = author
    draft[.date] = created.map { String($0.prefix(10)) }
    draft.dateSource = .metadata
    return draft.with(text: text)
  }
}

/// A line of a page: its words, and its place in points from the upper left corner.
struct PDFLine {
  var left = 0.0, top = 0.0, right = 0.0, bottom = 0.0
  var words: [String] = []

  var text: String { words.joined(separator: " ") }
  var height: Double { bottom - top }

  mutating func add(word: String) {
    if !word.isEmpty { words.append(word) }
  }

  /// Indented behind a line that is not, or further below than lines are apart.
  func startsParagraph(behind last: PDFLine, blockLeft: Double) -> Bool {
    let gap = top - last.bottom
    if gap > max(height, last.height) * 0.8 { return true }
    let indent = left - blockLeft
    return indent > height * 0.8 && indent < height * 5 && last.left - blockLeft < height * 0.4
  }
}

/// A line of XML as pdftotext writes it: one tag, with attributes and text.
struct PDFTag {
  let name: String
  private let attributes: Substring
  let text: String

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let line = String(decoding: bytes, as: UTF8.self).drop { $0 == " " }
    guard line.first == "<" else {
      (name, attributes, text) = ("", "", "")
      return
    }
    let inner = line.dropFirst().prefix { $0 != ">" }
    name = String(inner.prefix { $0 != " " })
    attributes = inner.dropFirst(name.count)
    let rest = line[inner.endIndex...].dropFirst()
    text = Self.unescaped(rest.prefix { $0 != "<" })
  }

  /// A place in points.
  subscript(key: String) -> Double { Double(attribute(key)) ?? 0 }

  func attribute(_ key: String) -> String {
    guard let start = attributes.firstRange(of: " \(key)=\"") else { return "" }
    return Self.unescaped(attributes[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    let marks = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
      ("&amp;", "&"),
    ]
    return marks.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
