/// Where the brackets of a text in MediaWiki's markup close; found in one pass, since a text may be of openings
/// alone.
struct WikiBrackets {
  /// For each byte at which a pair opens where its end begins; -1 where it has none.
  private var ends: [Int32]

  /// `{{…}}` and `{|…|}`, one in the other.
  static func templates(in bytes: [UInt8]) -> WikiBrackets {
    WikiBrackets(bytes) { first, second in
      switch (first, second) {
      case (0x7b, 0x7b), (0x7b, 0x7c): .opening
      case (0x7d, 0x7d), (0x7c, 0x7d): .end
      default: nil
      }
    }
  }

  /// `[[…]]`, one in the other: links stand in a picture's words.
  static func links(in bytes: [UInt8]) -> WikiBrackets {
    WikiBrackets(bytes) { first, second in
      first == second ? first == 0x5b ? .opening : first == 0x5d ? .end : nil : nil
    }
  }

  private enum Side { case opening, end }

  private init(_ bytes: [UInt8], side: (UInt8, UInt8) -> Side?) {
    ends = Array(repeating: -1, count: bytes.count)
    var (open, position) = ([Int](), 0)
    while position + 1 < bytes.count {
      switch side(bytes[position], bytes[position + 1]) {
      case .opening: open.append(position)
      case .end: if let start = open.popLast() { ends[start] = Int32(position) }
      case nil:
        position += 1
        continue
      }
      position += 2
    }
  }

  /// Where the end of what opens at `start` begins.
  func end(of start: Int) -> Int? { ends[start] < 0 ? nil : Int(ends[start]) }
}
