/// One word of a person's name, as names are compared: by hash alone.
struct NameWord: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case full
    /// One letter that stands for a name: `J.`
    case initial
    /// Part of the family name but not its head: von, de la, bin, al-.
    case particle
  }

  /// ``TokenHash`` of the folded letters (``NameFolding``).
  let hash: UInt64
  /// Equal for the spellings of one family name.
  let sound: UInt64
  /// The first folded letter's first byte.
  let first: UInt8
  let kind: Kind

  /// - Parameter letters: folded, at least one.
  init(_ letters: UnsafeBufferPointer<UInt8>, kind: Kind) {
    self.kind = kind
    first = letters.first ?? 0
    hash = NameSpellings.hash(letters)
    let sound = kind == .full ? NameSound.hash(letters) : hash
    self.sound = NameSpellings.families.first(of: sound) ?? sound
  }

  /// Whether `sound` is that of a family name with listed spellings.
  var isListed: Bool { NameSpellings.families.first(of: sound) != nil }

  /// Whether two given names may be one person's: equal, initial, short form, other spelling.
  func isVariant(of other: NameWord) -> Bool {
    if kind == .initial || other.kind == .initial { return first == other.first }
    return sound == other.sound || GivenNames.shared.areOne(self, other)
  }
}

extension NameWord {
  /// Particles before the head of a family name, in the languages that write them apart.
  static let particles = TokenSet(
    """
    von van vom zu zum zur der den dem de del della dello dei degli di da do das dos du des la le
    las los lo el al ul af av ter ten te in't bin ibn bint ben binti abu abd umm ould st e y i
    """)
  /// Those that are also given names, and so never open a name.
  static let namelikeParticles = TokenSet("ben al abu della e i y da do st te ten lo")
  /// The Arabic article, as it is joined to a name by a hyphen (al-Assad, es-Sadr).
  static let articles = TokenSet("al el as ar ad an ash at az ul ud ur es ed et en")
}
