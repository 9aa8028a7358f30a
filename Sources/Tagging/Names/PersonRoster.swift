internal import IndexDefinition

/// The known persons, found by how their family names sound.
struct PersonRoster: Sendable {
  private struct Person: Sendable {
    var name: String
    var articles: Int
    var latest: CalendarDate?
  }

  private let rules: PersonRules
  private let capacity: Int
  private var persons: [Person] = []
  private var byName: [String: Int] = [:]
  private var byFamily: [UInt64: [Int]] = [:]

  init(rules: PersonRules, capacity: Int) {
    self.rules = rules
    self.capacity = capacity
  }

  mutating func insert(_ entry: PersonDirectory.Entry) {
    if let known = byName[entry.name] {
      count(entry, for: known)
      return
    }
    let name = PersonName(entry.name)
    guard persons.count < capacity, !name.isLone, let head = name.head else { return }
    byName[entry.name] = persons.count
    byFamily[head.sound, default: []].append(persons.count)
    persons.append(Person(name: entry.name, articles: entry.articles, latest: entry.latest))
  }

  /// The canonical name for a full name: that of the one known person it fits, else itself.
  mutating func admit(_ sighted: SightedName) -> String {
    let fitting = byName[sighted.entry.name].map { [$0] } ?? candidates(for: sighted)
    guard fitting.count == 1 else {
      insert(sighted.entry)
      return sighted.entry.name
    }
    count(sighted.entry, for: fitting[0])
    return persons[fitting[0]].name
  }

  /// The person whom a lone name most likely means; nil: it is not clear.
  func personNamed(_ text: String, near date: CalendarDate?) -> String? {
    let name = PersonName(text)
    guard name.isLone, let head = name.head, let family = byFamily[head.sound] else { return nil }
    let total = family.reduce(0) { $0 + persons[$1].articles }
    guard let best = family.max(by: { (persons[$0].articles, $1) < (persons[$1].articles, $0) }),
      persons[best].articles * 10 >= total * 9
    else { return nil }
    return rules.keepApart(text, persons[best].name) ? nil : persons[best].name
  }

  private func candidates(for sighted: SightedName) -> [Int] {
    guard let head = sighted.name.head else { return [] }
    return (byFamily[head.sound] ?? []).filter {
      PersonName(persons[$0].name).agrees(with: sighted.name)
        && !rules.keepApart(sighted.entry.name, persons[$0].name)
    }
  }

  private mutating func count(_ entry: PersonDirectory.Entry, for person: Int) {
    persons[person].articles += entry.articles
    persons[person].latest = [persons[person].latest, entry.latest].compactMap(\.self).max()
  }
}
