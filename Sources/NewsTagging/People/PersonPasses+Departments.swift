/// Offices that go on with what they are for: Secretary of State Lansing, Minister of Foreign Affairs Aguilar.
extension PersonPasses {
  /// Where the bearer of an office stands behind its department; nil where none follows.
  func behindDepartment(_ office: Int) -> Int? {
    var at = office + 1
    guard at + 2 < document.words.count, document.words[at].hash == ofHash else { return nil }
    at += 1
    if document.words[at].hash == theHash { at += 1 }
    for last in at..<min(at + 2, document.words.count - 1) {
      let word = document.words[last]
      guard word.kind == .word, word.traits.isDisjoint(with: [.paragraphStart, .possessive]) else {
        return nil
      }
      if rules[word.hash].contains(.department) {
        return isBearer(last + 1, of: word) ? last + 1 : nil
      }
    }
    return nil
  }

  /// No people that a headline in capitals ends before: `NEW CHIEF OF STAFF` / `German soldiers`.
  private func isBearer(_ at: Int, of department: PeopleWord) -> Bool {
    let word = document.words[at]
    return !word.has(.nationality)
      && (!department.traits.contains(.allCaps) || word.traits.contains(.allCaps))
  }
}
