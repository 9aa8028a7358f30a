internal import IndexDefinition
internal import NearCopies
internal import NewsTagging
internal import Tokenizing

/// An article with all that can be worked out away from the writer: tags, hashes, JSON.
struct PreparedArticle: Sendable {
  /// One row of `article_entity`, its entity still by value.
  struct EntityMentions: Sendable {
    var entity: EntityKey
    /// Whether the article is about the country, or itself names the person by more than a name alone.
    var isFocus: Bool
    var count: Int
    /// JSON, the form of the `mentions` column.
    var mentions: String
  }

  var article: Article
  var bigrams: String?
  /// Words of the body that a line's end broke.
  var joined: String?
  var contentHash: Int64
  var bodyHash: Int64
  var textHash: Int64
  /// The value of the column `sketch`.
  let sketch: [UInt32]
  /// Under the names that the article itself gives them, with their mentions; ``FaintName``s behind the others.
  let people: [PersonTag]
  /// Those without the faint ones.
  private let tagged: [PersonTag]
  /// The names that they have across the archive, until ``show(_:)``.
  var names: [String]
  /// See ``Tags/isTagged``.
  let isTagged: Bool
  /// See ``Tags/unknownWords``.
  let unknownWords: Double?
  private var peopleMentions: [EntityMentions]
  private var otherMentions: [EntityMentions]

  /// The rows of `article_entity`.
  var entities: [EntityMentions] { peopleMentions + otherMentions }

  /// Bytes of text, the measure of batches.
  var byteCount: Int { article.title.utf8.count + article.body.utf8.count }

  init(_ article: Article, tags: Tags) {
    self.article = article
    bigrams = Bigrams.text(of: article.title, article.body)
    joined = JoinedWords.shared.text(of: article.body)
    contentHash = Self.contentHash(article)
    bodyHash = Self.bodyHash(article)
    textHash = Self.textHash(article)
    sketch = Sketch.numbers(of: article.body)
    people = tags.sightedPeople
    tagged = tags.people
    names = people.map(\.name)
    isTagged = tags.isTagged
    unknownWords = tags.unknownWords
    peopleMentions = tags.people.map(EntityMentions.init)
    otherMentions =
      tags.countries.map { EntityMentions(.country, $0.code, $0.mentions, focus: $0.isFocus) }
      + tags.dates.map { EntityMentions(.date, $0.date.description, $0.mentions) }
  }

  /// Its people, where those shown do not tell them, since some are joined or hidden; none of the faint names
  /// that nobody knows.
  func people(untoldBy shown: [PersonTag]) -> [PersonTag] {
    let known = zip(people, names).filter { !FaintName.isFaint($1) }.map(\.0)
    return shown.count == known.count ? [] : known
  }

  /// Tags the article with its people under the names that they are shown by.
  mutating func show(_ shown: [PersonTag]) {
    if shown == tagged { return }
    peopleMentions = shown.map(EntityMentions.init)
  }

  /// Over every field that the index keeps, except the id and the path, which depends on where the
  /// run was started.
  static func contentHash(_ article: Article) -> Int64 {
    var hash = ContentHash()
    hash.add(article.title)
    hash.add(article.body)
    for field in [
      article.date?.description, article.dateSource?.rawValue, article.byline, article.source,
      article.url, article.language, article.extra,
    ] { hash.add(field) }
    // Not where there is none: what was stored before there was the column stays as it was stored.
    if let moment = article.publishedAt { hash.add(moment) }
    return hash.value
  }

  /// Equal for articles that may be places of one: of the same title, day and body.
  static func textHash(_ article: Article) -> Int64 {
    var hash = ContentHash()
    for field in [article.title, article.date?.description, article.body] { hash.add(field) }
    return hash.value
  }

  /// Equal for articles that may have the same body.
  static func bodyHash(_ article: Article) -> Int64 {
    var hash = ContentHash()
    hash.add(article.body)
    if article.body.isEmpty { hash.add(article.title) }
    return hash.value
  }
}

extension PreparedArticle.EntityMentions {
  init(_ person: PersonTag) {
    self.init(.person, person.name, person.mentions, focus: !person.isAssumed)
  }

  init(_ kind: EntityKey.Kind, _ value: String, _ mentions: [Mention], focus: Bool = false) {
    self.init(
      entity: EntityKey(kind: kind, value: value), isFocus: focus, count: mentions.count,
      mentions: MentionJSON.encode(mentions))
  }
}

/// What names an entity: its kind and canonical value.
struct EntityKey: Hashable, Sendable {
  enum Kind: String, Sendable { case person, country, date }

  var kind: Kind
  var value: String
}
