/// Where the brackets of a text in Markdown close, each in its paragraph; found in one pass, since a text may be of
/// brackets alone.
struct MarkdownBrackets {
  /// For each character the place of its closing bracket; -1 where there is none.
  private var ends: [Int32]
  private var open: (square: [Int], round: [Int]) = ([], [])

  init(_ source: [Character]) {
    ends = Array(repeating: -1, count: source.count)
    for (index, character) in source.enumerated() {
      switch character {
      case "[": open.square.append(index)
      case "(": open.round.append(index)
      case "]": close(open.square.popLast(), index)
      case ")": close(open.round.popLast(), index)
      default:
        let isGap = character.isNewline && index + 1 < source.count && source[index + 1].isNewline
        if isGap { open = ([], []) }
      }
    }
  }

  private mutating func close(_ start: Int?, _ end: Int) {
    if let start, end - start < Self.limit { ends[start] = Int32(end) }
  }

  /// Further away none is looked for.
  private static let limit = 2000

  /// Where the bracket at `start` closes; nil where none opens there, or it closes behind `limit`.
  func end(of start: Int, before limit: Int) -> Int? {
    guard start < limit, ends[start] >= 0, ends[start] < limit else { return nil }
    return Int(ends[start])
  }
}
