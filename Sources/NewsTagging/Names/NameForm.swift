internal import ArticleModel

/// One way in which an article names somebody, with what stands around it.
struct NameForm {
  let name: PersonName
  /// As written, on one line, misprints put right.
  let text: String
  /// Whether `text` has capitals and small letters, as names in running text do.
  let isNatural: Bool
  /// Said by a form of address before it.
  let gender: Honorific.Gender?
  /// A lone name that is a given name: Sir Keir.
  let isGivenName: Bool
  /// Named with the title of a monarch, prince or pope.
  let isRegnal: Bool
  /// The Clintons, Mr and Mrs Obama: nobody in particular.
  let isFamily: Bool
  /// The form of address that told the gender, in the field's tokens.
  let address: Range<Int>
  let field: Field
  /// The position of the first span.
  let first: Int
  /// How many spans have the form.
  var count = 0
}

extension NameForm {
  init(
    _ span: PersonSpan, at position: Int, in field: FieldTokens, _ misprints: NameMisprints?
  ) {
    let tokens = Self.nameTokens(of: span, in: field.tokens)
    let (text, name, isNatural) = Self.withText(of: tokens, in: field) { text in
      misprints?.mend(text)
      let text = UnsafeBufferPointer(text)
      return (
        String(decoding: text, as: UTF8.self), PersonName(text), NameCasing.isNatural(text)
      )
    }
    let match = Self.address(before: tokens.lowerBound, in: field.tokens)
    let precedesGivenName = match?.honorific.precedesGivenName == true
    let isFamily =
      name.isLone
      && (Self.isCouple(match, in: field.tokens)
        || Self.isPlural(tokens.lowerBound, name, in: field.tokens))
    self.init(
      name: name, text: text, isNatural: isNatural,
      gender: match?.honorific.gender, isGivenName: name.isLone && precedesGivenName,
      isRegnal: match?.honorific.kind == .title && precedesGivenName, isFamily: isFamily,
      address: match?.tokens ?? 0..<0, field: span.field, first: position)
  }

  /// Same for two spans that need not be told apart.
  static func key(of span: PersonSpan, in field: FieldTokens) -> UInt64 {
    let before = span.tokens.lowerBound - 1
    var key = before < 0 ? TokenHash.seed : field.tokens[before].hash
    field.bytes.withUnsafeBufferPointer { bytes in
      for at in span.range { key = TokenHash.mix(key, bytes[at]) }
    }
    return key | 1
  }

  /// The span without forms of address that got into it, where two words or more follow them.
  private static func nameTokens(of span: PersonSpan, in tokens: [Token]) -> Range<Int> {
    var range = span.tokens
    while let match = Honorifics.shared.match(startingAt: range.lowerBound, in: tokens),
      match.tokens.upperBound + 2 <= range.upperBound,
      !GivenNames.shared.contains(tokens[range.lowerBound].hash)
    {
      range = match.tokens.upperBound..<range.upperBound
    }
    return range
  }

  /// The nearest form of address that says a gender, else the nearest.
  private static func address(before start: Int, in tokens: [Token]) -> Honorifics.Match? {
    var end = start
    var nearest: Honorifics.Match?
    while let match = Honorifics.shared.match(endingAt: end, in: tokens) {
      if match.honorific.gender != nil { return match }
      nearest = nearest ?? match
      end = match.tokens.lowerBound
    }
    return nearest
  }

  /// Lends the words of a name, parted by one space.
  private static func withText<Result>(
    of tokens: Range<Int>, in field: FieldTokens,
    _ body: (UnsafeMutableBufferPointer<UInt8>) -> Result
  ) -> Result {
    let size = tokens.reduce(0) { $0 + field.tokens[$1].range.count + 1 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { room in
      body(UnsafeMutableBufferPointer(rebasing: room[..<write(tokens, of: field, to: room)]))
    }
  }

  /// The words parted by one space; what touches stays one word, and so do halves at a line end. The comma
  /// before a generation goes: `Otto Haldwick, Jr.` is `Otto Haldwick Jr.`
  ///
  /// - Returns: how many bytes they are.
  private static func write(
    _ tokens: Range<Int>, of field: FieldTokens, to text: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var isBehindInitial = false
    for index in tokens {
      let token = field.tokens[index]
      // OCR's marks in `Otto N.-Haldwick`; a nickname has two quotes.
      if isBehindInitial, isStrayMark(token, in: tokens, of: field) { continue }
      isBehindInitial = token.traits.contains(.initial)
      if token.traits.contains(.possessive) && index + 1 == tokens.upperBound { break }
      if token.hash == comma { continue }
      if count > 0, text[count - 1] == hyphen, token.traits.contains(.lineStart) {
        if !token.traits.contains(.capitalised) { count -= 1 }
      } else if token.traits.contains(.spaceBefore), count > 0 {
        text[count] = UInt8(ascii: " ")
        count += 1
      }
      count = text[count...].update(fromContentsOf: field.spelling(of: token))
    }
    return count
  }

  private static func isStrayMark(
    _ token: Token, in name: Range<Int>, of field: FieldTokens
  ) -> Bool {
    guard token.kind == .punctuation else { return false }
    if strayMarks.contains(token.hash) { return true }
    return nicknameQuotes.contains(token.hash)
      && name.count(where: { nicknameQuotes.contains(field.tokens[$0].hash) }) == 1
  }

  private static let strayMarks = TokenSet("- — * ^ • ~ » « ` '")
  private static let hyphen = UInt8(ascii: "-")
  @inline(__always) private static var comma: UInt64 { TokenHash.word(",") }

  /// Mr and Mrs Obama: two forms of address for one name, each of which tells a gender.
  private static func isCouple(_ address: Honorifics.Match?, in tokens: [Token]) -> Bool {
    guard let address, address.tokens.lowerBound > 0 else { return false }
    let joint = address.tokens.lowerBound - 1
    guard and.contains(tokens[joint].hash) else { return false }
    let first = Honorifics.shared.match(endingAt: joint, in: tokens)?.honorific
    return first?.kind == .honorific && first?.gender != nil
      && first?.gender != address.honorific.gender
  }

  /// The Clintons.
  private static func isPlural(
    _ start: Int, _ name: PersonName, in tokens: [Token]
  ) -> Bool {
    let before = start - 1
    guard before >= 0, name.letters.count > 3, name.letters.last == UInt8(ascii: "s")
    else { return false }
    return the.contains(tokens[before].hash)
  }

  private static let and = TokenSet("and & und et y en og och i")
  private static let the = TokenSet("the both two les los die gli i")
}
