internal import ArticleModel

/// A name of a batch with the articles that it was seen in.
struct SightedName {
  let text: String
  let name: PersonName
  /// No given name, or kept apart by its form of address (`Mrs Doyle`): stands for nobody known.
  let isLone: Bool
  let hasFullGivenName: Bool
  private(set) var articles = 0
  private(set) var latest: CalendarDate?

  init(_ text: String, articles: Int = 0) {
    self.text = text
    self.articles = articles
    name = PersonName(text)
    isLone = name.isLone || Self.hasAddress(text)
    hasFullGivenName = name.given.contains { $0.kind == .full }
  }

  /// Whether a name stands for nobody known by itself.
  static func isLone(_ text: String) -> Bool { PersonName(text).isLone || hasAddress(text) }

  /// Whether a name begins with a form of address.
  private static func hasAddress(_ name: String) -> Bool {
    let word = String(decoding: name.utf8.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    guard Honorifics.shared[TokenHash.of(word)]?.kind == .honorific,
      let head = PersonName(word).head
    else { return false }
    return head.kind == .full && !GivenNames.shared.contains(head)
  }

  mutating func see(on date: CalendarDate?, articles: Int = 1) {
    self.articles += articles
    guard let date else { return }
    latest = max(latest ?? date, date)
  }

  /// The positions of the names that are not lone in the order in which a batch is taken in.
  ///
  /// Whole given names before initials, names with middle names before those that may have dropped
  /// them, frequent before rare.
  static func ranked(_ names: [SightedName]) -> [Int] {
    names.indices.filter { !names[$0].isLone }
      .map { (rank: names[$0].rank, position: $0) }
      .sorted { ($0.rank, names[$0.position].text) < ($1.rank, names[$1.position].text) }
      .map(\.position)
  }

  private var rank: Int {
    let hasMiddleName = name.given.count > 1 && name.family.count == 1
    return (hasFullGivenName ? 0 : 1 << 60) + (hasMiddleName ? 0 : 1 << 59) - articles
  }
}
