internal import IndexDefinition
internal import NewsTagging
internal import SQLite
internal import SearchModel
internal import Tokenizing

/// The articles themselves: their text against its hash, mentions against the text.
enum ContentCheck {
  static func findings(_ database: Connection) throws -> [CheckFinding] {
    let loader = try ArticleLoader(database)
    let mentions = try Statement(
      database, "SELECT entity_id, count, mentions FROM article_entity WHERE article_id = ?")
    var findings: [CheckFinding] = []
    let articles = try Statement(
      database,
      """
      SELECT id, content_hash, body_hash, bigrams, joined, text_hash FROM article ORDER BY id
      """)
    try articles.forEach { row in
      let id = row.integer(0)
      guard let article = try loader.content(id) else { return }
      if !row.bytes(3).elementsEqual((Bigrams.text(of: article.title, article.body) ?? "").utf8) {
        findings.append(.init(side: .content, message: "article \(id) has bigrams of another text"))
      }
      if let joined = row.optionalText(4), !JoinedWords.shared.are(joined, of: article.body) {
        let message = "article \(id) has joined words of another text"
        findings.append(.init(side: .content, message: message))
      }
      if PreparedArticle.contentHash(article) != row.integer(1)
        || PreparedArticle.bodyHash(article) != row.integer(2)
        || PreparedArticle.textHash(article) != row.integer(5)
      {
        findings.append(
          .init(side: .content, message: "article \(id) is not as it was stored (content hash)"))
      }
      try mentions.forEach(.integer(id)) { row in
        if !areSound(row, in: article) {
          findings.append(
            .init(
              side: .content,
              message: "article \(id): bad mentions of entity \(row.integer(0))"))
        }
      }
    }
    return try findings + duplicates(database) + lost(database) + unreadableRules(database)
  }

  /// Duplicates that are not as they were stored; their body is their article's.
  private static func duplicates(_ database: Connection) throws -> [CheckFinding] {
    let table = try DuplicateTable(database)
    let bodies = try Statement(database, "SELECT body FROM article WHERE id = ?")
    return try table.all().compactMap { known in
      var article = known.article
      // That its article is gone is told as a reference that leads nowhere.
      guard let body = try bodies.first(of: known.articleID, read: { $0.text(0) }) else {
        return nil
      }
      article.body = body
      return PreparedArticle.contentHash(article) == known.contentHash
        ? nil
        : .init(
          side: .content,
          message: "duplicate \(known.id) is not as it was stored (content hash)")
    }
  }

  /// Rules that no run could replay.
  private static func unreadableRules(_ database: Connection) throws -> [CheckFinding] {
    let lines: [String] = try database.values("SELECT rule FROM person_rule ORDER BY id")
    return lines.compactMap { line in
      do {
        _ = try PersonRule(line: line)
        return nil
      } catch {
        return .init(side: .content, message: "person_rule: \(error)")
      }
    }
  }

  /// Articles that full text was told of and that are not there.
  private static func lost(_ database: Connection) throws -> [CheckFinding] {
    let ids: [Int64] = try database.values(
      "SELECT id FROM article_fts_docsize WHERE id NOT IN (SELECT id FROM article)")
    return ids.map {
      .init(side: .content, message: "article \($0) is gone: index its file again to bring it back")
    }
  }

  /// As many as counted, each on whole characters of its field.
  private static func areSound(_ row: Statement, in article: Article) -> Bool {
    guard let mentions = MentionJSON.decode(row.bytes(2)), mentions.count == row.integer(1) else {
      return false
    }
    return mentions.allSatisfy { mention in
      let text = (mention.field == .title ? article.title : article.body).utf8
      return [mention.range.lowerBound, mention.range.upperBound].allSatisfy { offset in
        offset <= text.count
          && (offset == text.count
            || text[text.index(text.startIndex, offsetBy: offset)] & 0xC0 != 0x80)
      }
    }
  }
}
