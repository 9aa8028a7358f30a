internal import IndexDefinition
internal import QueryLanguage
internal import SearchModel
internal import Tokenizing

/// A part of the ranking left out, as far as the engine can be asked for that from outside.
///
/// The stages come one after the other, each from the scores of the one before. So of a hit's parts
/// (`--explain`) the last ones can be taken off, and the order is what it would be without them:
/// a stage looks at the best hits alone and, but for `neighbours`, takes nothing from a score.
/// A stage that others follow cannot be left out alone, nor can a constant, save for two that the
/// query language decides: titles (`body:`) and other forms of a word (`=`).
struct Ablation {
  let name: String
  /// Parts of the score that do not count.
  var parts: Set<ScorePart.Kind> = []
  /// What is asked instead of a query, given the stop words.
  var rewriting: @Sendable (Query, Set<String>) -> Query = { query, _ in query }

  /// From nothing to all but one pass of BM25, then what the query language leaves out.
  static let all = [
    Ablation(name: "nothing"),
    Ablation(name: "neighbours", parts: [.neighbours]),
    Ablation(name: "third stage", parts: thirdStage),
    Ablation(name: "third stage, nearness", parts: thirdStage.union([.nearness])),
    Ablation(name: "third and second stage", parts: thirdStage.union([.nearness, .lead])),
    Ablation(name: "titles", rewriting: { query, _ in .within(.body, query) }),
    Ablation(name: "third stage, other forms of words", parts: thirdStage, rewriting: typedForms),
  ]

  private static let thirdStage: Set<ScorePart.Kind> = [.neighbours, .feedback]

  /// The order of hits whose explanation is there, those of `front` ahead of the others.
  func ordered(_ hits: [Hit], front: Set<String>) -> [Hit] {
    guard !parts.isEmpty else { return hits }
    let keyed = hits.map { (hit: $0, isFront: front.contains($0.id), score: score(of: $0)) }
    return keyed.sorted { left, right in
      if left.isFront != right.isFront { return left.isFront }
      if left.score != right.score { return left.score > right.score }
      return left.hit.id < right.hit.id
    }.map(\.hit)
  }

  private func score(of hit: Hit) -> Double {
    hit.explanation.reduce(0) { $0 + (parts.contains($1.kind) ? 0 : $1.value) }
  }

  /// The query with its words as typed; stop words stay as they are, since exact ones would score.
  @Sendable
  private static func typedForms(_ query: Query, _ stopWords: Set<String>) -> Query {
    func typed(_ parts: [Query]) -> [Query] { parts.map { typedForms($0, stopWords) } }
    return switch query {
    case .term(let term) where term.form == .stemmed && !isStopWord(term, stopWords):
      .term(Term(term.text, .exact))
    case .sequence(let parts): .sequence(typed(parts))
    case .and(let parts): .and(typed(parts))
    case .or(let parts): .or(typed(parts))
    case .not(let part): .not(typedForms(part, stopWords))
    case .within(let field, let part): .within(field, typedForms(part, stopWords))
    case .all, .term, .phrase, .filter: query
    }
  }

  private static func isStopWord(_ term: Term, _ stopWords: Set<String>) -> Bool {
    Tokenizer().terms(in: term.text).allSatisfy(stopWords.contains)
  }
}
