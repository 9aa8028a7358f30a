/// The light stem of a Hebrew term: without the article, the conjunctions and prepositions that are
/// written together with a word, and without the endings of plurals.
///
/// A letter that belongs to the word may go too. As what stands in front is taken off until too little
/// is left, a word has the same stem with and without it; that is what matters.
enum HebrewStem {
  /// Letters that must be left behind the article.
  private static let restOfArticle = 3
  /// Letters that must be left behind *and*, *in*, *to*, *from*, *that*, *as*.
  private static let restOfOthers = 4
  private static let shortestRest = 3
  private static let suffixes: [[Unicode.Scalar]] = [["י", "ו", "ת"], ["י", "ם"], ["ו", "ת"]]

  static func stem(_ term: String) -> String {
    var letters = Array(term.unicodeScalars)[...]
    while let first = letters.first, letters.count > rest(of: first) {
      letters = letters.dropFirst()
    }
    let suffix = suffixes.first { letters.ends(in: $0, leaving: shortestRest) }
    return String(letters.dropLast(suffix?.count ?? 0))
  }

  /// Letters that must be left behind a first letter for it to be taken off.
  private static func rest(of letter: Unicode.Scalar) -> Int {
    switch letter {
    case "ה": restOfArticle
    case "ו", "ב", "ל", "מ", "ש", "כ": restOfOthers
    default: .max
    }
  }
}
