internal import IndexDefinition
internal import QueryLanguage
internal import SearchIndex
package import SearchModel
internal import TestSupport

/// Seeded requests over the whole grammar, their words, names and dates drawn from a corpus.
package struct RandomRequests {
  private let corpus: NaiveCorpus
  private let countries: [String]
  private var chance: SeededGenerator

  package init(_ corpus: NaiveCorpus, seed: UInt64) {
    self.corpus = corpus
    chance = SeededGenerator(seed: seed)
    countries = Set(corpus.articles.flatMap(\.countries)).sorted() + ["France", "Ruritania"]
  }

  /// The same seed gives the same request.
  package mutating func request(seed: UInt64) -> SearchRequest {
    chance = SeededGenerator(seed: seed)
    return next()
  }

  package mutating func next() -> SearchRequest {
    let text = query(depth: draw(3))
    var request = SearchRequest(text: text, query: QueryParser().parse(text).query)
    request.match = pick([.all, .all, .all, .all, .any, .any, .phrase])
    request.sort = pick([.relevance, .relevance, .relevance, .relevance, .newest, .oldest])
    request.dateInterval = pick([.auto, .year, .month, .week, .day])
    request.facets = FacetRequest.Kind.allCases.map { FacetRequest($0) }
    if draw(4) == 0 { request.filters = filters() }
    request.ranking = .fast
    request.isStrict = true
    request.wantsSnippets = false
    return request
  }

  // MARK: Queries

  private mutating func query(depth: Int) -> String {
    guard depth > 0 else { return clause() }
    switch draw(10) {
    case 0, 1: return "\(query(depth: depth - 1)) AND \(query(depth: depth - 1))"
    case 2, 3: return "\(query(depth: depth - 1)) OR \(query(depth: depth - 1))"
    case 4: return "\(query(depth: depth - 1)) -\(operand(depth: depth - 1))"
    case 5: return "\(query(depth: depth - 1)) NOT \(operand(depth: depth - 1))"
    case 6: return "\(pick(["title", "body"])):\(operand(depth: depth - 1))"
    case 7: return "-" + operand(depth: depth - 1)
    case 8: return operand(depth: depth - 1) + " " + filter()
    default: return (0...1 + draw(3)).map { _ in operand(depth: depth - 1) }.joined(separator: " ")
    }
  }

  private mutating func operand(depth: Int) -> String {
    draw(3) == 0 ? "(\(query(depth: depth)))" : leaf()
  }

  private mutating func clause() -> String {
    switch draw(12) {
    case 0...3: words(1 + draw(4), inRow: false)
    case 4: words(2 + draw(3), inRow: true)
    case 5: filter()
    case 6: ""
    default: leaf()
    }
  }

  private mutating func leaf() -> String {
    switch draw(24) {
    case 0...6: word()
    case 7, 8: rawWord()
    case 9: "=" + word()
    case 10...12: prefix(of: word()) + "*"
    case 13: "*" + String(word().suffix(4))
    case 14: "*" + String(word().dropFirst().prefix(4)) + "*"
    case 15: TypingErrors.damaged(word(), using: &chance) + "~"
    case 16: prefix(of: word()) + "*" + String(word().suffix(2))
    case 17, 18: "\"\(words(2 + draw(3), inRow: draw(4) > 0))\""
    case 19: "\"\(words(1 + draw(2), inRow: true)) \(prefix(of: word()))*\""
    case 20, 21: "\"\(words(2 + draw(2), inRow: draw(2) > 0))\"~\(draw(12))"
    case 22: "NEAR(\(words(2, inRow: false)), \(draw(30)))"
    default: "\(word()) NEAR/\(1 + draw(9)) \(word())"
    }
  }

  private mutating func prefix(of word: String) -> String {
    String(word.prefix(2 + draw(max(1, word.count - 1))))
  }

  // MARK: Words

  private mutating func words(_ count: Int, inRow: Bool) -> String {
    guard inRow else { return (0..<count).map { _ in word() }.joined(separator: " ") }
    let field = corpus.fields[draw(8) == 0 ? 0 : 1]
    guard field.tokens.count > count else { return word() }
    let start = draw(field.tokens.count - count)
    return field.tokens[start..<start + count].map { corpus.terms.terms[Int($0)] }
      .joined(separator: " ")
  }

  /// By frequency, from the whole vocabulary, or unknown.
  private mutating func word() -> String {
    let terms = corpus.terms.terms
    guard !terms.isEmpty else { return "word" }
    switch draw(20) {
    case 0: return TypingErrors.damaged(pick(terms), using: &chance)
    case 1...8: return pick(terms)
    default: return terms[Int(pick(corpus.fields[1].tokens))]
    }
  }

  /// A stretch of an article's text between spaces, as it stands: `U.S.`, `O'Brien's`, `3.5%`.
  private mutating func rawWord() -> String {
    let text = pick(corpus.articles).body.utf8
    let start = text.index(text.startIndex, offsetBy: draw(text.count + 1))
    return text[start...].drop { $0 > 32 }.drop { $0 <= 32 }.prefix { $0 > 32 }
      .reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) }
  }

  // MARK: Filters

  private mutating func filter() -> String {
    switch draw(12) {
    case 0...2: "person:\"\(person())\""
    case 3...5: "country:\"\(pick(countries))\""
    case 6...8: "date:" + dates()
    case 9: "mentions:" + dates()
    case 10: "language:" + pick(["en", "fr"])
    default: pick(["source", "byline"]) + ":" + (pick(corpus.articles).byline ?? "Reuters")
    }
  }

  private mutating func person() -> String {
    guard !corpus.people.isEmpty, draw(8) > 0 else { return "Nobody Known" }
    let name = pick(corpus.people)
    return draw(2) == 0 ? name : String(name.split(separator: " ").last ?? "")
  }

  private mutating func dates() -> String {
    let (one, other) = (date(), date())
    switch draw(6) {
    case 0: return "\(one)..\(other)"
    case 1: return pick([">=", ">", "<=", "<"]) + one
    case 2: return "\(one).."
    case 3: return pick(["none", "*"])
    default: return one
    }
  }

  private mutating func date() -> String {
    let date = pick(corpus.articles).date ?? CalendarDate(year: 1987)
    return date?.cut(to: pick([.year, .month, .day])).description ?? "1987"
  }

  private mutating func filters() -> Filters {
    var filters = Filters()
    if draw(3) == 0 { filters.people = (0...draw(2)).map { _ in person() } }
    if draw(3) == 0 { filters.countries = (0...draw(2)).map { _ in pick(countries.dropLast()) } }
    if draw(3) == 0 { filters.dates = [DateRange(expression: date())].compactMap { $0 } }
    if draw(6) == 0 { filters.undated = true }
    // Another language would have the words found by other stems.
    if draw(6) == 0 { filters.language = corpus.language }
    if draw(8) == 0 { filters.excludedPeople = [person()] }
    if draw(8) == 0 { filters.excludedCountries = [pick(countries.dropLast())] }
    return filters
  }

  // MARK: Chance

  private mutating func draw(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &chance) }

  private mutating func pick<C: RandomAccessCollection>(_ values: C) -> C.Element {
    values[values.index(values.startIndex, offsetBy: draw(values.count))]
  }
}
