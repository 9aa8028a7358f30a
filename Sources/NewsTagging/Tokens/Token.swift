internal import IndexDefinition

/// A word, number or punctuation mark of a field, as the taggers cut it.
///
/// Words are letters with inner hyphens and apostrophes (`O'Neill`, `al-Zarqawi`); a possessive
/// `'s` and `n't` stand alone; initials and known abbreviations keep their dot (`J.`, `Gen.`,
/// `U.S.`); numbers keep inner `. , : / -`.
package struct Token: Sendable {
  package enum Kind: UInt8, Sendable { case word, number, punctuation }

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The first letter is upper case.
    package static let capitalised = Traits(rawValue: 1)
    /// Two letters or more and none lower case.
    package static let allCaps = Traits(rawValue: 2)
    package static let hasHyphen = Traits(rawValue: 4)
    package static let hasApostrophe = Traits(rawValue: 8)
    /// Ends in a dot that belongs to it.
    package static let abbreviation = Traits(rawValue: 16)
    /// A single capital with or without its dot.
    package static let initial = Traits(rawValue: 32)
    package static let possessive = Traits(rawValue: 64)
    /// First of a sentence.
    ///
    /// After a full stop and before a capital, digit or quote; after a blank line; after a line
    /// end where lines are not wrapped by hand. Quotes and brackets in between carry it too.
    package static let sentenceStart = Traits(rawValue: 128)
    /// First of a line.
    package static let lineStart = Traits(rawValue: 256)
    /// First after a blank line.
    package static let paragraphStart = Traits(rawValue: 512)
    /// White space stands before it.
    package static let spaceBefore = Traits(rawValue: 1024)
    package static let hasDigit = Traits(rawValue: 2048)
    package static let hasNonASCII = Traits(rawValue: 4096)
    /// A capital after a lower-case letter: McDonald, NewYork, iPhone, al-Haddad.
    package static let innerCapital = Traits(rawValue: 8192)
    /// Put together from the halves of a word that a line's end broke: see ``BrokenWords``.
    package static let mended = Traits(rawValue: 16384)
  }

  /// UTF-8 bytes into the field, half-open.
  package var start: Int32
  package var end: Int32
  /// ``TokenHash`` of the lower-cased bytes; digits stay.
  package var hash: UInt64
  package var kind: Kind
  package var traits: Traits

  package var range: Range<Int> { Int(start)..<Int(end) }

  @inline(__always) var isCapitalisedWord: Bool { Self.isCapitalised(kind, traits) }
  @inline(__always) var isSmallWord: Bool { Self.isSmall(kind, traits) }

  /// Whether what is so made is a word with a capital.
  ///
  /// One comparison, as in ``isSmall(_:_:)``: asked of all tokens, of which none foretells the next, two cost more
  /// in wrong guesses than in work.
  @inline(__always)
  static func isCapitalised(_ kind: Kind, _ traits: Traits) -> Bool {
    assert(Kind.word.rawValue == 0 && Traits.capitalised.rawValue == 1)
    return traits.rawValue & 1 > UInt16(kind.rawValue)
  }

  /// Whether what is so made is a word without one.
  @inline(__always)
  static func isSmall(_ kind: Kind, _ traits: Traits) -> Bool {
    assert(Kind.word.rawValue == 0 && Traits.capitalised.rawValue == 1)
    return traits.rawValue & 1 | UInt16(kind.rawValue) == 0
  }
}

/// FNV-1a, 64 bits, over lower-cased UTF-8 with ’ as ': how tokens and gazetteer names are
/// compared.
package struct TokenHash: Sendable {
  /// The hash of a word that the source code spells out, in lower case and ASCII: the compiler reckons it, where
  /// a constant that is kept would be asked each time whether it is there yet.
  @inline(__always)
  static func word(_ word: StaticString) -> UInt64 {
    var hash = seed
    for at in 0..<word.utf8CodeUnitCount { hash = mix(hash, word.utf8Start[at]) }
    return hash
  }

  /// ``FNV1a/seed`` and ``FNV1a/mix(_:_:)``, which the compiler calls for every word and letter instead of
  /// putting them here, since they are of another module.
  @inline(__always)
  package static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }

  @inline(__always)
  package static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The hash that a token with this text has.
  package static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { lowercaseHash($0, 0, $0.count) }
  }

  /// Those of words parted by white space: told by bytes, since to ask what a character is costs more than the
  /// hashes do.
  static func words(_ text: String) -> [UInt64] {
    var text = text
    return text.withUTF8 { text in
      text.split { $0 <= 0x20 }.map { lowercaseHash(text, $0.startIndex, $0.endIndex) }
    }
  }
}
