/// Offices one letter of which OCR took for another.
extension PeopleDocument {
  /// The lengths of the offices that are told so: general, governor, secretary.
  private static let lengths = 7...9

  /// What a word says of the name behind it but for one letter: `Oeneral`, `Presldent`.
  ///
  /// - Returns: nothing for a word that some list knows.
  func misprintedOffice(_ at: Int) -> NameRules.Kinds {
    let word = words[at]
    let length = token(at).range.count
    guard Self.lengths.contains(length), word.isName, word.record.traits.isEmpty,
      word.record.capitalisation == 0 || 4...5 ~= word.record.capitalisation,
      word.traits.isDisjoint(with: [.hasHyphen, .hasApostrophe, .hasDigit, .hasNonASCII])
    else { return [] }
    let rules = NameRules.shared
    return bytes(at).withUnsafeBufferPointer { text in
      LookalikeLetters.first(of: 0..<text.count, in: text) { hash in
        let kinds = rules[hash].intersection(.anyOffice)
        return kinds.isEmpty ? nil : kinds
      }
    } ?? []
  }
}
