internal import QueryLanguage
internal import SearchModel

/// What to say of a request that finds nothing: which words are unknown, and what others would find.
struct EmptyAnswer {
  /// Of a longer query nobody reads about each word, phrase or clause, and each is counted anew.
  private static let mostWords = 12
  /// Unknown words that others are suggested for.
  private static let mostSuggestions = 4

  let request: SearchRequest
  /// The exact total of a request.
  let count: (SearchRequest) throws -> Int
  /// Words that the index has and that a word it does not have may be meant for, best first.
  let suggestions: (String) throws -> [String]
  /// True for words that restrict nothing.
  let isStopWord: (String) -> Bool

  /// - Parameter onlyUnknown: leaves out all but words and phrases that no article has.
  func notes(onlyUnknown: Bool) throws -> [String] {
    let words = OpenWords.searched(words(of: request.query)).filter { !isStopWord($0.text) }
    var notes: [String] = []
    for index in words.prefix(Self.mostWords).indices {
      let suggests = notes.count < Self.mostSuggestions
      if let note = try noteOnUnknown(index, words, suggests: suggests) { notes.append(note) }
    }
    notes += try phrases(of: request.query).prefix(Self.mostWords).compactMap(noteOnPhrase)
    if onlyUnknown { return notes }
    if words.count > 1, notes.isEmpty { notes.append(try noteOnWords(words)) }
    return notes + (try notesOnClauses()) + (try notesOnFilters())
  }

  // MARK: Words

  private func words(of query: Query) -> [Term] {
    switch query {
    case .term(let term): [term]
    // A date's words need not be there where its articles are.
    case .or(let parts) where parts.contains(where: \.isFilter): []
    case .sequence(let parts), .and(let parts), .or(let parts): parts.flatMap(words)
    case .within(_, let part): words(of: part)
    case .all, .phrase, .not, .filter: []
    }
  }

  private func phrases(of query: Query) -> [Phrase] {
    switch query {
    case .phrase(let phrase): [phrase]
    case .sequence(let parts), .and(let parts), .or(let parts): parts.flatMap(phrases)
    case .within(_, let part): phrases(of: part)
    case .all, .term, .not, .filter: []
    }
  }

  /// Of a phrase that no article has: what its words would find anywhere.
  private func noteOnPhrase(_ phrase: Phrase) throws -> String? {
    guard try count(unfiltered(.phrase(phrase))) == 0 else { return nil }
    let words = phrase.text.split(whereSeparator: \.isWhitespace).map {
      Query.term(Term(String($0)))
    }
    var apart = unfiltered(words.count == 1 ? words[0] : .sequence(words))
    apart.match = .all
    let way = phrase.slop == nil ? "as a phrase" : "so near each other"
    return "no article has “\(phrase.text)” \(way); with the words anywhere: \(try count(apart))"
  }

  private func noteOnUnknown(
    _ index: Int, _ words: [Term], suggests: Bool
  ) throws -> String? {
    let term = words[index]
    guard try count(unfiltered(.term(term))) == 0 else { return nil }
    let near = suggests ? try joined(index, words) + suggestions(term.text) : []
    let question = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    return "no article has the word “\(term.text)”\(question)"
  }

  /// The word and one beside it as one word, where the index has that.
  private func joined(_ index: Int, _ words: [Term]) throws -> [String] {
    try [index - 1, index].filter { words.indices.contains($0) && $0 + 1 < words.count }
      .map { words[$0].text + words[$0 + 1].text }
      .filter { try count(unfiltered(.term(Term($0)))) > 0 }
  }

  private func noteOnWords(_ terms: [Term]) throws -> String {
    let counts = try terms.prefix(Self.mostWords).map {
      "“\($0.text)” \(try count(unfiltered(.term($0))))"
    }
    return "no article has all of the words; articles with each: \(counts.joined(separator: ", "))"
  }

  private func unfiltered(_ query: Query) -> SearchRequest {
    var request = request
    request.query = query
    request.filters = Filters()
    return request
  }

  private static func removing(_ index: Int, from parts: [Query]) -> [Query] {
    var parts = parts
    parts.remove(at: index)
    return parts
  }

  private func with(_ parts: [Query]) -> SearchRequest {
    var relaxed = request
    relaxed.query = parts.count == 1 ? parts[0] : .sequence(parts)
    return relaxed
  }

  // MARK: Filters

  /// What leaving out each clause of the query that restricts would give.
  private func notesOnClauses() throws -> [String] {
    guard let parts = request.query.parts, parts.count <= Self.mostWords else { return [] }
    return try parts.indices.compactMap { index in
      switch parts[index] {
      case .filter, .not: break
      default: return nil
      }
      let total = try count(with(Self.removing(index, from: parts)))
      return total == 0 ? nil : "without \(parts[index]): \(total) articles"
    }
  }

  /// What lifting each filter would give.
  private func notesOnFilters() throws -> [String] {
    let lifts: [(name: String, isSet: Bool, lift: (inout Filters) -> Void)] = [
      ("person", !request.filters.people.isEmpty, { $0.people = [] }),
      ("country", !request.filters.countries.isEmpty, { $0.countries = [] }),
      (
        "date", !request.filters.dates.isEmpty || request.filters.undated,
        {
          $0.dates = []
          $0.undated = false
        }
      ),
      (
        "exclusions",
        !request.filters.excludedPeople.isEmpty || !request.filters.excludedCountries.isEmpty,
        {
          $0.excludedPeople = []
          $0.excludedCountries = []
        }
      ),
      ("language", request.filters.language != nil, { $0.language = nil }),
    ]
    return try lifts.filter(\.isSet).compactMap { lift in
      var lifted = request
      lift.lift(&lifted.filters)
      let total = try count(lifted)
      return total == 0 ? nil : "without the filter on \(lift.name): \(total) articles"
    }
  }
}

extension Query {
  fileprivate var isFilter: Bool { if case .filter = self { true } else { false } }

  /// The clauses that must all hold; nil for a query of another shape.
  fileprivate var parts: [Query]? {
    switch self {
    case .sequence(let parts), .and(let parts): parts
    default: nil
    }
  }
}
