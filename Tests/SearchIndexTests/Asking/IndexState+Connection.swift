import SQLite

@testable import SearchEngine
@testable import SearchIndex

extension IndexState {
  /// Of an index file's connection.
  convenience init(
    _ database: Connection, companions: [Companion] = [], pagesWorthACore: Int = 48,
    articlesBeforePacking: Int? = nil, postings: (any PostingSource)? = nil
  ) throws {
    self.init(
      try SQLiteIndex(database, postings: postings), others: companions.map { CompanionCore($0) },
      pagesWorthACore: pagesWorthACore, articlesBeforePacking: articlesBeforePacking)
  }
}
