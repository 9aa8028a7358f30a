import SearchIndex
import SearchModel
import Testing

/// Queries of so many filters that each may cost little.
struct ManyFiltersTests {
  /// None sounds like another.
  private static let names = ["arlow", "enning", "ormack"].flatMap { ending in
    "BCDFGHLMNRSVXZ".map { "\($0)\(ending)" }
  }.prefix(40)
  private static let articles = names.enumerated().map { number, name in
    let mention = Mention(field: .body, range: 0..<1, rule: "test")
    let person = PersonTag(name: "Ada \(name)", mentions: [mention])
    return (article(number, "Note", "A note.").0, Tags(people: [person], countries: []))
  }

  /// Of more than can be held against all people, names as the facet writes them are still known.
  @Test func surnamesBeyondThirtyTwoAreToldAndWholeNamesFound() throws {
    try withSearcher(Self.articles) { searcher, _ in
      let surnames = Self.names.map { "person:\($0)" }.joined(separator: " OR ")
      let answer = try searcher.search(request(surnames) { $0.match = .all })
      #expect(answer.total == 32)
      #expect(
        answer.notes.filter { $0.hasPrefix("of more than 32 names, the others") }.count == 1)
      let whole = Self.names.map { "person:\"Ada \($0)\"" }.joined(separator: " OR ")
      #expect(try searcher.search(request(whole) { $0.match = .all }).total == 40)
    }
  }
}
