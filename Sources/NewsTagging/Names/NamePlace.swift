/// Where a name belongs among all names of an archive: with the family whose members it may be.
///
/// Equal texts have equal places on every machine; an index keeps them.
package struct NamePlace: Sendable, Equatable {
  /// The sound of the family name, 48 bits: names of other families are never one person's.
  package let family: Int64
  /// Equal for names of equal words; 32 bits, 0 for a name alone.
  package let key: Int64
  /// Where the same person stands by another way to write the name, when an archive has that way:
  /// `Orban Viktor` belongs to `Viktor Orban`, `Carlos Salinas de Gortari` to `Carlos Salinas`.
  package let otherWay: Way?

  /// A name by its place.
  package struct Way: Sendable, Hashable {
    package let family: Int64
    package let key: Int64

    package init(family: Int64, key: Int64) {
      self.family = family
      self.key = key
    }
  }

  package init(_ text: String) {
    self.init(PersonName(text), isLone: SightedName.isLone(text))
  }

  /// Of words that may be a name in full, as it is written: neither forms of address nor given names are
  /// looked up, whose lists take a millisecond to read.
  package init(ofWords text: String) {
    let name = PersonName(text)
    family = Self.family(of: name.head)
    key = name.isLone ? 0 : Self.key(of: name.words[...])
    otherWay = nil
  }

  init(_ name: PersonName, isLone: Bool) {
    family = Self.family(of: name.head)
    key = isLone ? 0 : Self.key(of: name.words[...])
    otherWay = isLone || name.generation != nil ? nil : Self.otherWay(of: name)
  }

  /// The place of the name itself.
  package var way: Way { Way(family: family, key: key) }

  /// The sound of a family name as ``family`` has it; 0 without one.
  static func family(of head: NameWord?) -> Int64 {
    head.map { Int64($0.sound >> 16) } ?? 0
  }

  private static func otherWay(of name: PersonName) -> Way? {
    let words = name.words
    if name.isTurnable {
      return Way(family: family(of: words[0]), key: key(of: [words[1], words[0]]))
    }
    let cut = words[..<name.family.lowerBound]
    guard name.family.count > 1, cut.count(where: { $0.kind == .full }) > 1 else { return nil }
    return Way(family: family(of: cut.last), key: key(of: cut))
  }

  private static func key(of words: ArraySlice<NameWord>) -> Int64 {
    let hash = words.reduce(TokenHash.seed) { hash, word in
      (0..<8).reduce(hash) { TokenHash.mix($0, UInt8(truncatingIfNeeded: word.hash >> ($1 * 8))) }
    }
    return Int64(hash >> 32)
  }
}
