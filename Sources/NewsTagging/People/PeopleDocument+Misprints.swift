/// Offices some letters of which OCR took for others.
extension PeopleDocument {
  /// The lengths of the offices that are told so.
  private static let lengths = 7...16

  /// What a word says of the name behind it but for a letter that looks alike (`Oeneral`, `Presldent`), or, where
  /// nobody knows it and the text is damaged, but for two or three (`Ambaaaador`).
  ///
  /// - Returns: nothing for a word that some list knows.
  @inline(__always)
  func misprintedOffice(_ at: Int) -> NameRules.Kinds {
    mayBeMisprinted(at) ? officeOfUnknown(at) : []
  }

  /// Most words are known, which is told at once.
  @inline(__always)
  func mayBeMisprinted(_ at: Int) -> Bool {
    words[at].record.isHardlyKnown || words[at].traits.contains(.hasApostrophe)
  }

  @inline(never)
  private func officeOfUnknown(_ at: Int) -> NameRules.Kinds {
    let word = words[at]
    if word.traits.contains(.hasApostrophe) { return officeWithBrokenP(at) }
    guard word.isName,
      word.traits.isDisjoint(with: [.hasHyphen, .hasDigit, .hasNonASCII]),
      Self.lengths.contains(token(at).range.count)
    else { return [] }
    let bytes = bytes(at)
    if let kinds = officeOfOtherLetter(bytes) { return kinds }
    return word.record.rawValue == 0 && legibility.mayBeDamaged
      ? OfficeSpellings.shared.kinds(of: bytes.map(lowercasedASCII)) : []
  }

  private func officeOfOtherLetter(_ bytes: ArraySlice<UInt8>) -> NameRules.Kinds? {
    bytes.withUnsafeBufferPointer { text in
      LookalikeLetters.first(of: 0..<text.count, in: text) { hash, _, _ in
        let kinds = rules[hash].intersection(.anyOffice)
        return kinds.isEmpty ? nil : kinds
      }
    }
  }

  /// The same for the P that OCR took for an I and an apostrophe: `I'remier`, `I'resident`.
  private func officeWithBrokenP(_ at: Int) -> NameRules.Kinds {
    let bytes = bytes(at)
    guard bytes.count > 4, bytes.starts(with: "I'".utf8) else { return [] }
    let hash = bytes.dropFirst(2).reduce(TokenHash.mix(TokenHash.seed, UInt8(ascii: "p"))) {
      TokenHash.mix($0, lowercasedASCII($1))
    }
    return rules[hash].intersection(.anyOffice)
  }
}
