/// A line as it stands on a page, its signs from left to right, put into the order in which it is read.
///
/// `pdftotext -bbox-layout` gives Arabic and Hebrew that way. Of the Unicode bidirectional algorithm (UAX #9) what
/// a line needs whose signs are on paper already: it runs as most of its letters do, stretches of the other
/// direction and numbers run theirs, and brackets turn with their stretch.
enum VisualOrder {
  /// The line as it is read; as it is, where nothing in it runs from right to left.
  static func read(_ line: String) -> String {
    guard line.utf8.contains(where: { 0xd6...0xdb ~= $0 || $0 == 0xe0 || $0 == 0xef }) else {
      return line
    }
    var signs = Array(line.unicodeScalars)
    let leftward = signs.count(where: runsLeft)
    guard leftward > 0 else { return line }
    let isLeftward = leftward > signs.count { isLetter($0) && !runsLeft($0) }
    if isLeftward { turn(&signs[...]) }
    turnStretches(of: isLeftward ? isRightward : runsLeft, in: &signs, isLeftward)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: signs)
    return String(text)
  }

  /// Turns each stretch from its first sign of a direction to its last before a sign of the line's own.
  private static func turnStretches(
    of isOther: (Unicode.Scalar) -> Bool, in signs: inout [Unicode.Scalar], _ isLeftward: Bool
  ) {
    var start = 0
    while let first = signs[start...].firstIndex(where: isOther) {
      let end = signs[first...].firstIndex { isLeftward ? runsLeft($0) : isRightward($0) }
      let last = signs[first..<(end ?? signs.count)].lastIndex(where: isOther) ?? first
      turn(&signs[first...last])
      start = last + 1
    }
  }

  private static func turn(_ signs: inout ArraySlice<Unicode.Scalar>) {
    signs.reverse()
    for at in signs.indices { signs[at] = mirrored[signs[at]] ?? signs[at] }
  }

  /// Letters of Hebrew, Arabic, Syriac, Thaana and N'Ko, and their forms for print.
  private static func runsLeft(_ sign: Unicode.Scalar) -> Bool {
    switch sign.value {
    case 0x660...0x669, 0x6f0...0x6f9: false
    case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfefe: true
    default: false
    }
  }

  private static func isLetter(_ sign: Unicode.Scalar) -> Bool { sign.properties.isAlphabetic }

  /// A letter that runs from left to right, or a figure, which does in any line.
  private static func isRightward(_ sign: Unicode.Scalar) -> Bool {
    !runsLeft(sign) && (isLetter(sign) || sign.properties.numericType != nil)
  }

  private static let mirrored: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»",
    "»": "«",
  ]
}
