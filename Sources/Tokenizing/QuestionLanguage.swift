/// The language of a few words, such as a query's: too few to be sure, so that where they do not
/// speak against it the language expected is taken.
package enum QuestionLanguage {
  /// Small words more than those of the language expected that speak for another.
  private static let lead = 2

  /// ISO 639-1.
  ///
  /// - Parameters:
  ///   - terms: The words, folded.
  ///   - expected: What most articles are written in.
  ///   - others: What other articles are written in.
  package static func of(_ terms: [String], expected: String, others: Set<String>) -> String {
    let others = others.subtracting([expected])
    guard !others.isEmpty, let script = LetterScript.most(of: terms) else { return expected }
    if script == .latin { return bySmallWords(terms, expected: expected, others: others) }
    let candidates = script.languages(of: terms, expected: expected)
    return candidates.first { $0 == expected || others.contains($0) } ?? expected
  }

  private static func bySmallWords(
    _ terms: [String], expected: String, others: Set<String>
  ) -> String {
    func count(_ language: String) -> Int {
      terms.count(where: StopWords.terms(language: language).contains)
    }
    let counts = others.map { (language: $0, count: count($0)) }
    let best = counts.min { ($1.count, $0.language) < ($0.count, $1.language) }
    guard let best, best.count >= count(expected) + lead else { return expected }
    return best.language
  }
}

/// The scripts that tell a language, or what family it is of.
private enum LetterScript: CaseIterable {
  case latin, greek, cyrillic, armenian, hebrew, arabic

  init?(_ letter: Unicode.Scalar) {
    switch letter.value {
    case 0x61...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x530...0x58F: self = .armenian
    case 0x590...0x5FF: self = .hebrew
    case 0x600...0x77F: self = .arabic
    default: return nil
    }
  }

  /// That of most letters; nil where there are none.
  static func most(of terms: [String]) -> LetterScript? {
    var counts: [LetterScript: Int] = [:]
    for term in terms {
      for letter in term.unicodeScalars {
        if let script = LetterScript(letter) { counts[script, default: 0] += 1 }
      }
    }
    return allCases.filter { counts[$0] != nil }.max {
      counts[$0, default: 0] < counts[$1, default: 0]
    }
  }

  /// The languages written in it, those whose own letters the terms have first, then the one expected.
  func languages(of terms: [String], expected: String) -> [String] {
    let rows = Self.languages[self] ?? []
    let letters = Set(terms.joined().unicodeScalars)
    let shown = rows.filter { $0.own.unicodeScalars.contains(where: letters.contains) }
    let others = rows.filter { $0.language == expected } + rows.filter { $0.own.isEmpty }
    return (shown + others).map(\.language)
  }

  /// With the letters that a language alone has among those of its script.
  private static let languages: [LetterScript: [(language: String, own: String)]] = [
    .greek: [("el", "")],
    .cyrillic: [
      ("uk", "ґєї"), ("be", "ў"), ("sr", "ђћ"), ("mk", "ѓќѕ"), ("kk", "әғқңұһ"), ("uk", "і"),
      ("ru", ""), ("bg", ""), ("sr", ""), ("mk", ""),
    ],
    .armenian: [("hy", "")],
    .hebrew: [("he", ""), ("yi", "")],
    .arabic: [("ur", "ٹڈڑےں"), ("fa", "پچژگی"), ("ar", ""), ("fa", ""), ("ur", "")],
  ]
}
