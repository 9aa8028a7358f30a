import FTS5Segments
import GRDB
import TestSupport

/// An FTS5 table `fts` with external content, filled and changed by seeded chance.
struct Corpus {
  let queue: DatabaseQueue
  private var random: SeededGenerator
  private let vocabulary: Int

  /// `vocabulary` words, of which low numbers are common; `pageSize` is FTS5's `pgsz`.
  init(seed: UInt64, pageSize: Int, vocabulary: Int = 300, hashSize: Int? = nil) throws {
    queue = try DatabaseQueue()
    random = SeededGenerator(seed: seed)
    self.vocabulary = vocabulary
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE content(id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT);
          CREATE VIRTUAL TABLE fts USING fts5(a, b, c, content = 'content', content_rowid = 'id');
          CREATE VIRTUAL TABLE instance USING fts5vocab(fts, instance);
          INSERT INTO fts(fts, rank) VALUES ('pgsz', \(pageSize));
          """)
      if let hashSize {
        try database.execute(
          sql: "INSERT INTO fts(fts, rank) VALUES ('hashsize', \(hashSize))")
      }
    }
  }

  /// Inserts rows of up to `length` tokens in the second column, one transaction.
  mutating func insert(_ rows: Int, gap: Int64 = 3, length: Int = 30) throws {
    try queue.write { database in
      var id = try Int64.fetchOne(database, sql: "SELECT max(id) FROM content") ?? -40
      for _ in 0..<rows {
        id += .random(in: 1...gap, using: &random)
        try insert(id, length: length, into: database)
      }
    }
  }

  /// Gives new texts to a share of the rows, one transaction.
  mutating func update(share: Double, length: Int = 30) throws {
    try forShare(share) { corpus, id, database in
      try corpus.insert(id, length: length, into: database)
    }
  }

  /// Deletes a share of the rows, one transaction.
  mutating func delete(share: Double) throws {
    try forShare(share) { _, _, _ in }
  }

  func command(_ name: String, _ rank: Int? = nil) throws {
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO fts(fts, rank) VALUES (?, ?)", arguments: [name, rank])
    }
  }

  private mutating func forShare(
    _ share: Double, _ body: (inout Corpus, Int64, Database) throws -> Void
  ) throws {
    try queue.write { database in
      for id in try Int64.fetchAll(database, sql: "SELECT id FROM content ORDER BY id") {
        guard Double.random(in: 0..<1, using: &random) < share else { continue }
        try database.execute(
          sql: """
            INSERT INTO fts(fts, rowid, a, b, c)
            SELECT 'delete', id, a, b, c FROM content WHERE id = :id;
            """, arguments: ["id": id])
        try database.execute(sql: "DELETE FROM content WHERE id = ?", arguments: [id])
        try body(&self, id, database)
      }
    }
  }

  /// Inserts rows of given texts, one transaction.
  func insert(_ rows: [(id: Int64, a: String, b: String, c: String)]) throws {
    try queue.write { database in
      for row in rows { try insert(row.id, [row.a, row.b, row.c], into: database) }
    }
  }

  private mutating func insert(_ id: Int64, length: Int, into database: Database) throws {
    let texts = [length / 6, length, length / 20].map { text(upTo: $0) }
    try insert(id, texts, into: database)
  }

  private func insert(_ id: Int64, _ texts: [String], into database: Database) throws {
    for table in ["content(id", "fts(rowid"] {
      try database.execute(
        sql: "INSERT INTO \(table), a, b, c) VALUES (?, ?, ?, ?)",
        arguments: [id, texts[0], texts[1], texts[2]])
    }
  }

  private mutating func text(upTo length: Int) -> String {
    (0..<Int.random(in: 0...max(length, 1), using: &random)).map { _ in word() }
      .joined(separator: " ")
  }

  /// Zipf-like: the square of a uniform number.
  private mutating func word() -> String {
    let chance = Double.random(in: 0..<1, using: &random)
    let number = Int(chance * chance * Double(vocabulary))
    return "w\(number)" + String(repeating: "x", count: number % 7 == 0 ? number : 0)
  }
}
