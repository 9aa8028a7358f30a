internal import ArticleModel

/// Makes a tree of lexemes: the second stage of parsing, a function a rule of the grammar.
///
/// Every rule returns nil when nothing to search for is left of it.
struct LexemeReader {
  /// FTS5's own default for NEAR.
  private static let defaultSlop = 10

  private let lexemes: [Lexeme]
  private var position = 0
  private(set) var notes: QueryNotes

  /// - Parameter lexemes: with balanced brackets, see ``BracketBalance``.
  init(_ lexemes: [Lexeme], notes: QueryNotes) {
    self.lexemes = lexemes
    self.notes = notes
  }

  mutating func readAll() -> Query? { readOr(field: nil) }

  private var next: Lexeme? { position < lexemes.count ? lexemes[position] : nil }

  /// Takes the operator `word` when a clause follows it.
  private mutating func takeOperator(_ word: String) -> Bool {
    guard next == .word(word), operandFollows else { return false }
    position += 1
    return true
  }

  private var operandFollows: Bool {
    position + 1 < lexemes.count && lexemes[position + 1] != .close
  }

  // MARK: The grammar, loosest rule first

  private mutating func readOr(field: QueryField?) -> Query? {
    var clauses = [readAnd(field: field)]
    while takeOperator("OR") { clauses.append(readAnd(field: field)) }
    return Query.or(of: clauses.compactMap { $0 })
  }

  private mutating func readAnd(field: QueryField?) -> Query? {
    var clauses = [readSequence(field: field)]
    while takeOperator("AND") { clauses.append(readSequence(field: field)) }
    return Query.and(of: clauses.compactMap { $0 })
  }

  private mutating func readSequence(field: QueryField?) -> Query? {
    var clauses: [Query] = []
    while let lexeme = next, lexeme != .close {
      let isOperator = lexeme == .word("AND") || lexeme == .word("OR")
      if isOperator, !clauses.isEmpty, operandFollows { break }
      readNear(field: field, into: &clauses)
    }
    return Query.sequence(of: clauses)
  }

  /// Reads a clause and what is NEAR it; several clauses where NEAR has no meaning.
  private mutating func readNear(field: QueryField?, into clauses: inout [Query]) {
    guard var left = readSingle(field: field) else { return }
    while case .word(let word)? = next, let slop = Self.slop(ofOperator: word), operandFollows {
      position += 1
      let right = readSingle(field: field)
      if let right, let phrase = Phrase(left, near: right, slop: slop) {
        left = .phrase(phrase)
      } else {
        notes.add("NEAR stands between words or phrases; here it was searched as a word.")
        clauses += [left, .term(Term(word.lowercased()))]
        guard let right else { return }
        left = right
      }
    }
    clauses.append(left)
  }

  /// Reads an operand with the marks and fields before it, of which the last field counts.
  private mutating func readSingle(field: QueryField?) -> Query? {
    var (field, isNegated, isExact, isMarked) = (field, false, false, false)
    var ownField: QueryField?
    loop: while let lexeme = next {
      switch lexeme {
      case .minus: isNegated.toggle()
      case .exact: isExact = true
      case .field(let name): ownField = name
      case .word("NOT") where operandFollows && !isMarked: isNegated.toggle()
      default: break loop
      }
      isMarked = lexeme != .word("NOT")
      position += 1
    }
    field = ownField ?? field
    guard let operand = readOperand(field: field, isExact: isExact) else { return nil }
    let placed = ownField?.textField.map(operand.searched) ?? operand
    return isNegated ? placed.negated : placed
  }

  private mutating func readOperand(field: QueryField?, isExact: Bool) -> Query? {
    guard let lexeme = next, lexeme != .close else { return nil }
    position += 1
    switch lexeme {
    case .open: return readGroup(field: field)
    case .openNear: return readNearGroup(field: field)
    case .quoted(let text, let slop, let isPrefix):
      if let field, field.textField == nil { return filter(field, text) }
      return Phrase(typed: text, slop: slop, isPrefix: isPrefix).map(Query.phrase)
    case .word(let word):
      if let field, field.textField == nil { return filter(field, word) }
      return term(word, isExact: isExact)
    case .minus, .exact, .field, .close: return nil
    }
  }

  private mutating func readGroup(field: QueryField?) -> Query? {
    let group = readOr(field: field?.textField == nil ? field : nil)
    position += 1  // the closing bracket
    return group
  }

  /// Reads `NEAR(a b, 5)` behind its bracket; what is no list of words, as a group.
  private mutating func readNearGroup(field: QueryField?) -> Query? {
    let start = position
    var words: [String] = []
    while let text = Self.nearText(next) {
      words.append(text)
      position += 1
    }
    let (text, slop) = Self.slop(endOf: words.joined(separator: " "))
    if field == nil || field?.textField != nil, next == .close,
      let phrase = Phrase(typed: text, slop: slop ?? Self.defaultSlop, isPrefix: false)
    {
      position += 1
      return .phrase(phrase)
    }
    position = start
    notes.add("NEAR( ) takes words and a number; here its brackets were read as a group.")
    return readGroup(field: field)
  }

  // MARK: Leaves

  private mutating func term(_ word: String, isExact: Bool) -> Query? {
    if let term = Term(word: word, isExact: isExact) {
      guard term.form == .stemmed else { return .term(term) }
      noteUnknownField(word)
      return .term(Self.isOperator(word) ? Term(word.lowercased()) : term)
    }
    return nil
  }

  private mutating func filter(_ field: QueryField, _ value: String) -> Query? {
    guard !value.isEmpty else {
      notes.add("\(field.rawValue): has no value and was left out.")
      return nil
    }
    if let filter = field.filter(value) { return .filter(filter) }
    notes.add(
      mistake:
        "\(QueryNotes.quote(value)) is no date (2025, 2025-09, 2025-09-07, 2024..2025, >=2024)",
      done: "it was searched as words")
    return Phrase(typed: value, slop: nil, isPrefix: false).map(Query.phrase)
  }

  /// Tells of `foo:bar`; not of `10:30`, `http://…`.
  private mutating func noteUnknownField(_ word: String) {
    guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let (name, value) = (word[..<colon].unicodeScalars, word[colon...].dropFirst())
    guard !name.isEmpty, name.allSatisfy(\.properties.isAlphabetic), !value.isEmpty,
      !value.hasPrefix("/")
    else { return }
    notes.add(
      mistake: "\(QueryNotes.quote(String(name) + ":")) is no field",
      done: "it was searched as words")
  }

  private static func isOperator(_ word: String) -> Bool {
    ["AND", "OR", "NOT"].contains(word) || slop(ofOperator: word) != nil
  }

  /// 10 of `NEAR`, n of `NEAR/n`.
  static func slop(ofOperator word: String) -> Int? {
    guard word.hasPrefix("NEAR") else { return nil }
    let rest = word.dropFirst(4)
    if rest.isEmpty { return defaultSlop }
    return rest.hasPrefix("/") ? number(rest.dropFirst()) : nil
  }

  /// The text before the last comma and the number behind it; all of it when there is none.
  private static func slop(endOf text: String) -> (String, Int?) {
    guard let comma = text.lastIndex(of: ",") else { return (text, nil) }
    let digits = text[text.index(after: comma)...].drop { $0 == " " }
    guard let slop = number(digits) else { return (text, nil) }
    return (String(text[..<comma]), slop)
  }

  private static func number(_ digits: Substring) -> Int? {
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits) else {
      return nil
    }
    return min(number, QueryLexer.maximumSlop)
  }

  /// What a lexeme adds to the words of NEAR( ); nil for what is no word.
  private static func nearText(_ lexeme: Lexeme?) -> String? {
    switch lexeme {
    case .word(let word)?: word
    case .quoted(let text, _, _)?: text
    default: nil
    }
  }
}
