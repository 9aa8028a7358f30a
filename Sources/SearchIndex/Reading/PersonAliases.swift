internal import NewsTagging
internal import SQLite

/// The other names that articles of the index give to a person, as far as the names alone tell it.
struct PersonAliases {
  /// Of a commoner family name nothing is told: who is who among so many is more than names say.
  private static let mostNames = 500
  private let database: Connection
  private let find: Statement
  private let members: Statement

  init(_ database: Connection) throws {
    self.database = database
    find = try Statement(
      database, "SELECT name FROM person_name WHERE family = ? AND key = ?")
    members = try Statement(
      database,
      "SELECT name FROM person_name WHERE family = ? ORDER BY name LIMIT \(Self.mostNames + 1)")
  }

  /// - Parameter name: in full, its words capitalised; whatever case articles have it in.
  /// - Returns: empty where no article has it.
  func otherNames(of name: String) throws -> [String] {
    let place = NamePlace(ofWords: name)
    guard place.key != 0 else { return [] }
    let known = try find.first(.integer(place.family), .integer(place.key)) { $0.text(0) }
    return try known.map { try names(like: $0, of: place.family) } ?? []
  }

  /// Those of the same person among the names of a family, each as if one article had it: fewer are
  /// one person's than if it were known who outshines the others.
  private func names(like name: String, of family: Int64) throws -> [String] {
    var names: [String] = []
    try members.forEach(of: family) { names.append($0.text(0)) }
    guard names.count <= Self.mostNames, let place = names.firstIndex(of: name) else { return [] }
    let rules = try PersonRuleTable(database: database).rules
    let persons = NameFamily(names.map { ($0, 1) }, of: family, rules: rules).personOfName
    guard let person = persons[place] else { return [] }
    return names.indices.filter { $0 != place && persons[$0] == person }.map { names[$0] }
  }
}
