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
      "id", "uid", "guid", "uuid", "articleid", "docid", "docno", "documentid", "newid", "storyid",
      "storiesid", "newsid", "objectid", "itemid", "uri",
    ],
    .title: [
      "title", "headline", "headlines", "articletitle", "newstitle", "heading", "head", "hl1", "hl",
      "name",
      "webtitle",
      "titlepage", "titlerss", "displaytitle", "maintitle",
    ],
    // Whole texts before what sums them up.
    .body: [
      "body", "bodies", "articlebody", "bodytext", "text", "content", "fulltext", "maintext",
      "bodyhtml",
      "bodyxhtml", "contenttext", "contenthtml", "articletext", "articlecontent", "fullarticle",
      "plaintext",
      "cleantext", "rawtext", "storytext", "textcontent", "postcontent", "paragraphs", "story",
      "article",
      "description", "descriptions",
      "descriptiontext", "descriptioncaption", "caption", "leadparagraph", "summary", "abstract",
      "excerpt",
      "standfirst", "trailtext", "snippet", "lead", "teaser",
    ],
    .date: [
      "date", "published", "publishedtime", "publishedat", "datepublished", "datepublish",
      "pubdate",
      "publicationdate", "publishdate", "publishedon", "publisheddate", "publishtime",
      "publicationtime",
      "firstpublished", "firstpublicationdate", "webpublicationdate", "firstcreated",
      "versioncreated",
      "issued", "seendate", "postdate", "releasedate", "displaydate", "created", "createdat",
      "datecreated",
      "datetime", "timestamp", "time", "day", "dategmt", "updated", "updatedat", "modified",
      "datemodify",
    ],
    .url: [
      "url", "link", "canonicalurl", "canonical", "weburl", "permalink", "articleurl", "href",
      "sourceurl",
      "externalurl",
    ],
    .byline: [
      "byline", "bylines", "author", "authors", "authorname", "creator", "writer", "by",
      "photographer",
    ],
    .source: [
      "source", "publisher", "publication", "newspaper", "outlet", "sitename", "paper", "agency",
      "medianame",
      "provider", "publishername", "sourcename", "sourcedomain", "domain", "feed",
      "copyrightholder",
    ],
    .language: ["language", "lang", "locale", "languagecode", "inlanguage"],
  ]

  /// The names above: made once, since each file begins with them.
  private static let base: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for (field, names) in known {
      for (rank, name) in names.enumerated() { meanings[name] = Meaning(field: field, rank: rank) }
    }
    return meanings
  }()

  private var meanings = base
  /// Keys as written, met before: the rule below is applied once a key, not once an article.
  private var met: [String: Meaning?] = [:]

  /// `mapped` is the user's own: source key → name of our field, unknown fields ignored.
  init(_ mapped: [String: String] = [:]) {
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

  /// What anything may be called: a title only beside a text.
  static func isWeakTitle(_ key: String) -> Bool { fold(key) == "name" }

  private static func fold(_ key: String) -> String {
    String(key.lowercased().filter { !"_- :.".contains($0) })
  }
}
