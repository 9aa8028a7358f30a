/// Gives every bracket its other half, and bounds how deep they stand.
struct BracketBalance {
  private let maximumDepth: Int
  private var depth = 0
  private var balanced: [Lexeme] = []

  /// The lexemes without brackets beyond `maximumDepth` and closing ones that nothing opens, and
  /// with the closing ones that are missing at the end.
  static func balanced(
    _ lexemes: [Lexeme], maximumDepth: Int, notes: inout QueryNotes
  ) -> [Lexeme] {
    var balance = BracketBalance(maximumDepth: maximumDepth)
    for lexeme in lexemes { balance.take(lexeme, notes: &notes) }
    balance.closeAll(notes: &notes)
    return balance.balanced
  }

  private init(maximumDepth: Int) {
    self.maximumDepth = maximumDepth
  }

  private mutating func take(_ lexeme: Lexeme, notes: inout QueryNotes) {
    switch lexeme {
    case .open, .openNear: open(lexeme, notes: &notes)
    case .close: close(notes: &notes)
    default: balanced.append(lexeme)
    }
  }

  private mutating func open(_ lexeme: Lexeme, notes: inout QueryNotes) {
    depth += 1
    if depth <= maximumDepth {
      balanced.append(lexeme)
    } else {
      notes.add("Brackets more than \(maximumDepth) deep were left out.")
    }
  }

  private mutating func close(notes: inout QueryNotes) {
    guard depth > 0 else {
      return notes.add("A closing bracket that nothing opens was left out.")
    }
    if depth <= maximumDepth { balanced.append(.close) }
    depth -= 1
  }

  private mutating func closeAll(notes: inout QueryNotes) {
    guard depth > 0 else { return }
    notes.add("A bracket that nothing closes was closed at the end.")
    balanced += repeatElement(.close, count: min(depth, maximumDepth))
  }
}
