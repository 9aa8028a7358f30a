internal import ArticleReading
internal import GRDB

/// Table `file`: what was read, so that it is not read again.
final class FileTable {
  private let find: PreparedStatement
  private let insert: PreparedStatement
  private let finish: PreparedStatement
  private let reopen: PreparedStatement

  init(_ database: Database) throws {
    find = try PreparedStatement(database, "SELECT id FROM file WHERE path = ?")
    insert = try PreparedStatement(
      database, "INSERT INTO file(path, size, modified) VALUES (?, -1, 0) RETURNING id")
    reopen = try PreparedStatement(database, "UPDATE file SET size = -1 WHERE id = ?")
    finish = try PreparedStatement(
      database, "UPDATE file SET size = ?, modified = ?, failure = ?, leftover = ? WHERE id = ?")
  }

  /// Notes that `file` is being read; until ``finish`` it counts as unread.
  func open(_ file: SourceFile) throws -> Int64 {
    let path = SQLValue.text(file.absolutePath)
    if let id = try find.first(path, read: { $0.integer(0) }) {
      try reopen.run(.integer(id))
      return id
    }
    return try insert.first(path) { $0.integer(0) } ?? 0
  }

  /// Notes that all of `file` is stored, in the transaction that holds its last article.
  func finish(_ id: Int64, _ file: SourceFile, failure: String?, leftover: Int) throws {
    try finish.run(
      .integer(Int64(file.size)), .integer(Int64(file.modified)), SQLValue(failure),
      .integer(Int64(leftover)), .integer(id))
  }
}
