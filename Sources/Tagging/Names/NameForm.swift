internal import IndexDefinition

/// One way in which an article names somebody, with what stands around it.
struct NameForm {
  let name: PersonName
  /// As written, on one line.
  let text: String
  /// Said by a form of address before it.
  let gender: Honorific.Gender?
  /// The form of address says that a lone name is a given name (Sir Keir).
  let isGivenName: Bool
  /// The Clintons, Mr and Mrs Obama: nobody in particular.
  let isFamily: Bool
  /// Span positions, ascending.
  var spans: [Int] = []
}

extension NameForm {
  init(_ span: PersonSpan, in field: FieldTokens) {
    let address = Self.address(before: span.tokens.lowerBound, in: field.tokens)
    let words = Self.words(of: span, in: field)
    name = PersonName(texts: words)
    text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    gender = address?.honorific.gender
    isGivenName = address?.honorific.precedesGivenName ?? false
    isFamily =
      name.isLone
      && (Self.isCouple(address, in: field.tokens) || Self.isPlural(span, name, in: field.tokens))
  }

  /// Same for two spans that need not be told apart.
  static func key(of span: PersonSpan, in field: FieldTokens) -> UInt64 {
    let tokens = field.tokens
    var key = field.bytes[span.range].reduce(TokenHash.seed, TokenHash.mix)
    let before = span.tokens.lowerBound - 1
    if before >= 0 { key = (key ^ tokens[before].hash) &* 0x9E37_79B9_7F4A_7C15 }
    return key
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

  /// The words as written; pieces that touch (`O ' Neill` apart from `O'Neill`) stay one word.
  private static func words(of span: PersonSpan, in field: FieldTokens) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    for index in span.tokens {
      let token = field.tokens[index]
      if token.traits.contains(.possessive) && index + 1 == span.tokens.upperBound { break }
      if token.traits.contains(.spaceBefore) || words.isEmpty {
        words.append(field.bytes[token.range])
      } else {
        words[words.count - 1] = field.bytes[words[words.count - 1].startIndex..<Int(token.end)]
      }
    }
    return words
  }

  /// Mr and Mrs Obama: two forms of address for one name.
  private static func isCouple(_ address: Honorifics.Match?, in tokens: [Token]) -> Bool {
    guard let address, address.tokens.lowerBound > 0 else { return false }
    let joint = address.tokens.lowerBound - 1
    guard and.contains(tokens[joint].hash) else { return false }
    let first = Honorifics.shared.match(endingAt: joint, in: tokens)?.honorific
    return first?.kind == .honorific && first?.gender != address.honorific.gender
  }

  /// The Clintons.
  private static func isPlural(
    _ span: PersonSpan, _ name: PersonName, in tokens: [Token]
  ) -> Bool {
    let before = span.tokens.lowerBound - 1
    guard before >= 0, the.contains(tokens[before].hash), let letters = name.head?.letters
    else { return false }
    return letters.count > 3 && letters.last == UInt8(ascii: "s")
  }

  private static let and = NameWord.hashes("and & und et y e en og och i")
  private static let the = NameWord.hashes("the both two les los die gli i")
}
