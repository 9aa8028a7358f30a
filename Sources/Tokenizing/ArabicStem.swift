/// The light stem of an Arabic term: letters that writers exchange are one, and what is written
/// together with a word, and its commonest endings, are off.
///
/// After *light10* (Larkey, Ballesteros and Connell, Light Stemming for Arabic Information Retrieval,
/// 2007), which finds more than stemmers that look for roots: Snowball's takes the first letter of
/// *wazīr* for *and*, and leaves *and the schools* whole. Here what stands in front is taken off
/// until nothing is left to take, so that a word has the same stem with and without it.
enum ArabicStem {
  private typealias Letters = [Unicode.Scalar]

  /// The article with *and*, *with*, *like*, *so* and *for* in front, each with the letters that must
  /// be left.
  private static let prefixes: [(letters: Letters, rest: Int)] = [
    (letters("ال"), 3), (letters("لل"), 3), (letters("بال"), 3), (letters("كال"), 3),
    (letters("فال"), 3), (letters("و"), 4),
  ]
  /// Feminine, dual, plural and *her*, *my*; each is taken off once, in this order.
  private static let suffixes: [Letters] = [
    "ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي",
  ].map(letters)
  private static let shortestRest = 3

  static func stem(_ term: String) -> String {
    var letters = ArabicLetters.arabic(term)[...]
    while let prefix = prefixes.first(where: {
      letters.count >= $0.letters.count + $0.rest && letters.starts(with: $0.letters)
    }) {
      letters = letters.dropFirst(prefix.letters.count)
    }
    for suffix in suffixes where letters.ends(in: suffix, leaving: shortestRest) {
      letters = letters.dropLast(suffix.count)
    }
    return String(letters)
  }

  private static func letters(_ text: String) -> Letters { Array(text.unicodeScalars) }
}

/// The letters of the Arabic script that are written one for the other.
enum ArabicLetters {
  /// As Arabic is written: every alef without its sign, yeh for a final alef, heh for a final teh,
  /// the digits of other readers; what stretches a word is left out.
  static func arabic(_ term: String) -> [Unicode.Scalar] {
    term.unicodeScalars.compactMap { letter in
      switch letter.value {
      case 0x622, 0x623, 0x625, 0x671: "\u{627}"
      case 0x649, 0x6CC: "\u{64A}"
      case 0x629, 0x6C1, 0x6C3: "\u{647}"
      case 0x6A9: "\u{643}"
      default: common(letter)
      }
    }
  }

  /// As Persian is written: its own yeh and kaf where an Arabic keyboard had others.
  static func persian(_ term: String) -> [Unicode.Scalar] {
    term.unicodeScalars.compactMap { letter in
      switch letter.value {
      case 0x622, 0x623, 0x625, 0x671: "\u{627}"
      case 0x649, 0x64A, 0x626: "\u{6CC}"
      case 0x629, 0x6C0, 0x6C1, 0x6C3, 0x6D5: "\u{647}"
      case 0x643: "\u{6A9}"
      case 0x624: "\u{648}"
      default: common(letter)
      }
    }
  }

  /// Digits in ASCII; nil for the sign that stretches a word.
  private static func common(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter.value {
    case 0x640: nil
    case 0x660...0x669: Unicode.Scalar(UInt8(0x30 + letter.value - 0x660))
    case 0x6F0...0x6F9: Unicode.Scalar(UInt8(0x30 + letter.value - 0x6F0))
    default: letter
    }
  }
}

extension BidirectionalCollection<Unicode.Scalar> {
  /// Whether the last letters are these, with so many in front.
  func ends(in letters: some Collection<Unicode.Scalar>, leaving rest: Int) -> Bool {
    count >= letters.count + rest && suffix(letters.count).elementsEqual(letters)
  }
}

extension String {
  init(_ letters: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: letters)
  }
}
