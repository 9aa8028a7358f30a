internal import ArticleReading
internal import IndexDefinition
internal import SQLite
internal import SearchModel

/// Table `unfinished`: how far large files are stored whose reading was cut off.
final class UnfinishedFiles {
  private let find: Statement
  private let note: Statement
  private let forget: Statement
  private let reading: SQLValue

  init(_ database: Connection, _ options: IndexingOptions) throws {
    reading = .integer(options.readingHash)
    find = try Statement(
      database,
      """
      SELECT articles FROM unfinished JOIN file ON file.id = file_id
      WHERE path = ? AND unfinished.size = ? AND unfinished.modified = ? AND reading = ?
      """)
    note = try Statement(database, "INSERT OR REPLACE INTO unfinished VALUES (?, ?, ?, ?, ?)")
    forget = try Statement(database, "DELETE FROM unfinished WHERE file_id = ?")
  }

  /// How many articles at the beginning of a file, which is as it was then, need not be read again.
  func articles(of file: SourceFile) throws -> Int {
    try find.first(
      .text(file.absolutePath), .integer(Int64(file.size)), .integer(Int64(file.modified)), reading
    ) { Int($0.integer(0)) } ?? 0
  }

  /// Notes how far a file is stored, in the transaction of a batch that ends inside it.
  func note(_ file: OpenFile) throws {
    guard !file.file.isStandardInput, file.taken > 0 else { return }
    try note.run([
      .integer(file.id), .integer(Int64(file.file.size)), .integer(Int64(file.file.modified)),
      reading, .integer(Int64(file.taken)),
    ])
  }

  /// A file is read to its end, or from its beginning again.
  func forget(_ id: Int64) throws {
    try forget.run(.integer(id))
  }
}

extension IndexingOptions {
  /// Of all that decides what a file's articles are, and whether they are stored.
  fileprivate var readingHash: Int64 {
    var hash = ContentHash()
    for text in [format, dateOrder, encoding] { hash.add(text) }
    for (key, field) in fieldNames.sorted(by: { $0.key < $1.key }) {
      hash.add(key)
      hash.add(field)
    }
    for option in [keepsDuplicates, takesRemoved] { hash.add("\(option)") }
    return hash.value
  }
}
