internal import IndexDefinition

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
  /// Gives the article, if there is one, and what is wrong with it; `place` as in ``ArticleDraft``.
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
    var draft = ArticleDraft(extra: extraObject())
    draft.isVerbatim = isOwn
    for (field, found) in found {
      let separator = field == .body ? "\n\n" : ", "
      draft[field] = found.value.plainText(separator: separator)
      // `body_html`, `content_html`, `body_xhtml`
      if field == .body, found.key.text?.lowercased().hasSuffix("html") == true {
        draft[field] = draft[field].map { HTMLParser.parse($0).paragraphs }
      }
    }
    return draft.events(
      file: file, place: place, advice: keys.isEmpty ? "" : " (its keys: \(keys))",
      remedy: keys.isEmpty ? nil : .nameBodyKey)
  }

  /// True when title and body have our own names.
  private var isOwn: Bool {
    [ArticleField.title, .body].allSatisfy { field in
      found[field].map { $0.key.text == field.rawValue } ?? true
    }
  }

  /// Where the body of an object without one may hide.
  private var keys: String {
    extra.prefix(8).compactMap { $0.key.text }.joined(separator: ", ")
  }

  /// The other keys with their values, as written where that is JSON to everyone.
  private func extraObject() -> String? {
    guard !extra.isEmpty else { return nil }
    return "{" + extra.map { "\($0.key.strictJSON):\($0.value.strictJSON)" }.joined(separator: ",")
      + "}"
  }
}
