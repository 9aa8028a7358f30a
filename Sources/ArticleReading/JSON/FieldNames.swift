/// The fields of an article that a source's key can stand for.
package enum ArticleField: String, CaseIterable, Sendable {
  case id, title, body, date, url, byline, source, language
}

/// Which of our fields a source's key stands for.
///
/// Case, `_`, `-` and spaces in a key do not count: `publishedTime`, `published_time` and
/// `Published Time` are one. Where several keys of one article stand for the same field, the one
/// named by the user wins, then the earlier in the lists below.
struct FieldNames {
  /// A field, and how good a name for it a key is: lower is better.
  struct Meaning: Equatable {
    var field: ArticleField
    var rank: Int
  }

  private static let known: [ArticleField: [String]] = [
    .id: [
      "id", "uid", "guid", "uuid", "articleid", "docid", "docno", "documentid", "newid", "uri",
    ],
    .title: ["title", "headline", "heading", "head", "hl1", "name", "webtitle"],
    .body: [
      "body", "articlebody", "bodytext", "text", "content", "fulltext", "maintext", "bodyhtml",
      "bodyxhtml", "contenttext", "contenthtml", "articletext", "plaintext", "story", "article",
      "description", "summary",
    ],
    .date: [
      "date", "published", "publishedtime", "publishedat", "datepublished", "pubdate",
      "publicationdate", "publishdate", "publishedon", "publisheddate", "firstpublished",
      "webpublicationdate", "firstcreated", "versioncreated", "issued", "created", "createdat",
      "datecreated", "timestamp", "time", "day", "updated", "modified",
    ],
    .url: [
      "url", "link", "canonicalurl", "weburl", "permalink", "href", "sourceurl", "externalurl",
    ],
    .byline: ["byline", "author", "authors", "creator", "writer", "by"],
    .source: [
      "source", "publisher", "publication", "newspaper", "outlet", "sitename", "paper", "agency",
      "provider", "domain", "feed",
    ],
    .language: ["language", "lang", "locale", "languagecode", "inlanguage"],
  ]

  private var meanings: [String: Meaning] = [:]
  /// Keys as written, met before: the rule below is applied once a key, not once an article.
  private var met: [String: Meaning?] = [:]

  /// `mapped` is the user's own: source key → name of our field, unknown fields ignored.
  init(_ mapped: [String: String] = [:]) {
    for (field, names) in Self.known {
      for (rank, name) in names.enumerated() { meanings[name] = Meaning(field: field, rank: rank) }
    }
    for (name, field) in mapped {
      guard let field = ArticleField(rawValue: field) else { continue }
      meanings[Self.fold(name)] = Meaning(field: field, rank: -1)
    }
  }

  mutating func meaning(of key: String) -> Meaning? {
    if let meaning = met[key] { return meaning }
    let meaning = meanings[Self.fold(key)]
    // Bounded, since keys may be data: {"2025-09-07": …}.
    if met.count < 1024 { met[key] = .some(meaning) }
    return meaning
  }

  private static func fold(_ key: String) -> String {
    String(key.lowercased().filter { !"_- :.".contains($0) })
  }
}
