private import IndexData

/// The identity of the index file and its schema, as `index/README.md` describes it.
package enum IndexFormat {
  /// `PRAGMA user_version`; every change of the format raises it.
  ///
  /// An index of another version is refused, naming the remedy.
  package static let version = 4
  /// `PRAGMA application_id`: "wsrc" in ASCII.
  package static let applicationID: Int32 = 0x7773_7263

  /// `PRAGMA page_size` of a new index, in bytes: a column's chunk is four to twenty of them.
  ///
  /// With SQLite's 4,096 queries took a tenth to a third longer, and the file was a sixteenth larger.
  package static let pageSize = 16384

  /// A part of the schema: a file of `index/schema/`, missing where its table is missing.
  package struct Part: Sendable {
    package let table: String
    package let sql: String
  }

  /// The schema in order.
  package static var parts: [Part] {
    [
      Part(table: "article", sql: text(wsearch_schema_0001(), wsearch_schema_0001_size())),
      Part(table: "person_name", sql: text(wsearch_schema_0002(), wsearch_schema_0002_size())),
      Part(table: "removed", sql: text(wsearch_schema_0003(), wsearch_schema_0003_size())),
      Part(table: "unfinished", sql: text(wsearch_schema_0004(), wsearch_schema_0004_size())),
      Part(table: "story", sql: text(wsearch_schema_0005(), wsearch_schema_0005_size())),
    ]
  }

  private static func text(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
