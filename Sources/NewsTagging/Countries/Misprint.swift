/// Finds the well-known country, people or city whose name a word is but for one letter that OCR
/// takes for another: `Hritish`, `Frenoh`, `Pctrograd`.
///
/// Only words of six letters or more that no list knows are tried, with letters that look alike; of the names that papers
/// print daily more letters may be wrong in old ones (``DailyNames``).
struct Misprint {
  let gazetteer: CountryGazetteer
  let text: UnsafeBufferPointer<UInt8>
  /// Of a year whose papers OCR read: several letters may be wrong.
  let isOld: Bool
  private let lexicon = Lexicon.shipped
  /// Spares most of a word's readings the look-up, which would miss the cache.
  private static let wellKnown = CountryGazetteer().fingerprints(where: \.isWellKnown)

  init(gazetteer: CountryGazetteer, text: UnsafeBufferPointer<UInt8>, isOld: Bool) {
    self.gazetteer = gazetteer
    self.text = text
    self.isOld = isOld
  }

  /// Whether a token is a word of which a misprint can be told: others need not be looked up.
  @inline(__always)
  static func mayBe(_ token: Token) -> Bool {
    6...16 ~= token.range.count
      && token.traits.isDisjoint(with: [
        .hasHyphen, .hasApostrophe, .hasDigit, .hasNonASCII, .abbreviation,
      ])
  }

  /// The name meant and its record, nil where the word is known or like no such name.
  func name(of token: Token) -> (key: UInt64, record: CountryGazetteer.Record)? {
    guard Self.mayBe(token), let lexicon else { return nil }
    let known = lexicon[token.hash]
    guard known.isHardlyKnown else { return nil }
    return ofOneLetter(token) ?? (isOld && known.rawValue == 0 ? ofMoreLetters(token) : nil)
  }

  private func ofMoreLetters(_ token: Token) -> (key: UInt64, record: CountryGazetteer.Record)? {
    DailyNames.shared.meant(by: token.range, in: text).flatMap { key in
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
