internal import IndexDefinition
internal import NewsTagging
internal import SQLite
package import SearchModel

extension ArticleIndex {
  /// What the index says of a person; of several whom the name may mean the one of the most articles.
  ///
  /// Costs a look at every article of the person.
  ///
  /// - Parameter name: as in a filter.
  /// - Returns: nil where nobody is meant; the notes tell why.
  package func profile(of name: String) throws -> (profile: PersonProfile?, notes: [String]) {
    try read { database in
      let found = try PersonLookup(database).people(named: name)
      let articles = try Statement(
        database, "SELECT count(*) FROM article_entity WHERE entity_id = ?")
      let counted = try found.people.map { person in
        (person, try articles.first(of: Int64(person.id)) { Int($0.integer(0)) } ?? 0)
      }
      guard let most = counted.max(by: { ($0.1, $1.0.name) < ($1.1, $0.0.name) }) else {
        return (nil, found.notes)
      }
      let reader = try ProfileReader(database, most.0)
      return (try reader.profile(articles: most.1, notes: found.notes), found.notes)
    }
  }
}

/// Gathers what the articles of one person say.
private final class ProfileReader {
  /// People and countries that are told.
  private static let mostCompany = 20
  /// Bytes of context on either side of a name.
  private static let reach = 50

  private let database: Connection
  private let person: PersonLookup.Person
  private let rules: PersonRules
  private let table: PersonNameTable
  private let column: NameColumn
  private var forms: [String: PersonProfile.Form] = [:]
  private var names: [String: (articles: Int, meant: String)] = [:]

  init(_ database: Connection, _ person: PersonLookup.Person) throws {
    self.database = database
    self.person = person
    rules = try PersonRuleTable(database: database).rules
    table = try PersonNameTable(database)
    column = try NameColumn(database)
  }

  func profile(articles: Int, notes: [String]) throws -> PersonProfile {
    try readArticles()
    let names = names.map { name, found in
      PersonProfile.GivenName(
        name: FaintName.surname(of: name), articles: found.articles,
        reason: reason(for: name, meant: found.meant))
    }
    return PersonProfile(
      name: person.name, articles: articles,
      names: names.sorted { ($1.articles, $0.name) < ($0.articles, $1.name) },
      forms: forms.values.sorted { ($1.articles, $0.text) < ($0.articles, $1.text) },
      people: try company("person"), countries: try company("country"), notes: notes)
  }

  /// In order of their dates, so that the first article with a form is its earliest.
  private func readArticles() throws {
    let articles = try Statement(
      database,
      """
      SELECT article.id, external_id, date, title, body, mentions
      FROM article_entity JOIN article ON article.id = article_id
      WHERE entity_id = ? ORDER BY date IS NULL, date, external_id
      """)
    try articles.forEach(of: Int64(person.id)) { row in
      let date = row.optionalText(2)
      let mentions = MentionJSON.decode(row.bytes(5)) ?? []
      addForms(mentions, row.bytes(3), row.bytes(4), id: row.text(1), date)
      try addNames(row.integer(0), id: row.text(1), date.flatMap { CalendarDate($0) })
    }
  }

  private func addForms(
    _ mentions: [Mention], _ title: UnsafeBufferPointer<UInt8>, _ body: UnsafeBufferPointer<UInt8>,
    id: String, _ date: String?
  ) {
    var seen: Set<String> = []
    for mention in mentions {
      let text = mention.field == .title ? title : body
      guard mention.range.upperBound <= text.count else { continue }
      let form = Self.line(text[mention.range])
      guard seen.insert(form).inserted else { continue }
      if var known = forms[form] {
        known.articles += 1
        known.last = date ?? known.last
        forms[form] = known
      } else {
        forms[form] = PersonProfile.Form(
          text: form, articles: 1, first: date, last: date, article: id,
          context: Self.context(of: mention.range, in: text))
      }
    }
  }

  /// The names that the article itself gives the person.
  private func addNames(_ row: Int64, id: String, _ date: CalendarDate?) throws {
    var seen: Set<String> = []
    for named in try column.people(of: row) {
      let meant = try table.name(of: named.meant)
      guard rules.name(for: meant, of: id, on: date) == person.name else { continue }
      let name = try table.name(of: named.name)
      guard seen.insert(name).inserted else { continue }
      names[name, default: (0, meant)].articles += 1
    }
  }

  private func reason(for name: String, meant: String) -> String {
    if meant != person.name { return "a correction of yours" }
    if name == person.name { return "" }
    let sought = SoughtName(name)
    if FaintName.isFaint(name) { return "the name alone, which only the archive makes a person's" }
    if sought.isSurname {
      return "the name alone: nearly all who bear it in articles near that date are this person"
    }
    return switch sought.fit(of: meant) {
    case .same: "the same letters"
    case .spelling: "another spelling"
    default: "initials, a short form or a name left out"
    }
  }

  /// Those of a kind in the same articles.
  private func company(_ kind: String) throws -> [KnownPerson] {
    let statement = try Statement(
      database,
      """
      SELECT value, count(*) FROM article_entity AS this
      JOIN article_entity AS other ON other.article_id = this.article_id
      JOIN entity ON entity.id = other.entity_id
      WHERE this.entity_id = ?1 AND other.entity_id <> ?1 AND kind = ?2
      GROUP BY entity.id ORDER BY 2 DESC, 1 LIMIT ?3
      """)
    var found: [KnownPerson] = []
    try statement.forEach(
      .integer(Int64(person.id)), .text(kind), .integer(Int64(Self.mostCompany))
    ) { found.append(KnownPerson(name: $0.text(0), articles: Int($0.integer(1)))) }
    return found
  }

  // MARK: Texts

  private static func context(
    of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> String {
    let start = border(max(0, range.lowerBound - reach), in: text)
    let end = border(min(text.count, range.upperBound + reach), in: text)
    return (start > 0 ? "…" : "") + line(text[start..<end]) + (end < text.count ? "…" : "")
  }

  /// The place itself, or the beginning of the character that it is within.
  private static func border(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var place = place
    while place > 0, place < text.count, text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  /// With a space for each run of white space.
  private static func line(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
