import NewsTagging

/// A noisy channel: how likely OCR does what to a name's letters.
///
/// The edits are those of Ristad and Yianilos (Learning String-Edit Distance, 1998), with letters that fall apart
/// or melt together as in Brill and Moore (An Improved Error Model for Noisy Channel Spelling Correction, 2000).
struct DamageChannel {
  /// A probability an edit: see ``LetterEdits``.
  private(set) var probabilities: [Double]

  /// The first guess: most letters stay, and letters that look alike are taken for each other.
  init() {
    probabilities = Array(repeating: 0, count: LetterEdits.count)
    for kind in LetterEdits.Kind.allCases {
      for letter in 0..<LetterEdits.letters { guess(kind, letter) }
    }
    for printed in 0..<LetterEdits.letters {
      probabilities[LetterEdits.insertion(printed)] = 0.004 / 26
    }
  }

  private mutating func guess(_ kind: LetterEdits.Kind, _ letter: Int) {
    for edit in LetterEdits.splits(kind, letter) { probabilities[edit] = 0.015 / 676 }
    for edit in LetterEdits.mergers(kind, letter) { probabilities[edit] = 0.01 / 26 }
    probabilities[LetterEdits.loss(kind, letter)] = 0.006
    for printed in 0..<LetterEdits.letters {
      probabilities[LetterEdits.substitution(kind, letter, printed)] =
        printed == letter ? 0.93 : Self.isLookalike(printed, letter) ? 0.012 : 0.0008
    }
  }

  private static func isLookalike(_ printed: Int, _ letter: Int) -> Bool {
    LookalikeLetters.isTaken(UInt8(97 + printed), for: UInt8(97 + letter))
  }

  /// The channel under which edits were expected so often: the M step.
  ///
  /// - Parameter counts: one an edit. To them come small ones of our own, since of rare letters hardly anything
  ///   is seen.
  init(expected counts: [Double]) {
    probabilities = counts
    for kind in LetterEdits.Kind.allCases {
      for letter in 0..<LetterEdits.letters { normalise(kind, letter) }
    }
    normaliseInsertions(beside: counts)
  }

  private mutating func normalise(_ kind: LetterEdits.Kind, _ letter: Int) {
    for printed in 0..<LetterEdits.letters {
      probabilities[LetterEdits.substitution(kind, letter, printed)] += Self.prior(letter, printed)
    }
    probabilities[LetterEdits.loss(kind, letter)] += 0.2
    for edit in LetterEdits.splits(kind, letter) { probabilities[edit] += 0.0005 }
    let sum = probabilities[LetterEdits.block(kind, letter)].reduce(0, +)
    let mergers = LetterEdits.mergers(kind, letter)
    for edit in LetterEdits.block(kind, letter) where !mergers.contains(edit) {
      probabilities[edit] /= sum
    }
    // How often both letters stood together is not counted: an eighth of the first, and 400 at least.
    for edit in mergers {
      probabilities[edit] = (probabilities[edit] + 0.0005) / max(sum / 8, 400)
    }
  }

  /// As if each letter had been read so often right, and now and then wrong.
  private static func prior(_ letter: Int, _ printed: Int) -> Double {
    letter == printed ? 60 : 0.05
  }

  /// Insertions are counted a printed letter.
  private mutating func normaliseInsertions(beside counts: [Double]) {
    let insertions = (0..<LetterEdits.letters).map(LetterEdits.insertion)
    var sum = insertions.reduce(0) { $0 + counts[$1] }
    for kind in LetterEdits.Kind.allCases {
      for letter in 0..<LetterEdits.letters {
        for printed in 0..<LetterEdits.letters {
          sum += counts[LetterEdits.substitution(kind, letter, printed)]
          sum += Self.prior(letter, printed)
        }
      }
    }
    for edit in insertions { probabilities[edit] = (counts[edit] + 0.2) / sum }
  }
}
