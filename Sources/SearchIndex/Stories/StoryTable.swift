internal import SQLite

/// Table `story`: which articles are near-copies of each other.
final class StoryTable {
  private let database: Connection
  private let findLead: Statement
  private let findMembers: Statement
  private let insert: Statement
  private let delete: Statement

  init(_ database: Connection) throws {
    self.database = database
    findLead = try Statement(database, "SELECT lead_id FROM story WHERE article_id = ?")
    findMembers = try Statement(
      database, "SELECT article_id FROM story WHERE lead_id = ? ORDER BY article_id")
    insert = try Statement(
      database, "INSERT OR REPLACE INTO story(article_id, lead_id) VALUES (?, ?)")
    delete = try Statement(database, "DELETE FROM story WHERE lead_id = ?")
  }

  /// The article that stands for an article's story; nil for one that is alone.
  func lead(of article: Int64) throws -> Int64? {
    try findLead.first(of: article) { $0.integer(0) }
  }

  func members(of lead: Int64) throws -> [Int64] {
    var members: [Int64] = []
    try findMembers.forEach(.integer(lead)) { members.append($0.integer(0)) }
    return members
  }

  func set(_ article: Int64, lead: Int64) throws {
    try insert.run(.integer(article), .integer(lead))
  }

  /// Dissolves a story.
  func remove(lead: Int64) throws {
    try delete.run(.integer(lead))
  }

  func removeAll() throws {
    try database.execute("DELETE FROM story")
  }

  /// By article its lead.
  func all() throws -> [Int64: Int64] {
    var leads: [Int64: Int64] = [:]
    try Statement(database, "SELECT article_id, lead_id FROM story").forEach {
      leads[$0.integer(0)] = $0.integer(1)
    }
    return leads
  }
}
