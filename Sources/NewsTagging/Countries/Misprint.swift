/// Finds the well-known country, people or city whose name a word is but for one letter that OCR
/// takes for another: `Hritish`, `Frenoh`, `Pctrograd`.
///
/// Only words of six letters or more that no list knows are tried, with letters that look alike.
struct Misprint {
  let gazetteer: CountryGazetteer
  let text: UnsafeBufferPointer<UInt8>
  private let lexicon = Lexicon.shipped

  init(gazetteer: CountryGazetteer, text: UnsafeBufferPointer<UInt8>) {
    self.gazetteer = gazetteer
    self.text = text
  }

  /// The name meant and its record, nil where the word is known or like no such name.
  func name(of token: Token) -> (key: UInt64, record: CountryGazetteer.Record)? {
    guard token.range.count >= 6, token.range.count <= 16, isUnknown(token) else { return nil }
    var start = TokenHash.seed
    for at in token.range {
      let letter = text[at] | 0x20
      guard letter &- 97 < 26 else { return nil }
      let others = Self.lookalikes[Int(letter &- 97)]
      for other in 0..<5 where others[other] > 0 {
        let key = hash(at + 1..<Int(token.end), after: TokenHash.mix(start, others[other]))
        if let record = gazetteer.record(key), record.isWellKnown { return (key, record) }
      }
      start = TokenHash.mix(start, letter)
    }
    return nil
  }

  /// ``TokenHash`` of a word whose beginning has one, over ASCII letters alone.
  @inline(__always)
  private func hash(_ range: Range<Int>, after beginning: UInt64) -> UInt64 {
    var hash = beginning
    for at in range { hash = TokenHash.mix(hash, text[at] | 0x20) }
    return hash
  }

  private func isUnknown(_ token: Token) -> Bool {
    let doubtful: Token.Traits = [
      .hasHyphen, .hasApostrophe, .hasDigit, .hasNonASCII, .abbreviation,
    ]
    guard token.traits.isDisjoint(with: doubtful), let lexicon else { return false }
    let record = lexicon[token.hash]
    return record.traits.isEmpty && (record.capitalisation == 0 || 4...5 ~= record.capitalisation)
  }

  /// For a to z the letters that OCR of old print takes it for, found in newspapers of 1916; five at
  /// most, 0 for none.
  private static let lookalikes = [
    "osnu", "hr", "eog", "o", "coa", "tp", "coq", "bkn", "ltj", "i", "hr", "it", "nr", "muhr",
    "ceagd", "f", "g", "nkbt", "a", "lfri", "nao", "yw", "v", "k", "v", "s",
  ].map { letters in
    var lanes = SIMD8<UInt8>()
    for (lane, letter) in zip(lanes.indices, letters.utf8) { lanes[lane] = letter }
    return lanes
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
