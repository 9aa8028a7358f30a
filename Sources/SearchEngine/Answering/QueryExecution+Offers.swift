internal import IndexDefinition
internal import QueryLanguage
internal import SearchModel

/// Words of a query that are also who, where or when.
extension QueryExecution {
  /// More would bury the answer.
  private static let mostOffers = 5
  /// Words that are looked at: a pasted text is no question for filters.
  private static let mostWords = 12

  /// The filters that the words suggest, in their order, the longest of each place first.
  func offers() throws -> [Offer] {
    guard request.match == .best, request.wantsOffers, let parts = request.query.sideBySide else {
      return []
    }
    // Names of the index, not the gazetteer, which takes a millisecond to read.
    let countries = Dictionary(
      try state.index.countries().map { ($0.label.lowercased(), $0.code) }, uniquingKeysWith: { $1 }
    )
    var offers: [Offer] = []
    var place = 0
    while place < min(parts.count, Self.mostWords), offers.count < Self.mostOffers {
      guard let (found, count) = try filter(at: place, in: parts, countries) else {
        place += 1
        continue
      }
      if let offer = try offer(found, for: place..<place + count, in: parts) {
        offers.append(offer)
      }
      place += count
    }
    return offers
  }

  /// The same with dates among the words met by articles of that date, and by those that name it, too.
  var widened: QueryExecution {
    get throws {
      guard let parts = request.query.sideBySide,
        let query = Query(wideningDatesIn: parts, today: request.today)
      else { return self }
      var request = request
      request.query = query
      return try QueryExecution(request: request, state: state, filters: filters)
    }
  }

  private struct Suggested {
    var kind: Offer.Kind
    var value: String
    var filter: Filter
  }

  /// The filter that the words from `place` on suggest, and how many they are.
  private func filter(
    at place: Int, in parts: [Query], _ countries: [String: String]
  ) throws -> (Suggested, count: Int)? {
    if let date = WrittenDate(in: parts[place...], today: request.today) {
      let filter = Filter.date(date.range)
      return (Suggested(kind: .date, value: date.range.expression, filter: filter), date.count)
    }
    let words = parts[place...].prefix(TypedName.longest).bareWords
    for count in stride(from: words.count, to: 0, by: -1) {
      let name = words.prefix(count).joined(separator: " ")
      if let found = try person(name, count) ?? country(name, among: countries) {
        return (found, count)
      }
    }
    return nil
  }

  /// A person whose canonical name the words are, whatever their case.
  private func person(_ name: String, _ count: Int) throws -> Suggested? {
    guard count > 1 else { return nil }
    let capitalised = TypedName.capitalised(name)
    for spelling in name == capitalised ? [name] : [name, capitalised] {
      if try state.index.entityID(.person, value: spelling) != nil {
        return Suggested(kind: .person, value: spelling, filter: .person(spelling))
      }
    }
    return nil
  }

  private func country(
    _ name: String, among countries: [String: String]
  ) -> Suggested? {
    countries[name.lowercased()]
      .map { Suggested(kind: .country, value: $0, filter: .country($0)) }
  }

  /// Nil where nothing is left with the filter in place of the words.
  private func offer(
    _ found: Suggested, for range: Range<Int>, in parts: [Query]
  ) throws -> Offer? {
    var rest = parts
    let words = rest[range].compactMap(\.bareWord).joined(separator: " ")
    rest.replaceSubrange(range, with: [.filter(found.filter)])
    var other = request
    other.query = rest.count == 1 ? rest[0] : .sequence(rest)
    var counted = other
    if let query = Query(wideningDatesIn: rest, today: request.today) { counted.query = query }
    let count = try total(of: counted)
    return count == 0
      ? nil
      : Offer(kind: found.kind, value: found.value, count: count, words: words, query: other.query)
  }

  /// The answer with these filters in the words' place.
  func appliedResults(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    let (applied, notes) = try withOffersApplied()
    var results = try QueryExecution(request: applied, state: state, filters: filters).widened
      .bestResults(receive)
    results.notes = notes + results.notes
    return results
  }

  /// The request with the filters that its words suggest in their place, as far as there are any, and
  /// what was done.
  private func withOffersApplied() throws -> (request: SearchRequest, notes: [String]) {
    var applied = request
    var notes: [String] = []
    applied.wantsOffers = true
    // One at a time: what is left of the words suggests the next.
    while notes.count < Self.mostOffers {
      let execution = try QueryExecution(request: applied, state: state, filters: filters)
      guard let offer = try execution.offers().first else { break }
      applied.query = offer.query
      notes.append(
        "“\(offer.words)” was taken for the filter \(offer.kind.rawValue):\(offer.value)")
    }
    applied.appliesOffers = false
    applied.wantsOffers = false
    return (applied, notes)
  }
}

extension Query {
  /// Clauses side by side, of which at least one is a word; nil for a query of another shape.
  fileprivate var sideBySide: [Query]? {
    switch self {
    case .sequence(let parts): parts
    case .term: [self]
    default: nil
    }
  }

  /// Nil where there is no date among the words.
  fileprivate init?(wideningDatesIn parts: [Query], today: CalendarDate?) {
    var widened: [Query] = []
    var rest = parts[...]
    while let part = rest.first {
      if let written = WrittenDate(in: rest, today: today) {
        let typed = Array(rest.prefix(written.count))
        widened.append(
          .or([
            typed.count == 1 ? typed[0] : .sequence(typed), .filter(.date(written.range)),
            .filter(.mentions(written.range)),
          ]))
        rest = rest.dropFirst(written.count)
      } else {
        widened.append(part)
        rest = rest.dropFirst()
      }
    }
    guard widened != parts else { return nil }
    self = widened.count == 1 ? widened[0] : .sequence(widened)
  }
}

extension WrittenDate {
  /// The date that clauses side by side begin with.
  fileprivate init?(in parts: ArraySlice<Query>, today: CalendarDate?) {
    self.init(beginning: parts.prefix(Self.longest).bareWords, today: today)
  }
}

extension ArraySlice<Query> {
  /// The bare words that it begins with.
  fileprivate var bareWords: [String] { prefix { $0.bareWord != nil }.compactMap(\.bareWord) }
}
