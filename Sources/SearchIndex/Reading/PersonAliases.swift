internal import NewsTagging
internal import SQLite

/// The other names that articles of the index give to a person, as far as the names alone tell it.
struct PersonAliases {
  /// Of a commoner family name nothing is told: who is who among so many is more than names say.
  private static let mostNames = 500
  private let find: Statement
  private let members: Statement
  private let rules: PersonRules

  init(_ database: Connection) throws {
    find = try Statement(
      database, "SELECT name, family FROM person_name WHERE family = ? AND key = ?")
    members = try Statement(
      database,
      "SELECT name FROM person_name WHERE family = ? ORDER BY name LIMIT \(Self.mostNames + 1)")
    rules = try PersonRuleTable(database: database).rules
  }

  /// - Parameter name: in full, its words capitalised; whatever case articles have it in.
  /// - Returns: empty where no article has it.
  func otherNames(of name: String) throws -> [String] {
    let place = NamePlace(name)
    guard place.key != 0 else { return [] }
    for way in [place.way, place.otherWay].compactMap({ $0 }) {
      let known = try find.first(.integer(way.family), .integer(place.key)) {
        (name: $0.text(0), family: $0.integer(1))
      }
      if let known { return try names(like: known.name, of: known.family) }
    }
    return []
  }

  /// Those of the same person among the names of a family, each as if one article had it: fewer are
  /// one person's than if it were known who outshines the others.
  private func names(like name: String, of family: Int64) throws -> [String] {
    var names: [String] = []
    try members.forEach(of: family) { names.append($0.text(0)) }
    guard names.count <= Self.mostNames, let place = names.firstIndex(of: name) else { return [] }
    let persons = NameFamily(names.map { ($0, 1) }, of: family, rules: rules).personOfName
    guard let person = persons[place] else { return [] }
    return names.indices.filter { $0 != place && persons[$0] == person }.map { names[$0] }
  }
}
