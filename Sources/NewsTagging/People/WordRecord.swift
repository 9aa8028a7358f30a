/// What the lexicon knows of a word, in 42 bits.
///
/// Bits 0–13 are ``Traits``, 14–17 the capitalisation statistic, 18–28 the cluster plus one
/// (0 when the word has none), 29–30 nothing; bit 31 is set in every record, so that 0 means an
/// unknown word; 32–41 are the Brown cluster, 0 for none.
package struct WordRecord: Sendable, Equatable {
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let given = Traits(rawValue: 1)
    package static let surname = Traits(rawValue: 2)
    package static let place = Traits(rawValue: 4)
    /// Mr, Sir, Sheikh: before a name and never part of it.
    package static let honorific = Traits(rawValue: 8)
    /// Ranks, offices and callings that stand before a name.
    package static let title = Traits(rawValue: 16)
    package static let suffix = Traits(rawValue: 32)
    package static let particle = Traits(rawValue: 64)
    package static let connector = Traits(rawValue: 128)
    /// Prepositions after which a lone capitalised word is a place.
    package static let locative = Traits(rawValue: 256)
    package static let organisation = Traits(rawValue: 512)
    package static let facility = Traits(rawValue: 1024)
    package static let nationality = Traits(rawValue: 2048)
    package static let country = Traits(rawValue: 4096)
    package static let calendar = Traits(rawValue: 8192)

    /// The sections of `names-words.txt` by name.
    package static let named: [String: Traits] = [
      "honorific": .honorific, "title": .title, "suffix": .suffix, "particle": .particle,
      "connector": .connector, "locative": .locative, "organisation": .organisation,
      "facility": .facility, "nationality": .nationality, "country": .country,
      "calendar": .calendar,
    ]
  }

  /// How many bits a record has.
  package static let bits: UInt64 = 42

  package var rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// - Parameters:
  ///   - capitalisation: 0 for unseen, else 1 to 15; see ``capitalisation``.
  ///   - cluster: 0 to 1023, nil for none.
  ///   - brown: 1 to 1000, 0 for none.
  package init(traits: Traits, capitalisation: Int, cluster: Int?, brown: Int) {
    rawValue =
      1 << 31 | UInt64(traits.rawValue) | UInt64(capitalisation) << 14
      | UInt64((cluster ?? -1) + 1) << 18 | UInt64(brown) << 32
  }

  @inline(__always) private var low: UInt32 { UInt32(truncatingIfNeeded: rawValue) }

  @inline(__always) package var traits: Traits { Traits(rawValue: low & 0x3FFF) }

  /// How often the word is capitalised inside a sentence: 0 unseen, 1–5 rare words and 6–10
  /// frequent words by fifths of the share.
  @inline(__always) package var capitalisation: UInt32 { low >> 14 & 15 }

  /// Frequent, and capitalised inside sentences less than one time in five.
  @inline(__always) var isCommonInLowerCase: Bool { capitalisation == 6 }

  /// Seen, and inside sentences with a capital four times in five.
  @inline(__always) var isHardlyEverSmall: Bool { capitalisation == 5 || capitalisation == 10 }

  /// In no list, and in no text or seldom and with a capital: maybe a misprint.
  @inline(__always) var isHardlyKnown: Bool {
    traits.isEmpty && (capitalisation == 0 || 4...5 ~= capitalisation)
  }

  /// The fine cluster plus one, 0 for none; four neighbours make a coarse one.
  @inline(__always) package var fineCluster: UInt32 { low >> 18 & 2047 }

  /// 1 to 1000 in the order of the tree's leaves, 0 for none.
  @inline(__always) package var brownCluster: UInt32 {
    UInt32(truncatingIfNeeded: rawValue >> 32)
  }

  @inline(__always) package var coarseCluster: UInt32 { (fineCluster + 3) >> 2 }
}
