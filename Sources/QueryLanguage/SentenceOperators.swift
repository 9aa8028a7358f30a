/// Words in capitals that a sentence stresses, and that are no operators there.
///
///     why did Britain NOT join     the minister said NOT to worry     to be OR not to be
///
/// An operator stands between two things that are searched. Behind a word that calls for another one
/// (`did`, `of`, `the`) no clause ends, and `NOT` before such a word would leave out nearly all
/// articles: there it is a word, and in a question, which leaves nothing out. `Iran OR the Gulf` and
/// `war AND in Kyiv` keep theirs.
enum SentenceOperators {
  /// The lexemes with such operators as words, and these as typed.
  static func removed(from lexemes: [Lexeme]) -> (lexemes: [Lexeme], words: [String]) {
    var words: [String] = []
    let lexemes = lexemes.indices.map { place in
      guard case .word(let word) = lexemes[place], isStressed(at: place, lexemes) else {
        return lexemes[place]
      }
      words.append(word)
      return lexemes[place].withoutOperator
    }
    return (lexemes, words)
  }

  private static func isStressed(at place: Int, _ lexemes: [Lexeme]) -> Bool {
    guard lexemes[place].isOperator else { return false }
    if place > 0, callsForMore(lexemes[place - 1], isFirst: place == 1) { return true }
    guard lexemes[place] == .word("NOT"), place + 1 < lexemes.count else { return false }
    return isQuestion(lexemes) || callsForMore(lexemes[place + 1], isFirst: false)
  }

  private static func isQuestion(_ lexemes: [Lexeme]) -> Bool {
    guard case .word(let word)? = lexemes.first, !names.contains(word) else { return false }
    return questionWords.contains(word.lowercased())
  }

  private static let questionWords: Set<String> = [
    "who", "whom", "whose", "which", "what", "why", "when", "where", "how", "is", "are", "was",
    "were", "do", "does", "did", "has", "have", "had", "can", "could", "should", "would", "will",
  ]

  /// - Parameter isFirst: whether a capital letter is that of a sentence.
  private static func callsForMore(_ lexeme: Lexeme, isFirst: Bool) -> Bool {
    guard case .word(let word) = lexeme else { return false }
    if isFirst, names.contains(word) { return false }
    return openWords.contains(isFirst ? word.lowercased() : word)
  }

  /// A first word that is as likely a name: `May OR June 1987`, `Will OR Kate`.
  private static let names: Set<String> = ["May", "Will", "WILL", "MAY", "US", "IT", "WHO", "AM"]

  /// English, as the operators are: articles, prepositions, auxiliaries, pronouns, what asks and joins.
  private static let openWords: Set<String> = Set(
    """
    a an the this that these those my your his her its our their
    of in on at by for from with without to into onto over under about against between among during
    before after since until than as like via per
    am is are was were be been being do does did has have had will would shall should can could may
    might must cannot
    i he she it we they who whom whose which what why when where how whether if because although
    though while not so too very only also just
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
