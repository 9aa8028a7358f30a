/// Files that stand in a mail's plain text, as before MIME: uuencoded, which are taken out and read, and
/// yEnc's, which are taken out.
///
/// Sources: POSIX `uuencode`; yEnc 1.3.
struct EncodedFiles {
  /// Without the files.
  private(set) var text: String
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private(set) var yEncCount = 0

  init(_ text: String) {
    self.text = text
    var text = text
    let isMet = text.withUTF8 { $0.holds("begin ") || $0.holds("=ybegin ") }
    if isMet { takeOut(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)) }
  }

  private mutating func takeOut(_ lines: [Substring]) {
    var (kept, position) = ([Substring](), 0)
    // Behind the last end there is none to look for.
    let lastEnd = lines.lastIndex { $0.hasPrefix("=yend") } ?? 0
    while position < lines.count {
      if let (bytes, end) = Self.file(in: lines, from: position) {
        files.append((Self.name(lines[position]) ?? "", bytes))
        position = end
      } else if position < lastEnd, lines[position].hasPrefix("=ybegin "),
        let end = lines[position...].firstIndex(where: { $0.hasPrefix("=yend") })
      {
        yEncCount += 1
        position = end + 1
      } else {
        kept.append(lines[position])
        position += 1
      }
    }
    text = kept.joined(separator: "\n")
  }

  /// Of `begin 644 harbour.txt`.
  private static func name(_ line: Substring) -> String? {
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count == 3, words[0] == "begin", 3...4 ~= words[1].count,
      words[1].allSatisfy({ ("0"..."7").contains($0) })
    else { return nil }
    return String(words[2].trimmingSuffix { $0 == " " })
  }

  /// The bytes of the file that begins at a line, and the line behind its end; nil where a line is none of
  /// such a file.
  private static func file(in lines: [Substring], from start: Int) -> ([UInt8], Int)? {
    guard lines[start].hasPrefix("begin "), name(lines[start]) != nil else { return nil }
    var bytes: [UInt8] = []
    for position in (start + 1)..<lines.count {
      if lines[position].hasPrefix("end") { return (bytes, position + 1) }
      guard let part = decoded(Array(lines[position].utf8)) else { return nil }
      bytes += part
    }
    return nil
  }

  /// The bytes of a line: how many there are, then four signs for three.
  private static func decoded(_ line: [UInt8]) -> [UInt8]? {
    guard let first = line.first else { return [] }
    let signs = line.dropFirst()
    guard line.allSatisfy({ 0x20...0x60 ~= $0 }) else { return nil }
    let count = Int((first &- 0x20) & 63)
    let wanted = (count + 2) / 3 * 4
    // Blanks at its end may be lost, a checksum may follow.
    guard signs.count <= wanted + 2, signs.count + 8 >= wanted else { return nil }
    let values = (Array(signs) + Array(repeating: 0x20, count: 8)).map { ($0 &- 0x20) & 63 }
    var bytes: [UInt8] = []
    for group in stride(from: 0, to: min(wanted, values.count - 3), by: 4) {
      let (a, b, c, d) = (values[group], values[group + 1], values[group + 2], values[group + 3])
      bytes += [a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]
    }
    return Array(bytes.prefix(count))
  }
}
