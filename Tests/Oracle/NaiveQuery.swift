import IndexDefinition
import QueryLanguage
import SearchIndex
internal import SearchModel

/// What a query means, as a tree over leaves, by the rules of the language.
///
/// Stop words restrict and score nothing unless nothing else is asked, or they are exact, in a
/// phrase or negated.
struct NaiveQuery {
  indirect enum Node {
    case everything, nothing
    case leaf(Int)
    case and([Node])
    case or([Node])
    case not(Node)
    case filter(Filter)
  }

  private struct StemKey: Hashable {
    var stem: String
    var fields: [Int]
  }

  private static let allFields = [0, 1]

  /// The words of one stem in the same fields are one leaf.
  private(set) var leaves: [NaiveLeaf] = []
  /// The leaf of each word that scores, in query order.
  private(set) var words: [Int] = []
  private(set) var root = Node.nothing
  /// All bare words as one phrase.
  private(set) var phrase: NaiveLeaf?

  private let reader: WordReader
  private let match: SearchRequest.MatchMode
  private var keepsStopWords: Bool
  private var isNegated = false
  private var hasDropped = false
  private var leafOfStem: [StemKey: Int] = [:]

  init(_ query: Query, match: SearchRequest.MatchMode, reader: WordReader) {
    self.init(query, match, reader, keepsStopWords: false)
    if words.isEmpty, hasDropped { self.init(query, match, reader, keepsStopWords: true) }
  }

  private init(
    _ query: Query, _ match: SearchRequest.MatchMode, _ reader: WordReader, keepsStopWords: Bool
  ) {
    self.reader = reader
    self.match = match
    self.keepsStopWords = keepsStopWords
    root = node(query, Self.allFields) ?? .nothing
    if match == .all, case .sequence(let parts) = query,
      let phrase = Self.phrase(ofWords: parts.filter { !$0.restricts }),
      reader.terms(of: phrase.text).count > 1
    {
      self.phrase = reader.leaf(of: phrase, in: Self.allFields)
    }
  }

  /// Nil for a clause that says nothing.
  private mutating func node(_ query: Query, _ fields: [Int]) -> Node? {
    switch query {
    case .all: return .everything
    case .filter(let filter): return .filter(filter)
    case .term(let term): return word(term, fields)
    case .phrase(let phrase): return reader.leaf(of: phrase, in: fields).map { score($0) }
    case .and(let parts): return joined(parts, fields, Node.and)
    case .or(let parts): return joined(parts, fields, Node.or)
    case .sequence(let parts): return sequence(parts, fields)
    case .within(let field, let part): return node(part, [field == .title ? 0 : 1])
    case .not(let part):
      let before = (isNegated, keepsStopWords)
      (isNegated, keepsStopWords) = (true, true)
      defer { (isNegated, keepsStopWords) = before }
      return node(part, fields).map(Node.not)
    }
  }

  private mutating func joined(
    _ parts: [Query], _ fields: [Int], _ join: ([Node]) -> Node
  ) -> Node? {
    var nodes: [Node] = []
    for part in parts { if let node = node(part, fields) { nodes.append(node) } }
    return nodes.isEmpty ? nil : join(nodes)
  }

  /// The match mode decides between the words; filters and negations hold all the same.
  private mutating func sequence(_ parts: [Query], _ fields: [Int]) -> Node? {
    var words = parts.filter { !$0.restricts }
    if match == .phrase, let phrase = Self.phrase(ofWords: words) { words = [.phrase(phrase)] }
    let asked = joined(words, fields, match == .any ? Node.or : Node.and)
    let others = joined(parts.filter(\.restricts), fields, Node.and)
    let nodes = [asked, others].compactMap { $0 }
    return nodes.isEmpty ? nil : .and(nodes)
  }

  private static func phrase(ofWords parts: [Query]) -> Phrase? {
    let words = parts.compactMap { part -> String? in
      if case .term(let term) = part, term.form == .stemmed { term.text } else { nil }
    }
    guard words.count == parts.count, words.count > 1 else { return nil }
    return Phrase(words.joined(separator: " "))
  }

  private mutating func word(_ term: Term, _ fields: [Int]) -> Node? {
    let words = reader.wordTerms(of: term.text)
    guard !words.isEmpty else { return nil }
    if term.form == .stemmed {
      if match == .any, !isNegated, words.count > 1, words.allSatisfy({ $0.utf8.count > 1 }) {
        return joined(words.map { .term(Term($0)) }, fields, Node.or)
      }
      if !keepsStopWords, words.allSatisfy(reader.stopWords.contains) {
        hasDropped = true
        return nil
      }
    }
    let leaf = reader.leaf(of: term, in: fields)
    guard term.form == .stemmed, words.count == 1 else { return score(leaf) }
    return score(leaf, ofStem: StemKey(stem: reader.corpus.terms.stem(words[0]), fields: fields))
  }

  private mutating func score(_ leaf: NaiveLeaf) -> Node {
    let known = leaves.indices.first { leaves[$0] == leaf && !leafOfStem.values.contains($0) }
    if known == nil { leaves.append(leaf) }
    return record(known ?? leaves.count - 1)
  }

  private mutating func score(_ leaf: NaiveLeaf, ofStem stem: StemKey) -> Node {
    if let known = leafOfStem[stem] {
      leaves[known].add(leaf)
      return record(known)
    }
    leafOfStem[stem] = leaves.count
    leaves.append(leaf)
    return record(leaves.count - 1)
  }

  private mutating func record(_ leaf: Int) -> Node {
    if !isNegated { words.append(leaf) }
    return .leaf(leaf)
  }
}

extension Query {
  /// A clause that restricts without scoring.
  fileprivate var restricts: Bool {
    switch self {
    case .filter, .not: true
    default: false
    }
  }
}
