internal import IndexDefinition

/// The name that papers print daily which a damaged word means: `Hrltlsh`, `Itusslan`, `Uermany`
/// (`gazetteers/daily-names.tsv`).
///
/// A word and a name are compared letter by letter: of six letters one may be another that looks alike, of seven
/// two, of nine three, and the first besides. The first, which is the largest and damaged most, may be any of seven letters
/// and more, and two may stand for it, where the others say more. A word costs a look at each name of its length, fifty of
/// seven.
struct DailyNames: Sendable {
  static let shared = DailyNames()

  /// A name has fewer letters.
  private static let most = 17

  /// The letters of all names of each length, one name behind the other, the same in two numbers each, and each
  /// one's ``TokenHash``.
  private var names = [(letters: [UInt8], packed: [PackedLetters], hashes: [UInt64])](
    repeating: ([], [], []), count: most)

  private init() {
    for row in Gazetteer.dailyNames.rows where row.count == 2 {
      for word in row[1].split(separator: UInt8(ascii: " ")) {
        assert(word.count < Self.most, "a name longer than all are")
        names[word.count].letters += word
        names[word.count].packed.append(PackedLetters(word))
        names[word.count].hashes.append(word.reduce(TokenHash.seed, TokenHash.mix))
      }
    }
  }

  /// The ``TokenHash`` of the name that a word of ASCII letters means; nil for none.
  func meant(by word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard 6..<Self.most ~= word.count else { return nil }
    let word = UnsafeBufferPointer(rebasing: text[word])
    if let name = first(like: word) { return name }
    guard word.count > 7, isStroke(word[0]), isStroke(word[1]) else { return nil }
    let rest = UnsafeBufferPointer(rebasing: word[2...])
    return first(word.count - 1) {
      mistakes(rest, UnsafeBufferPointer(rebasing: $0[1...]), atMost: 1) != nil
    }
  }

  /// The first name that a word means by ``isMeant(_:by:)``: most names have other letters than it at most places,
  /// which two subtractions tell.
  private func first(like word: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let (packed, most) = (PackedLetters(word), Self.most(word.count) + 1)
    let (letters, hashes) = (names[word.count].letters, names[word.count].hashes)
    return names[word.count].packed.withUnsafeBufferPointer { names in
      for at in names.indices where packed.differs(from: names[at], atMost: most) {
        let isName = letters.withUnsafeBufferPointer { letters in
          let name = letters[at * word.count..<(at + 1) * word.count]
          return isMeant(UnsafeBufferPointer(rebasing: name), by: word)
        }
        if isName { return hashes[at] }
      }
      return nil
    }
  }

  /// How many letters behind the first may be others in a word so long.
  @inline(__always)
  private static func most(_ length: Int) -> Int { length < 7 ? 1 : length < 9 ? 2 : 3 }

  @inline(__always)
  private func first(_ length: Int, where isMeant: (UnsafeBufferPointer<UInt8>) -> Bool) -> UInt64?
  {
    names[length].letters.withUnsafeBufferPointer { letters in
      for at in 0..<letters.count / length {
        let name = letters[at * length..<(at + 1) * length]
        if isMeant(UnsafeBufferPointer(rebasing: name)) { return names[length].hashes[at] }
      }
      return nil
    }
  }

  @inline(__always)
  private func isMeant(
    _ name: UnsafeBufferPointer<UInt8>, by word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard
      let rest = mistakes(
        UnsafeBufferPointer(rebasing: word[1...]), UnsafeBufferPointer(rebasing: name[1...]),
        atMost: Self.most(word.count))
    else { return false }
    let first = word[0] | 0x20
    if first == name[0] { return true }
    if LookalikeLetters.isTaken(first, for: name[0]) { return word.count > 6 || rest == 0 }
    return word.count > 6 && rest <= (word.count < 8 ? 0 : 1)
  }

  /// How many letters are others that look alike; nil where one is not, and for too many.
  @inline(__always)
  private func mistakes(
    _ word: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>, atMost most: Int
  ) -> Int? {
    var count = 0
    for at in name.indices where word[at] | 0x20 != name[at] {
      count += 1
      guard count <= most, LookalikeLetters.isTaken(word[at] | 0x20, for: name[at]) else {
        return nil
      }
    }
    return count
  }

  /// What a capital falls apart into: Itussian.
  private func isStroke(_ letter: UInt8) -> Bool {
    switch letter | 0x20 {
    case UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "i"), UInt8(ascii: "j"),
      UInt8(ascii: "f"):
      true
    default: false
    }
  }
}
