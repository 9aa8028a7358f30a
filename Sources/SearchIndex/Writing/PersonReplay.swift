internal import IndexDefinition
internal import NewsTagging
internal import SQLite

/// Gives the people of stored articles the names that they have across the archive and by the user's
/// rules; one transaction.
final class PersonReplay {
  private let old: PersonRules
  private let new: PersonRules
  private let names: PersonNameTable
  private let column: NameColumn
  private let entities: EntityTable
  private let named: NamedPeople
  private let loader: ArticleLoader
  private let columns: ColumnQueue
  private let article: Statement
  private let shown: Statement
  private lazy var tagger = Tagger()
  /// Articles of which the tags alone do not tell the people.
  private var joined = RowIDSet()
  /// What the articles changed are to have in the columns.
  private var values: [Int64: ColumnValues] = [:]

  /// - Parameters:
  ///   - old: the rules under which the articles are shown.
  ///   - new: those under which they are to be.
  init(_ database: Connection, _ names: PersonNameTable, old: PersonRules, new: PersonRules) throws
  {
    self.old = old
    self.new = new
    self.names = names
    column = try NameColumn(database)
    entities = try EntityTable(database)
    named = try NamedPeople(database)
    loader = try ArticleLoader(database)
    columns = try ColumnQueue(database)
    article = try Statement(database, "SELECT external_id, date FROM article WHERE id = ?")
    shown = try Statement(
      database,
      """
      SELECT value, mentions, focus FROM article_entity CROSS JOIN entity ON entity.id = entity_id
      WHERE article_id = ? AND kind = 'person'
      """)
  }

  /// Names the people of some articles anew.
  ///
  /// - Parameter changes: by article: what names of it mean that meant somebody else before.
  /// - Returns: the rows of the articles that show other people now.
  func run(_ changes: [Int64: [UInt32: UInt32]]) throws -> Set<Int64> {
    var changed: Set<Int64> = []
    column.forgetChunk()
    joined = try named.articles()
    for row in changes.keys.sorted() where try replay(row, changes[row] ?? [:]) {
      changed.insert(row)
    }
    try entities.removeUnused()
    try columns.setPeople(values)
    values = [:]
    return changed
  }

  private func replay(_ row: Int64, _ changes: [UInt32: UInt32]) throws -> Bool {
    let found = try article.first(of: row) { (id: $0.text(0), date: $0.optionalText(1)) }
    guard let found else { return false }
    let date = found.date.flatMap { CalendarDate($0) }
    let before = try column.people(of: row)
    let after = before.map { NamedPerson(name: $0.name, meant: changes[$0.name] ?? $0.meant) }
    if let isOther = try rename(row, before, after, found.id, date) { return isOther }
    let people = try people(of: row, before, after, found.id, date)
    let known = zip(people, after).map(Self.knownAfter)
    let settled = PersonTag.renamed(people, to: try known.map { try names.name(of: $0.meant) })
    let shown = new.apply(to: settled, of: found.id, on: date)
    return try store(row, people, shown, known)
  }

  /// A bare surname that the text no longer has stays nobody's.
  private static func knownAfter(_ person: PersonTag, _ named: NamedPerson) -> NamedPerson {
    let isLost = FaintName.isFaint(person.name) && person.mentions.isEmpty
    return isLost ? NamedPerson(name: named.name, meant: named.name) : named
  }

  /// Gives the people of an article other names, one by one.
  ///
  /// - Returns: whether any is another; nil where more than names change: people are joined, parted,
  ///   hidden or shown again.
  private func rename(
    _ row: Int64, _ before: [NamedPerson], _ after: [NamedPerson], _ id: String,
    _ date: CalendarDate?
  ) throws -> Bool? {
    if joined.contains(row) { return nil }
    let old = try before.map { try shownName(of: $0, self.old, id, date) }
    let new = try after.map { try shownName(of: $0, self.new, id, date) }
    let known = Set(old.compactMap(\.self))
    guard known.count == old.count(where: { $0 != nil }), Self.areDistinct(new),
      zip(old, new).allSatisfy({ $0 == $1 || $0 != nil && $1 != nil && !known.contains($1 ?? "") })
    else { return nil }
    for place in before.indices where before[place] != after[place] || old[place] != new[place] {
      guard let old = old[place], let new = new[place] else { continue }
      try entities.rename(old, to: new, isAssumed: isAssumed(after[place]), in: row)
    }
    values[row] = ColumnValues(
      people: try entities.people(of: row), names: NameColumn.encoded(after))
    return old != new
  }

  /// Nil: nobody knows whose name it is, or a rule hides whom it means.
  private func shownName(
    of person: NamedPerson, _ rules: PersonRules, _ id: String, _ date: CalendarDate?
  ) throws -> String? {
    let name = try names.name(of: person.meant)
    return FaintName.isFaint(name) ? nil : rules.name(for: name, of: id, on: date)
  }

  private static func areDistinct(_ names: [String?]) -> Bool {
    let shown = names.compactMap(\.self)
    return Set(shown).count == shown.count
  }

  /// Whether the article gives no more than a name alone.
  private func isAssumed(_ person: NamedPerson) throws -> Bool {
    try person.name != person.meant && names.isLone(person.name)
  }

  private func store(
    _ row: Int64, _ people: [PersonTag], _ shown: [PersonTag], _ names: [NamedPerson]
  ) throws -> Bool {
    let isOther = try Self.byName(shown) != Self.byName(self.people(shownIn: row))
    if isOther { try entities.untagPeople(of: row) }
    let tagged =
      isOther
      ? try entities.tag(article: row, shown.map(PreparedArticle.EntityMentions.init)).people
      : try entities.people(of: row)
    let known = try zip(people, names)
      .filter { try !FaintName.isFaint(self.names.name(of: $1.meant)) }.map(\.0)
    try named.set(shown.count == known.count ? [] : known, of: row)
    values[row] = ColumnValues(people: tagged, names: NameColumn.encoded(names))
    return isOther
  }

  /// The people of an article as it names them itself; those whom nobody knows without their mentions.
  ///
  /// Whom the index does not tell, the text does; whom it does not either is left without mentions.
  private func people(
    of row: Int64, _ before: [NamedPerson], _ after: [NamedPerson], _ id: String,
    _ date: CalendarDate?
  ) throws -> [PersonTag] {
    let names = try before.map { try self.names.name(of: $0.name) }
    let isHidden = try after.map { FaintName.isFaint(try self.names.name(of: $0.meant)) }
    var mentions = try mentions(of: row, before, names, id, date)
    if names.indices.contains(where: { mentions[$0] == nil && !isHidden[$0] }) {
      let tagged = try loader.content(row).map { tagger.tags(of: $0).sightedPeople } ?? []
      for place in names.indices where mentions[place] == nil && !isHidden[place] {
        mentions[place] = tagged.first { $0.name == names[place] }?.mentions
      }
    }
    return zip(names, mentions).map { PersonTag(name: $0, mentions: $1 ?? []) }
  }

  /// Where the names of an article stand, as far as the index tells.
  private func mentions(
    of row: Int64, _ known: [NamedPerson], _ names: [String], _ id: String, _ date: CalendarDate?
  ) throws -> [[Mention]?] {
    let kept = try named.people(of: row) ?? []
    let shownNames = try known.map { try shownName(of: $0, old, id, date) }
    let shown = Self.areDistinct(shownNames) ? try people(shownIn: row) : []
    return names.indices.map { place in
      kept.first { $0.name == names[place] }?.mentions
        ?? shown.first { $0.name == shownNames[place] }?.mentions
    }
  }

  private func people(shownIn row: Int64) throws -> [PersonTag] {
    var people: [PersonTag] = []
    try shown.forEach(of: row) { found in
      people.append(
        PersonTag(
          name: found.text(0), mentions: MentionJSON.decode(found.bytes(1)) ?? [],
          isAssumed: found.integer(2) == 0))
    }
    return people
  }

  private static func byName(_ people: [PersonTag]) -> [PersonTag] {
    people.sorted { $0.name < $1.name }
  }
}
