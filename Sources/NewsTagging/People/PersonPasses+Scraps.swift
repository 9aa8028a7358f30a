/// What dates, addresses and broken lines leave behind that looks like a name.
extension PersonPasses {
  /// Whether a lone word is a damaged month, a town's state, an office without its bearer or half a word.
  func scrapVeto(_ name: Range<Int>) -> PersonVeto? {
    guard name.count == 1 else { return isStateInShort(name) ? .place : nil }
    let at = name.lowerBound
    if isDamagedMonth(at) || isOfficeAlone(at) || isHalf(at) { return .thing }
    return isStateBehindTown(at) || isMisprintedPeople(at) ? .place : nil
  }

  /// Dee in `Washington, Dee. 18`: a month but for one letter, before a day.
  private func isDamagedMonth(_ at: Int) -> Bool {
    let day = isMark(".", at + 1) ? at + 2 : at + 1
    guard at > 0, day < document.words.count, document.words[at - 1].kind == .punctuation,
      document.words[day].kind == .number, document.token(day).range.count < 3,
      3...4 ~= document.token(at).range.count
    else { return false }
    return document.bytes(at).withUnsafeBufferPointer { text in
      LookalikeLetters.first(of: 0..<text.count, in: text) { hash, _, _ in
        document.lexicon[hash].traits.contains(.calendar) ? true : nil
      }
    } ?? false
  }

  /// Conn in `Hartford, Conn, Jan. 8`.
  private func isStateBehindTown(_ at: Int) -> Bool {
    guard at > 1, isMark(",", at - 1) || isMark(".", at - 1) else { return false }
    let (town, state) = (document.words[at - 2], document.words[at])
    guard town.isName, town.has(.place) else { return false }
    // Its dot may be lost, which the gazetteer has.
    let record = gazetteer.record(TokenHash.mix(state.hash, UInt8(ascii: ".")))
    return record?.isStateInShort ?? false
  }

  /// `W. Va`, whose last dot is lost.
  private func isStateInShort(_ name: Range<Int>) -> Bool {
    let (first, last) = (document.words[name.lowerBound], document.words[name.upperBound - 1])
    guard name.count == 2, first.traits.contains(.initial) else { return false }
    let whole = TokenHash.mix(last.hash, UInt8(ascii: "."))
    return gazetteer.record(CountryGazetteer.extend(first.hash, whole))?.isStateInShort ?? false
  }

  /// Herman in `the Herman attack`, where the article speaks of Germans: a people but for one letter.
  private func isMisprintedPeople(_ at: Int) -> Bool {
    let next = at + 1
    guard !document.peoples.isEmpty, next < document.words.count, document.words[next].isInLowerCase
    else { return false }
    let isAdjective = FunctionWords.shared[document.words[next].hash] == 0
    let hasArticle = at > 0 && document.words[at - 1].hash == theHash
    guard isAdjective || hasArticle else { return false }
    return document.bytes(at).withUnsafeBufferPointer { text in
      LookalikeLetters.first(of: 0..<text.count, in: text) { hash, _, _ in
        document.peoples.contains(hash) ? true : nil
      }
    } ?? false
  }

  /// General in `for Attorney General, 212`.
  private func isOfficeAlone(_ at: Int) -> Bool {
    let word = document.words[at]
    return !rules[word.hash].isDisjoint(with: .anyOffice) && !word.has(.surname)
      && (!word.has(.given) || word.has([.title, .honorific]))
  }

  /// Wil in `President Wil- j` / `son`: a hyphen, what OCR made of the paper's edge, and the next line.
  private func isHalf(_ at: Int) -> Bool {
    guard isMark("-", at + 1), !document.words[at].has(.surname) else { return false }
    let end = min(at + 5, document.words.count)
    let next = (at + 2..<max(end, at + 2)).first { document.words[$0].traits.contains(.lineStart) }
    guard let next, next > at + 2, document.words[next].isInLowerCase else { return false }
    return (at + 2..<next).allSatisfy { document.token($0).range.count < 2 }
  }
}

extension CountryGazetteer.Record {
  fileprivate var isStateInShort: Bool {
    (0..<count).contains { self[$0].kind == .abbreviatedState }
  }
}
