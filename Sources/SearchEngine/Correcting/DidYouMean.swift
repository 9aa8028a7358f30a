internal import OperatingSystem

/// Words of the index that a mistyped word may be meant for.
///
/// Ranked by how likely the typing errors are (``TypingErrorModel``) and by how many articles have
/// the word. Who searches asks for rarer words than texts are made of, so that frequency counts by
/// its square root.
///
/// Each word is looked up once: who corrects a word and who tells of it ask the same.
final class DidYouMean {
  private static let limit = 3
  /// Terms whose frequency is looked up.
  private static let considered = 50
  private static let frequencyWeight = 0.5
  /// Letters that each half of a word cut in two has at least.
  private static let shortestHalf = 3

  /// A word meant for another is clear where the next costs so much more: the odds are 1 to 3.
  private static let clearMargin = 1.0
  /// Letters from which on any one error is believed; of one letter less, one left out alone.
  private static let longEnough = 5

  struct Suggestion {
    var text: String
    var cost: Double
  }

  /// Bytes of a word that somebody may have meant to type.
  private static let longest = 64

  private let source: any PostingSource
  /// Articles that hold the terms one after the other.
  private let count: ([String]) throws -> Int
  private var found: [String: [Suggestion]] = [:]

  init(source: any PostingSource, count: @escaping ([String]) throws -> Int) {
    self.source = source
    self.count = count
  }

  /// Suggestions for a folded word, best first.
  func suggestions(for word: String) throws -> [String] {
    try ranked(for: word).prefix(Self.limit).map(\.text)
  }

  /// What a folded word is meant for without much doubt; nil where there is any.
  ///
  /// - Parameters:
  ///   - stem: words of one stem do not make each other doubtful.
  ///   - count: articles that hold a word beside the others of the query; asked only where the errors
  ///     alone leave a doubt.
  func meaning(
    of word: String, stem: (String) -> String, besideOthers count: (String) throws -> Int
  ) throws -> String? {
    let likely = try ranked(for: word).filter { Self.isBelievable(word, meant: $0.text) }
    guard let first = likely.first else { return nil }
    let others = likely.dropFirst().filter { stem($0.text) != stem(first.text) }
    guard let second = others.first else { return first.text }
    if second.cost - first.cost >= Self.clearMargin { return first.text }
    let found = try ([first] + others.prefix(Self.limit - 1))
      .map { (text: $0.text, articles: try count($0.text)) }.sorted { $0.articles > $1.articles }
    return found[0].articles >= 3 * max(1, found[1].articles) ? found[0].text : nil
  }

  /// Whether a word may be searched as another without being asked: one error, two words run
  /// together, and no short word, which has too many neighbours.
  private static func isBelievable(_ typed: String, meant: String) -> Bool {
    let letters = typed.unicodeScalars.count
    if meant.contains(" ") {
      return meant.split(separator: " ").allSatisfy { $0.unicodeScalars.count >= longEnough - 1 }
    }
    guard EditDistance.distance(typed, meant, limit: 1) == 1 else { return false }
    return letters >= longEnough
      || letters == longEnough - 1 && meant.unicodeScalars.count > letters
  }

  private func ranked(for word: String) throws -> [Suggestion] {
    guard word.utf8.count <= Self.longest else { return [] }
    if let known = found[word] { return known }
    let ranked = try rankedAnew(word)
    found[word] = ranked
    return ranked
  }

  private func rankedAnew(_ word: String) throws -> [Suggestion] {
    var ranked: [Suggestion] = []
    for suggestion in try candidates(for: word) {
      let articles = try count([suggestion.text])
      if articles > 0 { ranked.append(Self.weighed(suggestion, articles)) }
    }
    if let halves = try halves(of: word) { ranked.append(halves) }
    return ranked.sorted { ($0.cost, $0.text) < ($1.cost, $1.text) }
  }

  private static func weighed(_ suggestion: Suggestion, _ articles: Int) -> Suggestion {
    let gain = frequencyWeight * log(Double(articles))
    return Suggestion(text: suggestion.text, cost: suggestion.cost - gain)
  }

  /// Terms within two errors, or within one of a short word; the likeliest errors first.
  private func candidates(for word: String) throws -> ArraySlice<Suggestion> {
    let reach = word.unicodeScalars.count <= 4 ? 1 : 2
    let letters = LetterSet(word)
    var found: [Suggestion] = []
    try source.forEachTerm(from: "") { term in
      guard letters.mayBeNear(term, errors: reach) else { return true }
      let term = String(decoding: term, as: UTF8.self)
      if EditDistance.distance(word, term, limit: reach) <= reach {
        found.append(Suggestion(text: term, cost: TypingErrorModel.cost(of: word, meant: term)))
      }
      return true
    }
    return found.sorted { ($0.cost, $0.text) < ($1.cost, $1.text) }.prefix(Self.considered)
  }

  /// The word cut where the space was left out, when articles have the halves side by side.
  private func halves(of word: String) throws -> Suggestion? {
    let letters = Array(word)
    guard letters.count >= 2 * Self.shortestHalf else { return nil }
    var best: (text: String, articles: Int)?
    for cut in Self.shortestHalf...letters.count - Self.shortestHalf {
      let halves = [String(letters[..<cut]), String(letters[cut...])]
      let articles = try count(halves)
      if articles > best?.articles ?? 0 { best = (halves.joined(separator: " "), articles) }
    }
    let space = TypingErrorModel.anyError + TypingErrorModel.omission
    return best.map { Self.weighed(Suggestion(text: $0.text, cost: space), $0.articles) }
  }
}
