internal import FTS5Segments
internal import SQLite
internal import SearchModel

/// `article_fts` against the articles, by FTS5's own integrity check.
///
/// SQLite's `integrity_check` says "ok" over a gutted full-text index; this command alone compares
/// index and content. It is an INSERT, so it needs a connection that may write.
struct FullTextCheck {
  let index: ArticleIndex
  let repair: Bool

  /// - Parameter skip: told in words why nothing could be checked.
  func findings(
    _ progress: (String) -> Void, skip: (String) -> Void
  ) throws -> [CheckFinding] {
    do {
      guard let damage = try writable().write(damage) else { return [] }
      let isRepaired = repair ? try rebuild(progress) : false
      return [.init(side: .fullText, message: damage, isRepaired: isRepaired)]
    } catch ArticleIndexError.notWritable {
      skip("full text was not checked: the check needs a file that can be written")
    } catch ArticleIndexError.busy {
      skip("full text was not checked: the index is being written")
    }
    return []
  }

  private func writable() throws -> ArticleIndex {
    index.access == .readWrite ? index : try ArticleIndex(path: index.path, access: .readWrite)
  }

  /// What is wrong; nil when index and articles agree.
  private func damage(_ database: Connection) throws -> String? {
    do {
      try FullTextIndex(database: database).checkIntegrity()
      try checkTermIndex(database)
      return nil
    } catch let error as SegmentError {
      return "article_fts_idx does not agree with its pages (\(error))"
    } catch let error as SQLiteError
      where [.corrupt, .error].contains(error.code)
    {
      return "article_fts does not agree with the articles (\(error.message))"
    }
  }

  /// FTS5's own check passes over what leads to its pages.
  private func checkTermIndex(_ database: Connection) throws {
    let version: Int? = try database.value("SELECT v FROM article_fts_config WHERE k = 'version'")
    do {
      try SegmentReader(
        pages: SQLitePages(database), columns: 3, version: version ?? 0
      ).checkTermIndex()
    } catch SegmentError.unsupported {
      // What only FTS5 reads, it alone can check.
    }
  }

  /// True when a rebuilt index passes the check.
  private func rebuild(_ progress: (String) -> Void) throws -> Bool {
    progress("rebuilding full text")
    return try index.write { database in
      do {
        try FullTextIndex(database: database).rebuild()
      } catch let error as SQLiteError
        where [.corrupt, .error].contains(error.code)
      {
        return false
      }
      return try damage(database) == nil
    }
  }
}
