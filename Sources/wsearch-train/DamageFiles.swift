import Foundation

/// The four files by which the tagger reads damaged names, as text.
///
/// Costs are -10 ln of probabilities.
struct DamageFiles {
  let names: [DamageCounts.Name]
  /// Words that are no names and yet like one.
  let rivals: [DamageCounts.Name]
  let channel: DamageChannel
  let trigrams: LetterTrigrams
  let surroundings: DamageSurroundings

  /// Less likely substitutions are all alike, and less likely splits and mergers are not reckoned with.
  private static let leastSubstitution = 0.0015
  private static let leastSplit = 0.002

  private static func cost(_ probability: Double, atMost most: Int = 250) -> Int {
    min(most, Int((-10 * log(probability)).rounded()))
  }

  private static let origin = """
    # Source: learnt by `wsearch-train damage` (expectation maximisation over a noisy channel) from pages of American
    # newspapers of 1916 in Chronicling America, Library of Congress, public domain; the counts are our own.
    # Licence: MIT, as wsearch. Date: 2026-12-01.

    """

  /// damaged-names.tsv.
  var nameRows: String {
    let all = Double(names.reduce(0) { $0 + $1.count })
    // The likeliest first, as the tagger reads them.
    let rows =
      (names.map { ($0, $0.isPeople ? "people" : "place") }
      + rivals.map { ($0, "rival") }).map { word, kind in
        let cost = Self.cost(Double(word.count) / all * DamageLearning.rate)
        return (cost: cost, word: word.word, kind: kind)
      }
      .sorted { ($0.cost, $0.word) < ($1.cost, $1.word) }
      .map { "\($0.word)\t\($0.cost)\t\($0.kind)\n" }
    return """
      # Names of countries, peoples, states and cities that a word of old newspapers may be when OCR damaged it, and
      # other words printed there that look like one of them: what is one of those is no name.
      # kind: place, people (and what is its), or rival, one of the other words.
      # cost: round(-10 ln p), p how likely a word that no list knows is this one.
      \(Self.origin)# word\tcost\tkind

      """ + rows.joined()
  }

  /// damaged-surroundings.tsv.
  var surroundingRows: String {
    let rows = surroundings.weights.map { "\($0.side)\t\($0.word)\t\($0.place)\t\($0.people)\n" }
    return """
      # How much rather than another word a damaged one is a place's or a people's name that stands beside these.
      # side: before the name or behind it. word: in lower case, 0 for any number. place, people: 10 ln of how many
      # times oftener the word stands there beside such names than beside words that no list knows, at most 30.
      \(Self.origin)# side\tword\tplace\tpeople

      """ + rows.joined()
  }

  /// letter-sequences.tsv.
  var sequenceRows: String {
    let symbols = LetterTrigrams.symbols
    let rows = (0..<symbols * symbols).compactMap { context -> String? in
      let (first, second) = (context / symbols, context % symbols)
      if second == LetterTrigrams.edge, first != second { return nil }
      let start = context * symbols
      let costs = trigrams.probabilities[start..<start + symbols].map {
        Character(UnicodeScalar(UInt8(33 + Self.cost($0, atMost: 93))))
      }
      return "\(Self.symbol(first))\(Self.symbol(second))\t\(String(costs))\n"
    }
    return """
      # Which letters follow each other in capitalised words of old newspapers that no list knows and that are no damaged names.
      # context: the two letters before, ^ before the word begins. costs: a character each for a to z and for the word's
      # end, its code 33 + min(93, round(-10 ln p)).
      \(Self.origin)# context\tcosts

      """ + rows.sorted().joined()
  }

  /// `^` stands before the letters in ASCII as a word's beginning does before its letters.
  private static func symbol(_ number: Int) -> String {
    number == LetterTrigrams.edge ? "^" : letter(number)
  }

  fileprivate static func letter(_ number: Int) -> String {
    String(UnicodeScalar(UInt8(97 + number)))
  }
}

extension DamageFiles {
  /// letter-damage.tsv.
  var damageRows: String {
    var rows: [[String]] = []
    var others: [Double] = []
    for kind in LetterEdits.Kind.allCases {
      for letter in 0..<LetterEdits.letters {
        addSubstitutions(kind, letter, to: &rows, others: &others)
        addSplits(kind, letter, to: &rows)
      }
    }
    for printed in 0..<LetterEdits.letters {
      rows.append(row("insert", "", Self.letter(printed), LetterEdits.insertion(printed)))
    }
    let other = Self.cost(others.reduce(0, +) / Double(others.count))
    rows.sort { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) }
    return """
      # How OCR of old newspapers damages letters.
      # kind: small, or capital (the first letter of a name, and all of a word in capitals); insert for what is printed for no
      # letter; other for a letter printed as one that has no row. letters: one, or two that melt into one. printed: none
      # where the letter is lost, one, or two where it falls apart. cost: round(-10 ln p), at most 250; rows for one
      # letter printed as one stand where p >= .0015, for two where p >= .002.
      \(Self.origin)# kind\tletters\tprinted\tcost
      other\t\t\t\(other)

      """ + rows.map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  private func row(_ kind: String, _ letters: String, _ printed: String, _ edit: Int) -> [String] {
    [kind, letters, printed, String(Self.cost(channel.probabilities[edit]))]
  }

  /// - Parameter others: gets the probabilities that have no row.
  private func addSubstitutions(
    _ kind: LetterEdits.Kind, _ letter: Int, to rows: inout [[String]], others: inout [Double]
  ) {
    rows.append(row("\(kind)", Self.letter(letter), "", LetterEdits.loss(kind, letter)))
    for printed in 0..<LetterEdits.letters {
      let edit = LetterEdits.substitution(kind, letter, printed)
      if channel.probabilities[edit] >= Self.leastSubstitution {
        rows.append(row("\(kind)", Self.letter(letter), Self.letter(printed), edit))
      } else {
        others.append(channel.probabilities[edit])
      }
    }
  }

  /// Splits and mergers.
  private func addSplits(_ kind: LetterEdits.Kind, _ letter: Int, to rows: inout [[String]]) {
    let own = Self.letter(letter)
    for first in 0..<LetterEdits.letters {
      for second in 0..<LetterEdits.letters {
        let split = LetterEdits.split(kind, letter, first, second)
        if channel.probabilities[split] >= Self.leastSplit {
          rows.append(row("\(kind)", own, Self.letter(first) + Self.letter(second), split))
        }
        let merger = LetterEdits.merger(kind, letter, with: first, second)
        if channel.probabilities[merger] >= Self.leastSplit {
          rows.append(row("\(kind)", own + Self.letter(first), Self.letter(second), merger))
        }
      }
    }
  }
}
