/// Puts right what OCR made of a name: `Jacinto Trevlno`, `Frederlck Funaton`.
///
/// A word that no text knows, or hardly one, is taken for the one name, frequent and always with a capital,
/// that it is but for a letter that looks alike. Only in damaged texts: elsewhere a name that nobody knows
/// is rather somebody else's.
struct NameMisprints {
  /// Shorter words are like too many others; one letter less is enough for what a list has.
  private static let shortest = 5
  /// Always with a capital, and frequent.
  private static let always: UInt32 = 10

  private let lexicon = Lexicon.shipped
  private let gazetteer = CountryGazetteer()
  /// Spares nearly all of a word's readings the look-up, which would miss the cache.
  private static let allNames: TokenFilter =
    Lexicon.shipped?.filter { isNameLike($0) } ?? TokenFilter()

  /// Puts each word of a name right.
  ///
  /// - Parameter name: words parted by single spaces.
  func mend(_ name: UnsafeMutableBufferPointer<UInt8>) {
    guard let lexicon else { return }
    var start = 0
    while start < name.count {
      let end = name[start...].firstIndex(of: 0x20) ?? name.count
      if let (at, letter) = misprint(start..<end, in: UnsafeBufferPointer(name), lexicon) {
        name[at] = name[at] & 0x20 == 0 ? letter & ~0x20 : letter
      }
      start = end + 1
    }
  }

  /// Where which letter is another.
  private func misprint(
    _ word: Range<Int>, in name: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon
  ) -> (at: Int, letter: UInt8)? {
    guard word.count >= Self.shortest - 1, isLetters(name[word]) else { return nil }
    let hash = name[word].reduce(TokenHash.seed) { TokenHash.mix($0, $1 | 0x20) }
    let record = lexicon[hash]
    guard record.isHardlyKnown, record.brownCluster == 0, gazetteer.record(hash) == nil else {
      return nil
    }
    let mayBeNames = Self.allNames
    var found: (at: Int, letter: UInt8)?
    let hasOther = LookalikeLetters.first(of: word, in: name) { hash, at, letter -> Bool? in
      guard mayBeNames.mayContain(hash), isName(lexicon[hash], hash, word.count) else { return nil }
      if found != nil { return true }
      found = (at, letter)
      return nil
    }
    return hasOther == nil ? found : nil
  }

  /// A capital and small letters, or capitals alone; of ASCII.
  private func isLetters(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first, first &- 65 < 26 else { return false }
    let rest = word.dropFirst()
    return rest.allSatisfy { $0 &- 97 < 26 } || rest.allSatisfy { $0 &- 65 < 26 }
  }

  private func isName(_ record: WordRecord, _ hash: UInt64, _ length: Int) -> Bool {
    guard Self.isNameLike(record) else { return false }
    if record.traits.contains(.surname) || record.traits.contains(.given) { return true }
    return length >= Self.shortest && gazetteer.record(hash)?.isWidelyKnown != true
  }

  private static func isNameLike(_ record: WordRecord) -> Bool {
    record.capitalisation == always && record.traits.isDisjoint(with: others)
      && (!record.traits.isDisjoint(with: [.surname, .given]) || !record.traits.contains(.place))
  }

  private static let others: WordRecord.Traits = [
    .calendar, .country, .nationality, .organisation, .facility, .title, .honorific,
  ]
}
