import IndexDefinition

/// Makes an article of one JSON object.
struct JSONArticle {
  private var names: FieldNames
  private let file: SourceFile
  /// The values found for each field, best name first wins; what loses goes to `extra`.
  private var found: [ArticleField: (rank: Int, key: JSONValue, value: JSONValue)] = [:]
  private var extra: [(key: JSONValue, value: JSONValue)] = []

  init(file: SourceFile, names: FieldNames) {
    self.file = file
    self.names = names
  }

  /// Reads the object at the scanner's position.
  ///
  /// `place` (`line 17`, `article 3`) tells the articles of a file apart, in failures and in the
  /// ids of those that bring none. Gives the article, if there is one, and what is wrong with it.
  mutating func read(
    _ scanner: inout JSONScanner, place: String?
  ) throws(JSONSyntaxError) -> [ReadingEvent] {
    found.removeAll(keepingCapacity: true)
    extra.removeAll(keepingCapacity: true)
    try scanner.members { (key, value) throws(JSONSyntaxError) in sort(key, value) }
    return events(place: place)
  }

  private mutating func sort(_ key: JSONValue, _ value: JSONValue) {
    guard let meaning = names.meaning(of: key.text ?? "") else {
      return extra.append((key, value))
    }
    guard value.kind != .null else { return }
    let other = found[meaning.field]
    if let other, other.rank < meaning.rank { return extra.append((key, value)) }
    if let other { extra.append((other.key, other.value)) }
    found[meaning.field] = (meaning.rank, key, value)
  }

  private func events(place: String?) -> [ReadingEvent] {
    let title = text(.title) ?? ""
    let body = text(.body, separator: "\n\n") ?? ""
    guard !title.isEmpty || !body.isEmpty else { return [.failure(noText(place))] }
    let date = text(.date).map { ($0, PublicationDate.parse($0)) }
    let article = Article(
      id: text(.id) ?? file.derivedID(member: place), title: title.inFormC, body: body.inFormC,
      date: date?.1, byline: text(.byline), source: text(.source),
      url: text(.url), language: text(.language).flatMap(LanguageCode.init)?.code,
      path: file.path, extra: extraObject())
    guard let date, date.1 == nil, !date.0.isEmpty else { return [.article(article)] }
    let problem = "the date “\(date.0.prefix(40))” cannot be read and the article is kept undated"
    return [
      .failure(
        ReadingFailure(
          path: file.path, place: place, message: problem + "; write it as YYYY-MM-DD")),
      .article(article),
    ]
  }

  private func text(_ field: ArticleField, separator: String = ", ") -> String? {
    found[field].flatMap { $0.value.plainText(separator: separator) }
  }

  private func noText(_ place: String?) -> ReadingFailure {
    let keys = extra.prefix(8).compactMap { $0.key.text }.joined(separator: ", ")
    return ReadingFailure(
      path: file.path, place: place,
      message: "no body and no title"
        + (keys.isEmpty ? "" : " (its keys: \(keys)); name the body's key with --field body=KEY"))
  }

  /// The other keys, their values byte for byte.
  private func extraObject() -> String? {
    guard !extra.isEmpty else { return nil }
    return "{" + extra.map { "\($0.key.source):\($0.value.source)" }.joined(separator: ",") + "}"
  }
}
