/// Finds the name that a word is which no list knows.
///
/// In old papers that is one of those which they print daily, however OCR damaged it (``DamagedNames``). Today it
/// is a well-known country, people or city, but for one letter that looks alike: `Frenoh`.
struct Misprint {
  let gazetteer: CountryGazetteer
  let text: UnsafeBufferPointer<UInt8>
  /// The text's; none where a word is looked at by itself.
  let tokens: UnsafeBufferPointer<Token>
  /// Of a year whose papers OCR read.
  let isOld: Bool
  private let lexicon = Lexicon.shipped
  /// Spares most of a word's readings the look-up, which would miss the cache.
  private static let wellKnown = CountryGazetteer().fingerprints(where: \.isWellKnown)

  init(
    gazetteer: CountryGazetteer, text: UnsafeBufferPointer<UInt8>,
    tokens: UnsafeBufferPointer<Token> = UnsafeBufferPointer(start: nil, count: 0), isOld: Bool
  ) {
    self.gazetteer = gazetteer
    self.text = text
    self.tokens = tokens
    self.isOld = isOld
  }

  private func mayBe(_ token: Token) -> Bool {
    isOld
      ? 5...19 ~= token.range.count && token.traits.isDisjoint(with: [.hasNonASCII, .abbreviation])
      : 6...16 ~= token.range.count
        && token.traits.isDisjoint(with: Self.joints.union([.hasNonASCII, .abbreviation]))
  }

  private static let joints: Token.Traits = [.hasHyphen, .hasApostrophe, .hasDigit]

  /// The name meant and its record, nil where the word is known or like no such name.
  ///
  /// - Parameters:
  ///   - at: where the token stands, if its neighbours are to be heard.
  ///   - isPerson: whether the article calls a person so.
  func name(
    of token: Token, at: Int? = nil, isPerson: Bool = false
  ) -> (key: UInt64, record: CountryGazetteer.Record)? {
    guard mayBe(token), let lexicon else { return nil }
    let known = lexicon[token.hash]
    guard known.isHardlyKnown else { return nil }
    guard isOld else { return ofOneLetter(token) }
    if !token.traits.isDisjoint(with: Self.joints), isWordWithoutJoint(token) { return nil }
    guard let at else {
      return damaged(token.range, doubt: Self.doubt(known) + Self.unheard, .init())
    }
    return damaged(
      token.range, doubt: Self.doubt(known) + (isPerson ? 30 : 0),
      NameSurroundings.shared.weight(of: at..<at + 1, in: tokens))
  }

  /// Of a word that stands seldom in texts and with a capital.
  private static func doubt(_ known: WordRecord) -> Int { known.rawValue == 0 ? 0 : 20 }

  /// Of a word whose neighbours are not heard.
  private static let unheard = 4

  /// Whether a word is known but for what parts it: `Pol-ish your shoes`.
  private func isWordWithoutJoint(_ token: Token) -> Bool {
    let hash = text[token.range].lazy.filter { ($0 | 0x20) &- 97 < 26 }
      .reduce(TokenHash.seed) { TokenHash.mix($0, $1 | 0x20) }
    guard let record = gazetteer.record(hash) else { return lexicon?[hash].isHardlyKnown == false }
    return record.flags.contains(.word)
  }

  /// The name that a word and what stands on the next line are together, where one of them is no word.
  func name(
    overLineEndAt at: Int
  ) -> (key: UInt64, record: CountryGazetteer.Record)? {
    guard isOld, at + 1 < tokens.count else { return nil }
    let (token, next) = (tokens[at], tokens[at + 1])
    guard next.isSmallWord, next.traits.contains(.lineStart),
      !next.traits.contains(.paragraphStart), token.range.count > 1,
      next.range.count > 1, let lexicon,
      lexicon[token.hash].isHardlyKnown || lexicon[next.hash].isHardlyKnown
    else { return nil }
    return damaged(
      token.range.lowerBound..<next.range.upperBound, doubt: 10,
      NameSurroundings.shared.weight(of: at..<at + 2, in: tokens))
  }

  /// The name that a part of a word is, which is no word itself; Austro and Franco too, which by themselves are none.
  func name(
    ofPart part: Range<Int>, hash: UInt64
  ) -> (key: UInt64, record: CountryGazetteer.Record)? {
    guard isOld, let known = lexicon?[hash], known.isHardlyKnown else { return nil }
    return damaged(part, doubt: Self.doubt(known), .init(), orRival: true)
  }

  private func damaged(
    _ word: Range<Int>, doubt: Int, _ weight: NameSurroundings.Weight, orRival: Bool = false
  ) -> (key: UInt64, record: CountryGazetteer.Record)? {
    DamagedNames.shared.meant(by: word, in: text, doubt: doubt, beside: weight, orRival: orRival)
      .flatMap { key in
        gazetteer.record(key).map { (key, $0) }
      }
  }

  private func ofOneLetter(_ token: Token) -> (key: UInt64, record: CountryGazetteer.Record)? {
    let wellKnown = Self.wellKnown
    return LookalikeLetters.first(of: token.range, in: text) { key, _, _ in
      guard wellKnown.mayContain(UInt64(CountryGazetteer.fingerprint(key))) else { return nil }
      return gazetteer.record(key).flatMap { $0.isWellKnown ? (key, $0) : nil }
    }
  }
}

extension CountryGazetteer.Record {
  /// A country's or people's name in English, or a city's of half a million with no other meaning.
  fileprivate var isWellKnown: Bool {
    let isOther = !flags.isDisjoint(with: [.word, .givenName, .surname])
    guard !flags.contains(.block) else { return false }
    return (0..<count).contains { index in
      let sense = self[index]
      switch sense.kind {
      case .demonym: return sense.weight & 0x80 != 0
      case .country: return sense.weight & 0x80 != 0 && !isOther
      case .capital, .city: return sense.weight >= 171 && !isOther
      default: return false
      }
    }
  }
}
