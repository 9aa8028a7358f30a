import FTS5Segments
import SQLite
import TestSupport

/// An FTS5 table `fts` with external content, filled and changed by seeded chance.
struct Corpus {
  let database: Connection
  private var random: SeededGenerator
  private let vocabulary: Int

  /// `vocabulary` words, of which low numbers are common; `pageSize` is FTS5's `pgsz`.
  init(seed: UInt64, pageSize: Int, vocabulary: Int = 300, hashSize: Int? = nil) throws {
    database = try .inMemory()
    random = SeededGenerator(seed: seed)
    self.vocabulary = vocabulary
    try database.transaction(.immediate) {
      try database.execute(
        """
        CREATE TABLE content(id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT);
        CREATE VIRTUAL TABLE fts USING fts5(a, b, c, content = 'content', content_rowid = 'id');
        CREATE VIRTUAL TABLE instance USING fts5vocab(fts, instance);
        INSERT INTO fts(fts, rank) VALUES ('pgsz', \(pageSize));
        """)
      if let hashSize {
        try database.execute("INSERT INTO fts(fts, rank) VALUES ('hashsize', \(hashSize))")
      }
    }
  }

  /// Inserts rows of up to `length` tokens in the second column, one transaction.
  mutating func insert(_ rows: Int, gap: Int64 = 3, length: Int = 30) throws {
    try database.transaction(.immediate) {
      var id: Int64 = try database.value("SELECT max(id) FROM content") ?? -40
      for _ in 0..<rows {
        id += .random(in: 1...gap, using: &random)
        try insert(id, length: length)
      }
    }
  }

  /// Gives new texts to a share of the rows, one transaction.
  mutating func update(share: Double, length: Int = 30) throws {
    try forShare(share) { corpus, id in try corpus.insert(id, length: length) }
  }

  /// Deletes a share of the rows, one transaction.
  mutating func delete(share: Double) throws {
    try forShare(share) { _, _ in }
  }

  func command(_ name: String, _ rank: Int? = nil) throws {
    try database.transaction(.immediate) {
      try database.execute(
        "INSERT INTO fts(fts, rank) VALUES (?, ?)", .text(name), SQLValue(rank.map(Int64.init)))
    }
  }

  private mutating func forShare(
    _ share: Double, _ body: (inout Corpus, Int64) throws -> Void
  ) throws {
    try database.transaction(.immediate) {
      let ids: [Int64] = try database.values("SELECT id FROM content ORDER BY id")
      for id in ids {
        guard Double.random(in: 0..<1, using: &random) < share else { continue }
        try database.execute(
          """
          INSERT INTO fts(fts, rowid, a, b, c)
          SELECT 'delete', id, a, b, c FROM content WHERE id = ?
          """, .integer(id))
        try database.execute("DELETE FROM content WHERE id = ?", .integer(id))
        try body(&self, id)
      }
    }
  }

  /// Inserts rows of given texts, one transaction.
  func insert(_ rows: [(id: Int64, a: String, b: String, c: String)]) throws {
    try database.transaction(.immediate) {
      for row in rows { try insert(row.id, [row.a, row.b, row.c]) }
    }
  }

  private mutating func insert(_ id: Int64, length: Int) throws {
    let texts = [length / 6, length, length / 20].map { text(upTo: $0) }
    try insert(id, texts)
  }

  private func insert(_ id: Int64, _ texts: [String]) throws {
    for table in ["content(id", "fts(rowid"] {
      try database.execute(
        "INSERT INTO \(table), a, b, c) VALUES (?, ?, ?, ?)",
        .integer(id), .text(texts[0]), .text(texts[1]), .text(texts[2]))
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
