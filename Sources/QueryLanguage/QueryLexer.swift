/// Cuts a query string into lexemes: the first stage of parsing.
///
/// Nothing is an error here.
struct QueryLexer {
  /// Slops beyond this are no longer nearness.
  static let maximumSlop = 1000

  private let scalars: [Unicode.Scalar]
  private let singleMarks: Bool
  private var position = 0
  private var lexemes: [Lexeme] = []
  private var notes = QueryNotes()
  /// Opening marks found to have no closing one ahead, so that no text is searched twice.
  private var neverClosed: Set<Unicode.Scalar> = []

  /// - Parameter singleMarks: whether 'several words' between single marks are a phrase.
  static func lexemes(of text: String, singleMarks: Bool = false) -> ([Lexeme], QueryNotes) {
    var lexer = QueryLexer(scalars: Array(text.unicodeScalars), singleMarks: singleMarks)
    while lexer.position < lexer.scalars.count { lexer.step() }
    return (lexer.lexemes, lexer.notes)
  }

  private init(scalars: [Unicode.Scalar], singleMarks: Bool) {
    self.scalars = scalars
    self.singleMarks = singleMarks
  }

  private mutating func step() {
    let scalar = scalars[position]
    if Self.isSpace(scalar) {
      position += 1
    } else if scalar == "(" || scalar == ")" {
      lexemes.append(scalar == "(" ? .open : .close)
      position += 1
    } else if scalar == "-" {
      takeDashes()
    } else if scalar == "=" {
      position += 1
      if beginsOperand(at: position) { lexemes.append(.exact) }
    } else if let closing = QuotationMarks.closing(scalar) {
      takeQuoted(closing: closing)
    } else if let end = endOfSeveralWords(at: position) {
      lexemes.append(
        .quoted(Self.trimmed(scalars[(position + 1)..<end]), slop: nil, isPrefix: false))
      position = end + 1
    } else if let (field, end) = field(at: position) {
      lexemes.append(.field(field))
      position = end
    } else {
      takeWord()
    }
  }

  /// One dash where a word could begin is NOT; more, or one behind something, are punctuation.
  private mutating func takeDashes() {
    let start = position
    while position < scalars.count, scalars[position] == "-" { position += 1 }
    if isFree(at: start), position == start + 1, beginsOperand(at: position) {
      lexemes.append(.minus)
    }
  }

  /// Takes the text to the closing mark, to the end where there is none.
  ///
  /// But a mark behind a word that nothing closes is an inch sign or a slip.
  private mutating func takeQuoted(closing: [Unicode.Scalar]) {
    let opening = scalars[position]
    let isFree = isFree(at: position)
    position += 1
    if let end = end(of: opening, closing: closing) {
      let text = Self.trimmed(scalars[position..<end])
      position = end + 1
      let (isPrefix, slop) = (takePrefixMark(), takeSlop())
      lexemes.append(.quoted(text, slop: slop, isPrefix: isPrefix))
    } else if isFree {
      notes.add("The quotation mark \(opening) is not closed: the phrase runs to the end.")
      lexemes.append(.quoted(Self.trimmed(scalars[position...]), slop: nil, isPrefix: false))
      position = scalars.count
    }
  }

  private mutating func end(of opening: Unicode.Scalar, closing: [Unicode.Scalar]) -> Int? {
    guard !neverClosed.contains(opening) else { return nil }
    let end = scalars[position...].firstIndex { closing.contains($0) }
    if end == nil { neverClosed.insert(opening) }
    return end
  }

  /// Where several words end that begin behind a single mark at `start`; nil where there is none, or
  /// it is an apostrophe.
  private mutating func endOfSeveralWords(at start: Int) -> Int? {
    guard singleMarks, let closing = QuotationMarks.closingSeveralWords(scalars[start]),
      isFree(at: start), beginsOperand(at: start + 1), !isElision(at: start + 1),
      !neverClosed.contains(scalars[start])
    else { return nil }
    let end = scalars.indices[(start + 2)...].first { place in
      closing.contains(scalars[place]) && !Self.isSpace(scalars[place - 1])
        && endsWord(at: place + 1)
    }
    guard let end else {
      neverClosed.insert(scalars[start])
      return nil
    }
    return scalars[start..<end].contains(where: Self.isSpace) ? end : nil
  }

  private func isElision(at start: Int) -> Bool {
    let word = scalars[start...].prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    return word.first.map { ("0"..."9").contains($0) } ?? false
      || QuotationMarks.elisions.contains(Self.text(word).lowercased())
  }

  /// Whether no letter or digit follows.
  private func endsWord(at position: Int) -> Bool {
    guard position < scalars.count else { return true }
    return Self.isSpace(scalars[position]) || ".,;:!?)".unicodeScalars.contains(scalars[position])
  }

  private mutating func takePrefixMark() -> Bool {
    guard position < scalars.count, scalars[position] == "*" else { return false }
    position += 1
    return true
  }

  private mutating func takeSlop() -> Int? {
    guard position < scalars.count, scalars[position] == "~" else { return nil }
    position += 1
    let digits = scalars[position...].prefix { ("0"..."9").contains($0) }
    position += digits.count
    if digits.isEmpty {
      notes.add("“~” behind a phrase needs a number, as in \"a b\"~5.")
      return nil
    }
    return min(Int(Self.text(digits)) ?? Self.maximumSlop, Self.maximumSlop)
  }

  private mutating func takeWord() {
    let start = position
    while position < scalars.count, Self.isWordPart(scalars[position]) { position += 1 }
    let word = Self.text(scalars[start..<position])
    if word == "NEAR", position < scalars.count, scalars[position] == "(" {
      lexemes.append(.openNear)
      position += 1
    } else {
      lexemes.append(.word(word))
    }
  }

  /// A known name and its colon with an operand right behind, and where the operand begins.
  private func field(at start: Int) -> (QueryField, Int)? {
    let letters = scalars[start...].prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    guard letters.endIndex < scalars.count, scalars[letters.endIndex] == ":",
      beginsOperand(at: letters.endIndex + 1),
      let field = QueryField(rawValue: Self.text(letters).lowercased())
    else { return nil }
    return (field, letters.endIndex + 1)
  }

  /// Whether nothing that is searched touches `position` from before.
  private func isFree(at position: Int) -> Bool {
    guard position > 0, !Self.isSpace(scalars[position - 1]), let last = lexemes.last else {
      return true
    }
    switch last {
    case .field, .minus, .exact, .open, .openNear: return true
    case .word, .quoted, .close: return false
    }
  }

  private func beginsOperand(at position: Int) -> Bool {
    position < scalars.count && !Self.isSpace(scalars[position]) && scalars[position] != ")"
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "(" && scalar != ")" && !isSpace(scalar) && QuotationMarks.closing(scalar) == nil
  }

  /// White space of all scripts, and the control characters.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F
      || scalar.value >= 0x80 && scalar.properties.isWhitespace
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var trimmed = scalars.drop(while: isSpace)
    while let last = trimmed.last, isSpace(last) { trimmed = trimmed.dropLast() }
    return text(trimmed)
  }

  /// The string of some scalars, of which an array gives up the last in no time; a string does not.
  static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars { bytes.append(contentsOf: scalar.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
