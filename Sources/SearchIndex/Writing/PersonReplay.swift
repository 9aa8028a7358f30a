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
    let people = try people(of: row, before, found.id, date)
    let settled = PersonTag.renamed(people, to: try after.map { try names.name(of: $0.meant) })
    let shown = new.apply(to: settled, of: found.id, on: date)
    return try store(row, people, shown, after)
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
    func shown(_ people: [NamedPerson], _ rules: PersonRules) throws -> [String] {
      try people.compactMap { rules.name(for: try names.name(of: $0.meant), of: id, on: date) }
    }
    let (old, new) = (try shown(before, self.old), try shown(after, self.new))
    let known = Set(old)
    guard known.count == before.count, Set(new).count == after.count,
      zip(old, new).allSatisfy({ $0 == $1 || !known.contains($1) })
    else { return nil }
    for place in before.indices where before[place] != after[place] || old[place] != new[place] {
      try entities.rename(
        old[place], to: new[place], isAssumed: isAssumed(after[place]), in: row)
    }
    values[row] = ColumnValues(
      people: try entities.people(of: row), names: NameColumn.encoded(after))
    return old != new
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
    try named.set(shown.count == people.count ? [] : people, of: row)
    values[row] = ColumnValues(people: tagged, names: NameColumn.encoded(names))
    return isOther
  }

  /// The people of an article as it names them itself.
  ///
  /// Should the index not tell, the text does.
  private func people(
    of row: Int64, _ known: [NamedPerson], _ id: String, _ date: CalendarDate?
  ) throws -> [PersonTag] {
    let names = try known.map { try self.names.name(of: $0.name) }
    let kept = try named.people(of: row) ?? []
    if !kept.isEmpty, let people = Self.people(names, kept) { return people }
    let shown = try people(shownIn: row)
    let shownNames = try known.map { person in
      old.name(for: try self.names.name(of: person.meant), of: id, on: date) ?? ""
    }
    if Set(shownNames).count == known.count, let people = Self.people(shownNames, shown) {
      return zip(names, people).map { PersonTag(name: $0, mentions: $1.mentions) }
    }
    let tagged = try loader.content(row).map { tagger.tags(of: $0).people } ?? []
    return Self.people(names, tagged) ?? names.map { PersonTag(name: $0, mentions: []) }
  }

  /// The tags of these names in their order; nil when one is not there.
  private static func people(_ names: [String], _ tags: [PersonTag]) -> [PersonTag]? {
    let found = names.compactMap { name in tags.first { $0.name == name } }
    return found.count == names.count ? found : nil
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
