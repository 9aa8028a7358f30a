/// Text that an element holds as elements, as escaped markup or as it is.
extension HTMLElement {
  /// The text of an element that holds markup, as elements or escaped; an empty line between paragraphs.
  var markupText: String {
    if elements.first(where: { _ in true }) != nil { return paragraphs }
    let raw = rawText
    return EscapedMarkup.isMet(in: raw)
      ? HTMLParser.parse(EscapedMarkup.divided(raw)).paragraphs : raw.onLines
  }

  /// As above, of an agency's text, which may be typeset (``TypesetLines``) and escaped twice over.
  var agencyText: String {
    let raw = elements.first { _ in true } == nil ? rawText : nil
    if let raw, !EscapedMarkup.isMet(in: raw) { return TypesetLines.paragraphs(of: raw) }
    let element = raw.map { HTMLParser.parse(EscapedMarkup.divided($0)) } ?? self
    let text = element.blocks(isTypeset: true).text
    guard EscapedMarkup.isMet(in: text) else { return text }
    let isMarkup = text.first == "<" && MarkupSigns.areMet(in: text)
    return isMarkup ? HTMLParser.parse(text).paragraphs : EscapedMarkup.resolved(text)
  }

  /// The blocks of text inside, an empty line between them.
  var paragraphs: String { blocks(isTypeset: false).text }

  private func blocks(isTypeset: Bool) -> [TextBlock] {
    prune { $0.tag == .script || $0.tag == .style }
    return TextBlocks.inside(self, isTypeset: isTypeset)
  }
}

/// Markup that stands in an element of XML as text.
enum EscapedMarkup {
  static func isMet(in text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
  }

  /// Markup in which empty lines alone divide paragraphs, as editors of blogs store it: each becomes `<p>`.
  ///
  /// Where an element divides them, or keeps lines as they are, empty lines mean nothing.
  static func divided(_ markup: String) -> String {
    guard markup.holdsEmptyLine, !dividers.contains(where: { holds(markup, $0) }) else {
      return markup
    }
    var lines: [Substring] = []
    for line in markup.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let isEmpty = line.allSatisfy(\.isWhitespace)
      lines.append(isEmpty ? "<p>" : line)
    }
    return lines.joined(separator: "\n")
  }

  private static let dividers = ["p", "br", "div", "pre", "script", "style"]

  /// True where a start tag of this name is met.
  private static func holds(_ markup: String, _ name: String) -> Bool {
    let start = Array("<\(name)".utf8)
    var bytes = markup.utf8[...]
    while let tag = bytes.firstIndex(of: UInt8(ascii: "<")) {
      bytes = bytes[tag...]
      let isMet = bytes.prefix(start.count).elementsEqual(start) { MarkupName.lower($0) == $1 }
      if isMet, let next = bytes.dropFirst(start.count).first,
        next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
      {
        return true
      }
      bytes = bytes.dropFirst()
    }
    return false
  }

  /// A text in which references are left over, since they were escaped twice.
  static func resolved(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var plain: [UInt8] = []
      plain.reserveCapacity(bytes.count)
      var position = 0
      while position < bytes.count {
        guard bytes[position] == UInt8(ascii: "&"),
          let reference = CharacterReference(bytes, at: position),
          bytes[position + reference.length - 1] == UInt8(ascii: ";")
        else {
          plain.append(bytes[position])
          position += 1
          continue
        }
        plain.append(contentsOf: reference.scalar.utf8)
        position += reference.length
      }
      return String(decoding: plain, as: UTF8.self)
    }
  }
}

extension String {
  /// Each paragraph on one line, where empty lines divide them; else all on one.
  fileprivate var onLines: String {
    guard holdsEmptyLine else { return onOneLine }
    var paragraphs: [[Substring]] = [[]]
    for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ").onOneLine }
      .joined(separator: "\n\n")
  }

  /// Whether a line that is empty or blank stands between two others.
  fileprivate var holdsEmptyLine: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var position = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
      while let end = bytes.place(of: "\n", from: position) {
        var next = end + 1
        var isEmpty = false
        while next < bytes.count, bytes[next] <= 0x20 {
          isEmpty = isEmpty || bytes[next] == 0x0a
          next += 1
        }
        if isEmpty, next < bytes.count { return true }
        position = next
      }
      return false
    }
  }
}
