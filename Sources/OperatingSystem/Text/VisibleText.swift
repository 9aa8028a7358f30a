extension StringProtocol {
  /// The text for one line of a terminal: what commands a terminal, or ends a line, is shown as an
  /// escape such as `\u{1B}` or `\n`, a byte of a file's name that is no UTF-8 as `\xE9`.
  ///
  /// Titles, ids and names of files come from strangers; raw, they could recolour the screen, set its
  /// title, make links that lead elsewhere, or look like lines of ours.
  package var visible: String { String(self).showing { $0.isCommand || $0.standsForByte } }

  /// The same for a text of many lines: its line ends and tabs stay.
  package var visibleLines: String {
    String(self).showing { ($0.isCommand || $0.standsForByte) && $0 != "\n" && $0 != "\t" }
  }
}

extension String {
  /// Looks at bytes, and at scalars only where one may be shown: of a text it is one in some hundred.
  fileprivate func showing(_ isShown: (Unicode.Scalar) -> Bool) -> String {
    var text = ""
    var start = startIndex
    for index in utf8.indices where utf8[index].mayCommand && isShown(unicodeScalars[index]) {
      text += self[start..<index]
      text += unicodeScalars[index].shown
      start = unicodeScalars.index(after: index)
    }
    return start == startIndex ? self : text + self[start...]
  }
}

extension Unicode.Scalar {
  /// A control character, one that turns the direction of what stands around it, or an invisible one
  /// that parts lines.
  package var isCommand: Bool {
    switch value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028...0x202e, 0x2066...0x206f, 0xfff9...0xfffb: true
    default: false
    }
  }

  fileprivate var shown: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where standsForByte: "\\x\(String(value & 0xff, radix: 16, uppercase: true))"
    default: "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }
}

extension UInt8 {
  /// Whether a command can begin with this byte in UTF-8.
  fileprivate var mayCommand: Bool {
    self < 0x20 || self == 0x7f || self == 0xc2 || self == 0xe2 || self == 0xee || self == 0xef
  }
}
