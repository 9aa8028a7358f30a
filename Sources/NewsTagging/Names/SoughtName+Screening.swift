/// Passing over the names that cannot fit, before they are taken apart: of an archive's hundreds of
/// thousands, nearly all.
extension SoughtName {
  /// What a name must have one word of, or be as a whole.
  package struct Screen: Sendable {
    /// Nil: any name may fit.
    fileprivate var sounds: Set<UInt64>?
    /// By ``initialClass(of:)``.
    fileprivate var initials: UInt32 = 0
    /// The folded letters of each whole name.
    fileprivate var letters: [[UInt8]]

    /// Passed by every name that fits one of `names`.
    package init(of names: [SoughtName]) {
      letters = names.flatMap(\.screen.letters)
      sounds = names.contains { $0.screen.sounds == nil } ? nil : []
      for name in names {
        sounds?.formUnion(name.screen.sounds ?? [])
        initials |= name.screen.initials
      }
    }

    init(_ name: PersonName) {
      letters = [name.letters]
      let words = name.words.filter { $0.kind == .full }
      let isSpelling = NameSpellings.wholes.first(of: NameSpellings.hash(name.letters)) != nil
      guard !words.isEmpty, !isSpelling else { return }
      sounds = Set(words.map(\.sound))
      // Listed spellings of one name may begin with any letter.
      initials = words.contains(where: \.isListed) ? .max : 0
      for word in words { initials |= Self.initialClass(of: word.first) }
    }

    /// Letters that may stand for each other at the beginning of a name (``NameSound``) are one bit.
    @inline(__always)
    fileprivate static func initialClass(of byte: UInt8) -> UInt32 {
      byte < 0x80 ? classes[Int(byte & 31)] : .max
    }

    private static let classes: [UInt32] = {
      let sets = [
        "aeiouy", "ckqt", "dj", "fp", "vw", "b", "g", "h", "l", "m", "n", "r", "s", "x", "z",
      ]
      var classes = [UInt32](repeating: .max, count: 32)
      for (bit, letters) in sets.enumerated() {
        for letter in letters.utf8 { classes[Int(letter & 31)] = 1 << UInt32(bit) }
      }
      return classes
    }()
  }

  /// False for most names that do not fit; never for one that does.
  package func mayFit(_ canonical: UnsafeBufferPointer<UInt8>) -> Bool { screen.mayFit(canonical) }
}

extension SoughtName.Screen {
  /// False for most names that do not fit; never for one that does.
  package func mayFit(_ canonical: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let sounds else { return true }
    var start = 0
    while start < canonical.count {
      var end = start
      while end < canonical.count, canonical[end] != UInt8(ascii: " ") { end += 1 }
      if Self.mayBe(canonical, start..<end, sounds, initials) { return true }
      start = end + 1
    }
    return letters.contains { Self.hasSameLetters(canonical, $0) }
  }

  /// Whether it is the name typed, cut into other words: a hyphen for a space.
  ///
  /// Folding makes a letter of one to four bytes one byte or two; most names differ in length or in
  /// their first letter.
  private static func hasSameLetters(
    _ canonical: UnsafeBufferPointer<UInt8>, _ wanted: [UInt8]
  ) -> Bool {
    guard let first = canonical.first, let letter = wanted.first,
      first >= 0x80 || !isASCIILetter(first) || first | 0x20 == letter,
      canonical.count <= 4 * wanted.count, wanted.count <= 2 * canonical.count
    else { return false }
    var letters: [UInt8] = []
    letters.reserveCapacity(canonical.count)
    NameFolding.fold(canonical, 0..<canonical.count, into: &letters)
    return letters == wanted
  }

  /// Whether a word, or what follows the Arabic article in it, has one of the sounds.
  private static func mayBe(
    _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ sounds: Set<UInt64>,
    _ initials: UInt32
  ) -> Bool {
    guard !word.isEmpty else { return false }
    if word.count > 3, let hyphen = text[word].prefix(3).firstIndex(of: UInt8(ascii: "-")),
      mayBe(text, hyphen + 1..<word.upperBound, sounds, initials)
    {
      return true
    }
    guard initialClass(of: text[word.lowerBound]) & initials != 0 else { return false }
    var letters: [UInt8] = []
    letters.reserveCapacity(word.count)
    NameFolding.fold(text, word, into: &letters)
    let word = letters.withUnsafeBufferPointer { NameWord($0, kind: .full) }
    return !letters.isEmpty && sounds.contains(word.sound)
  }
}
