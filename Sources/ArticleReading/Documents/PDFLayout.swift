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

  var text: String { VisualOrder.read(words.joined(separator: " ")) }
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

/// A line of XML as pdftotext writes it: one tag, with attributes and text; valid as long as its bytes.
struct PDFTag {
  let name: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private let attributes: Range<Int>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
    guard start < bytes.count, bytes[start] == UInt8(ascii: "<") else {
      (name, attributes) = ("", bytes.count..<bytes.count)
      return
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    let space = bytes[start..<end].firstIndex(of: 0x20) ?? end
    name = String(decoding: bytes[(start + 1)..<space], as: UTF8.self)
    attributes = space..<end
  }

  /// Up to the next tag.
  var text: String {
    let rest = bytes[attributes.upperBound...].dropFirst()
    return Self.unescaped(rest.prefix { $0 != UInt8(ascii: "<") })
  }

  /// A place in points, as C prints it: digits, a point, digits.
  subscript(key: StaticString) -> Double {
    guard let value = value(key) else { return 0 }
    var (number, scale, isBehindPoint) = (0.0, 1.0, false)
    for byte in value {
      if byte == UInt8(ascii: ".") { isBehindPoint = true }
      guard byte &- 48 < 10 else { continue }
      number = number * 10 + Double(byte &- 48)
      if isBehindPoint { scale *= 10 }
    }
    return (value.first == UInt8(ascii: "-") ? -number : number) / scale
  }

  func attribute(_ key: StaticString) -> String { value(key).map(Self.unescaped) ?? "" }

  /// What stands between the quotes behind ` key="`.
  private func value(_ key: StaticString) -> Slice<UnsafeBufferPointer<UInt8>>? {
    let name = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    var at = attributes.lowerBound
    while let space = bytes[at..<attributes.upperBound].firstIndex(of: 0x20) {
      at = space + 1
      let rest = bytes[at..<attributes.upperBound]
      guard rest.starts(with: name), rest.dropFirst(name.count).starts(with: "=\"".utf8) else {
        continue
      }
      return rest.dropFirst(name.count + 2).prefix { $0 != UInt8(ascii: "\"") }
    }
    return nil
  }

  private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    let marks = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
      ("&amp;", "&"),
    ]
    return marks.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
