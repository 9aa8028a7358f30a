internal import IndexDefinition

/// A name of a batch with the articles that it was seen in.
struct SightedName {
  let text: String
  let name: PersonName
  /// No given name, or kept apart by its form of address (`Mrs Doyle`): stands for nobody known.
  let isLone: Bool
  let hasFullGivenName: Bool
  private(set) var articles = 0
  private(set) var latest: CalendarDate?

  init(_ text: String) {
    self.text = text
    name = PersonName(text)
    isLone = name.isLone || PersonRoster.hasAddress(text)
    hasFullGivenName = name.given.contains { $0.kind == .full }
  }

  mutating func see(on date: CalendarDate?, articles: Int = 1) {
    self.articles += articles
    latest = [latest, date].compactMap(\.self).max()
  }

  /// The order in which a batch is taken in: whole given names before initials, names with middle
  /// names before those that may have dropped them, frequent before rare.
  var rank: (Int, Int, Int, String) {
    let hasMiddleName = name.given.count > 1 && name.family.count == 1
    return (hasFullGivenName ? 0 : 1, hasMiddleName ? 0 : 1, -articles, text)
  }
}
