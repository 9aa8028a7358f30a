/// Text whose lines were broken to be sent or printed, and whose paragraphs white space alone tells
/// apart: as agencies put it whole into one element of XML.
///
/// A paragraph begins behind an empty line, or with a line that is set in from the margin. A file that is
/// only indented to be looked at has no lines at the margin: there a line set in says nothing.
enum TypesetLines {
  /// Where paragraphs begin behind the first one; none where the lines do not say it.
  static func breaks(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return [] }
    var (breaks, gaps) = ([Int](), [Int]())
    var (hasMargin, isBehindGap) = (false, false)
    var position = first
    while let end = bytes[position...].firstIndex(of: 0x0a) {
      let start = end + 1
      let text = bytes[start...].firstIndex { $0 > 0x20 || $0 == 0x0a } ?? bytes.count
      position = start
      guard text < bytes.count else { break }
      if bytes[text] == 0x0a {
        isBehindGap = true
        continue
      }
      let isSetIn = indent(bytes[start..<text]) >= 2
      if isBehindGap { gaps.append(start) }
      if isSetIn || isBehindGap { breaks.append(start) }
      hasMargin = hasMargin || !isSetIn
      isBehindGap = false
      position = text
    }
    return hasMargin ? breaks : gaps
  }

  /// The columns of the white space before a line's text; a tab counts as many.
  private static func indent(_ blanks: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    blanks.reduce(0) { $0 + ($1 == 0x09 ? 8 : $1 == 0x20 ? 1 : 0) }
  }

  /// The paragraphs of a text that no markup divides, its lines kept.
  static func paragraphs(of text: String) -> String {
    var text = text
    if text.utf8.contains(0x0d) {
      text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
    return text.withUTF8 { bytes in
      var (paragraphs, start) = ([String](), 0)
      for end in breaks(in: bytes) + [bytes.count] {
        let lines = bytes[start..<end].split(separator: 0x0a)
          .map { String(decoding: $0, as: UTF8.self).onOneLine }.filter { !$0.isEmpty }
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
        start = end
      }
      return paragraphs.joined(separator: "\n\n")
    }
  }
}
