internal import IndexDefinition

/// A name of a batch with the articles that it was seen in.
struct SightedName {
  let text: String
  let name: PersonName
  private(set) var articles = 0
  private(set) var latest: CalendarDate?

  init(_ text: String) {
    self.text = text
    name = PersonName(text)
  }

  mutating func see(on date: CalendarDate?, articles: Int = 1) {
    self.articles += articles
    latest = [latest, date].compactMap(\.self).max()
  }

  /// No given name, or kept apart by its form of address (`Mrs Doyle`): stands for nobody known.
  var isLone: Bool { name.isLone || PersonRoster.hasAddress(text) }

  var hasFullGivenName: Bool { name.given.contains { $0.kind == .full } }

  /// The order in which a batch is taken in: whole given names before initials, names with middle
  /// names before those that may have dropped them, frequent before rare.
  var rank: (Int, Int, Int, String) {
    let given = name.given
    let hasMiddleName = given.count > 1 && name.family.count == 1
    return (hasFullGivenName ? 0 : 1, hasMiddleName ? 0 : 1, -articles, text)
  }
}
