internal import ArticleModel

/// Reads the calendar expressions of one field, left to right.
struct DateGrammar {
  let field: FieldTokens
  let tokens: [Token]
  private let lexicon = DateLexicon.shared
  /// The article's own date; what "today" is.
  let reference: CalendarDate?
  /// Of the text, ISO 639-1.
  private let language: String?
  /// The date last named with a day, month or year of its own: what "that year" and "two days
  /// later" count from.
  var anchor: CalendarDate?

  init(_ field: FieldTokens, reference: CalendarDate?, language: String?) {
    self.field = field
    self.language = language
    tokens = field.tokens
    self.reference = reference?.precision == .day ? reference : nil
    anchor = reference
  }

  mutating func forEach(_ body: (DateExpression) -> Void) {
    var index = 0
    while let start = opening(from: index) {
      index = start + 1
      guard let expression = expression(at: start) else { continue }
      body(expression)
      anchor = expression.date
      index = expression.tokens.upperBound
    }
  }

  /// The next token that may open an expression.
  private func opening(from start: Int) -> Int? {
    tokens.withUnsafeBufferPointer { tokens in
      (start..<max(start, tokens.count)).first { mayOpen(tokens[$0]) }
    }
  }

  /// Whether an expression may begin here, at a number or a word that opens one: passes over most tokens at once,
  /// by one comparison, as in ``Token/isSmall(_:_:)``.
  @inline(__always)
  private func mayOpen(_ token: Token) -> Bool {
    assert(Token.Kind.word.rawValue == 0 && Token.Kind.number.rawValue == 1)
    return token.kind.rawValue | (lexicon.mayOpen(token.hash) ? 1 : 0) == 1
  }

  private func expression(at index: Int) -> DateExpression? {
    switch tokens[index].kind {
    case .punctuation: return nil
    case .number:
      if let day = dayNumber(index) { return expression(ofDay: day, at: index) }
      return expression(ofNumberAt: index)
    case .word: break
    }
    guard let word = word(index) else { return nil }
    switch word {
    case .month: return holidayPhrase(index) ?? month(index)
    case .partOfMonth(let month): return partOfMonth(index, month)
    case .weekday: return holidayPhrase(index) ?? weekday(index)
    case .dayOffset(let days): return dayOffset(index, days)
    case .yearEarlier:
      return expression(index, index + 1, reference?.adding(years: -1), "year-earlier")
    case .number(2), .tens(20): return counted(index) ?? spelledYear(index)
    case .number, .tens: return counted(index)
    case .direction: return countedWeekday(index) ?? directed(index)
    case .part: return part(index)
    case .century: return spelledYear(index)
    case .holidayOpening: return holidayPhrase(index)
    case .holiday: return holidayPhrase(index) ?? holiday(index)
    case .season: return season(index)
    case .ordinal: return quarter(index) ?? countedWeekday(index) ?? holidayPhrase(index)
    case .quarter: return shortQuarter(index)
    case .decade(let year): return decade(index, year)
    case .unit(.year, isPlural: false): return knownYear(index)
    case .weekend: return knownWeekend(index)
    case .shift, .ago, .partOfDay, .unit, .preposition: return nil
    }
  }

  /// What begins with a number that may be a day's.
  private func expression(ofDay day: Int, at index: Int) -> DateExpression? {
    dayMonth(index, day) ?? counted(index) ?? shortYear(index) ?? secondDay(index, day)
      ?? dayOfKnownMonth(index, day)
  }

  /// What begins with another number.
  private func expression(ofNumberAt index: Int) -> DateExpression? {
    numeric(index) ?? counted(index) ?? year(index) ?? shortDecade(index) ?? shortYear(index)
  }

  /// Whether a text may name a month so: in English no other language's (Mars 2020), in another
  /// language in lower case too, when a year follows.
  func maySpeak(_ isEnglish: Bool) -> Bool { isEnglish || language != "en" }

  /// In a text that is not English, or may not be, months are in lower case.
  func mayBeLowerCase(_ isEnglish: Bool) -> Bool {
    language == nil ? !isEnglish : language != "en"
  }

  // MARK: Reading tokens

  func word(_ index: Int) -> DateWord? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return nil }
    return lexicon[tokens[index].hash]
  }

  /// The value of a token of digits alone, at most four.
  func digits(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .number else { return nil }
    let token = tokens[index]
    guard token.end - token.start <= 4 else { return nil }
    var value = 0
    for byte in field.bytes[token.range] {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    return value
  }

  /// A day of the month: `7`, `7th`, `1er`, `5-7` (its first).
  func dayNumber(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .number else { return nil }
    var at = Int(tokens[index].start)
    let end = Int(tokens[index].end)
    guard end - at <= 5 else { return nil }
    var value = 0
    while at < end, isDigit(field.bytes[at]) {
      value = value * 10 + Int(field.bytes[at]) - 48
      at += 1
    }
    guard (1...31).contains(value), at - Int(tokens[index].start) <= 2 else { return nil }
    return at == end || isDaySuffix(at..<end) ? value : nil
  }

  /// The `th` of 7th, the `-9` of 7-9.
  private func isDaySuffix(_ range: Range<Int>) -> Bool {
    let first = field.bytes[range.lowerBound]
    if first == UInt8(ascii: "-") { return range.count <= 3 }
    guard range.count == 2 else { return false }
    switch (first | 0x20, field.bytes[range.lowerBound + 1] | 0x20) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68), (0x65, 0x72): return true
    default: return false
    }
  }

  func isPunctuation(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .punctuation else { return false }
    return tokens[index].end - tokens[index].start == 1
      && field.bytes[Int(tokens[index].start)] == UInt8(ascii: mark)
  }

  func isCapitalised(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].traits.contains(.capitalised)
  }

  func isPossessive(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].traits.contains(.possessive)
  }

  func hash(_ index: Int) -> UInt64 {
    index >= 0 && index < tokens.count ? tokens[index].hash : 0
  }

  func tense(_ index: Int) -> Tense? {
    Tense.at(index, in: tokens, field.bytes)
  }

  func expression(_ from: Int, _ to: Int, _ date: CalendarDate?, _ rule: String)
    -> DateExpression?
  {
    date.map { DateExpression(tokens: from..<to, date: $0, rule: rule) }
  }
}
