internal import ArticleModel

/// How many of an article's words the lexicon knows: OCR that damaged a text left few.
///
/// Only words are counted that are looked up anyhow, those beside capitalised ones, so that it costs
/// nothing; short ones, and those that may be names, tell little.
struct Legibility: Sendable {
  /// Fewer words tell nothing.
  private static let leastWords = 12
  /// The share of unknown words from which on tags are doubtful: where a quarter is unknown, a seventh
  /// of the people with a title before them is missed, where few are, a twelfth.
  private static let doubtfulShare = 0.25

  private var words = 0
  private var unknown = 0

  @inline(__always)
  mutating func see(_ word: PeopleWord) {
    // A short word's length is part of its shape.
    let counts = word.isInLowerCase && word.shape >> 16 == 0
    words += counts ? 1 : 0
    unknown += counts && word.record.rawValue == 0 ? 1 : 0
  }

  /// The share of unknown words of a text in `language`; nil where tags are not doubtful for it, or
  /// nothing is known: the lexicon is of English words.
  func doubtfulShare(in language: String?) -> Double? {
    guard language == "en", words >= Self.leastWords else { return nil }
    let share = Double(unknown) / Double(words)
    return share >= Self.doubtfulShare ? (share * 1000).rounded() / 1000 : nil
  }

  /// Whether OCR damaged the text enough that a name may be a misprint of another.
  ///
  /// Texts of today have names that nobody knows and few other such words; what is older than digital
  /// typesetting was read by a machine or typed, and three unknown words in a hundred show it.
  func isDamaged(in language: String?, date: CalendarDate?) -> Bool {
    guard language == "en" else { return false }
    let isOld = date.map { $0.year < Self.typeset } ?? false
    return isUnknown(share: isOld ? Self.damagedShare : Self.misspeltShare)
  }

  /// Whether the model of damaged texts reads a text better: one without a date where more is unknown than in an old
  /// one.
  func suitsDamaged(_ language: String?, _ date: CalendarDate?) -> Bool {
    guard language == "en" else { return false }
    guard let date else { return isUnknown(share: Self.undatedShare) }
    return isUnknown(share: date.year < Self.typeset ? Self.damagedShare : Self.misspeltShare)
  }

  /// Whether as many words are unknown as in most texts that OCR read and few others.
  var mayBeDamaged: Bool { isUnknown(share: Self.damagedShare) }

  private static let damagedShare = 0.03
  private static let misspeltShare = 0.1
  /// Between both, for a text that may be of today.
  private static let undatedShare = 0.06
  /// From this year on few texts were read by a machine.
  private static let typeset = 1980

  private func isUnknown(share: Double) -> Bool {
    words >= Self.leastWords && unknown > 1 && Double(unknown) >= Double(words) * share
  }
}
