internal import IndexDefinition

/// Makes an article of one JSON object.
struct JSONArticle {
  private var names: FieldNames
  private let file: SourceFile
  /// True for JSON Lines, where title and body under our own names stay as they are.
  private let isLine: Bool
  /// The values found for each field, best name first wins; what loses goes to `extra`.
  private var found: [ArticleField: (rank: Int, key: JSONValue, value: JSONValue)] = [:]
  private var extra: [(key: JSONValue, value: JSONValue)] = []
  /// What the document says of all its articles (the name of a JSON Feed).
  var defaults: [ArticleField: String] = [:]

  init(file: SourceFile, names: FieldNames, isLine: Bool = false) {
    self.file = file
    self.names = names
    self.isLine = isLine
  }

  /// Reads the object at the scanner's position.
  ///
  /// Gives the article, if there is one, and what is wrong with it; `place` as in ``ArticleDraft``.
  mutating func read(
    _ scanner: inout JSONScanner, place: String?
  ) throws(JSONSyntaxError) -> [ReadingEvent] {
    found.removeAll(keepingCapacity: true)
    extra.removeAll(keepingCapacity: true)
    try scanner.members { (key, value) throws(JSONSyntaxError) in sort(key, value, depth: 0) }
    return events(place: place)
  }

  private mutating func sort(_ key: JSONValue, _ value: JSONValue, depth: Int) {
    let name = key.text ?? ""
    if value.kind == .object, depth < 2, Self.wrappers.contains(name), holdsFields(value) {
      return unwrap(value, depth: depth + 1)
    }
    guard let meaning = names.meaning(of: name) else { return extra.append((key, value)) }
    // An empty value says nothing, and a number names nobody.
    let isName = meaning.field == .byline || meaning.field == .source
    if value.kind == .null || value.isEmpty || isName && value.kind == .number {
      if value.kind == .number { extra.append((key, value)) }
      return
    }
    let other = found[meaning.field]
    if let other, other.rank < meaning.rank { return extra.append((key, value)) }
    if let other { extra.append((other.key, other.value)) }
    found[meaning.field] = (meaning.rank, key, value)
  }

  /// Where APIs and stores put an article's fields inside its object: Elasticsearch, the Guardian, AP,
  /// WordPress.
  private static let wrappers: Set<String> = [
    "_source", "fields", "item", "article", "attributes", "node", "document", "doc", "_embedded",
    "post",
    "story",
  ]

  private mutating func unwrap(_ object: JSONValue, depth: Int) {
    var scanner = JSONScanner(object.bytes)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in sort(key, value, depth: depth) }
  }

  /// True when an object has members of several fields, as an article has.
  private mutating func holdsFields(_ object: JSONValue) -> Bool {
    var fields: Set<ArticleField> = []
    var scanner = JSONScanner(object.bytes)
    try? scanner.members { (key, _) throws(JSONSyntaxError) in
      if let meaning = names.meaning(of: key.text ?? "") { fields.insert(meaning.field) }
    }
    return fields.contains(.title) || fields.contains(.body) || fields.contains(.byline)
  }

  private mutating func events(place: String?) -> [ReadingEvent] {
    if let withdrawal { return [.failure(withdrawal.failure(path: file.path, place: place))] }
    settleName()
    settleDay()
    settleHeadline()
    settleBody()
    keepForms()
    var draft = ArticleDraft(extra: extraObject())
    draft.fields = defaults
    draft.isVerbatim = isOwn
    for (field, found) in found {
      draft[field] = text(found.key, found.value, field)
    }
    return missingText(draft, place)
      + draft.events(
        file: file, place: place, advice: keys.isEmpty ? "" : " (its keys: \(keys))",
        remedy: keys.isEmpty ? nil : .nameBodyKey)
  }

  /// A day gives way to the same day with its time (`date` beside `dateTime`).
  private mutating func settleDay() {
    guard !extra.isEmpty, !isOwn, let date = found[.date], date.value.bytes.count == 12,
      let day = date.value.text
    else { return }
    let index = extra.firstIndex { member in
      guard let text = member.value.text, text.utf8.count > 12, text.hasPrefix(day) else {
        return false
      }
      return names.meaning(of: member.key.text ?? "")?.field == .date
    }
    guard let index else { return }
    found[.date] = (date.rank, extra[index].key, extra[index].value)
    extra[index] = (date.key, date.value)
  }

  /// A name without a text is no article's title.
  private mutating func settleName() {
    guard found[.body] == nil, let title = found[.title],
      FieldNames.isWeakTitle(title.key.text ?? "")
    else { return }
    extra.append((title.key, title.value))
    found[.title] = nil
  }

  /// Agencies' items (ninjs, AP) have a label of their own for `title` beside the headline.
  private mutating func settleHeadline() {
    guard !extra.isEmpty, let title = found[.title], title.key.text == "title", isAgency,
      let index = extra.firstIndex(where: { $0.key.text == "headline" }),
      extra[index].value.isString, !extra[index].value.isEmpty
    else { return }
    found[.title] = (title.rank, extra[index].key, extra[index].value)
    extra[index] = (title.key, title.value)
  }

  /// Of several forms of one text one is chosen; the others stay as they are.
  private mutating func keepForms() {
    let lists = found.filter {
      $0.value.value.kind == .array && TextForms($0.value.value).count > 1
    }
    for (_, list) in lists.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      extra.append((list.key, list.value))
    }
  }

  private var isAgency: Bool {
    found[.date]?.key.text == "versioncreated"
      || extra.contains { ["pubstatus", "versioncreated"].contains($0.key.text) }
  }

  /// Of several texts another than the first by name: where that says no more than the title (a picture's
  /// label before its caption), or where the same words have their paragraphs in markup.
  private mutating func settleBody() {
    guard !extra.isEmpty, !isOwn, let body = found[.body] else { return }
    let others = extra.indices.filter {
      names.meaning(of: extra[$0].key.text ?? "")?.field == .body
    }
    guard !others.isEmpty, let text = text(body.key, body.value, .body) else { return }
    let title = found[.title].flatMap { self.text($0.key, $0.value, .title) }
    let better = others.first { index in
      guard let other = self.text(extra[index].key, extra[index].value, .body) else { return false }
      return text == title ? other != text : Self.divides(other, text)
    }
    guard let better else { return }
    found[.body] = (body.rank, extra[better].key, extra[better].value)
    extra[better] = (body.key, body.value)
  }

  /// Whether a text has the words of another that is one line alone in several paragraphs.
  private static func divides(_ other: String, _ text: String) -> Bool {
    guard !text.contains("\n"), other.contains("\n\n") else { return false }
    let (old, new) = (text.utf8.count { $0 > 0x20 }, other.utf8.count { $0 > 0x20 })
    return abs(old - new) * 50 <= old
  }

  private func text(_ key: JSONValue, _ value: JSONValue, _ field: ArticleField) -> String? {
    let text = value.plainText(separator: field == .body ? "\n\n" : ", ")
    return isOwn ? text : text.map { Self.plain($0, field, key) }
  }

  /// Where an agency's item is no article: the agency takes it back (ninjs, AP).
  private var withdrawal: Withdrawal? {
    guard let status = extra.first(where: { $0.key.text == "pubstatus" })?.value.text else {
      return nil
    }
    let id = found[.id]?.value.plainText(separator: ", ")
    return Withdrawal(
      status: status, title: found[.title]?.value.plainText(separator: ", "),
      ids: [id].compactMap { $0 })
  }

  /// An agency's item that says where its text is, or of what it is made, and does not have it.
  private func missingText(_ draft: ArticleDraft, _ place: String?) -> [ReadingEvent] {
    guard draft[.body]?.isEmpty ?? true, let title = draft[.title] else { return [] }
    let keys = extra.compactMap(\.key.text)
    guard keys.contains("renditions") || isAgency else { return [] }
    let message =
      "“\(title)” has no text in the file"
      + (keys.contains("renditions") ? "; it is at the addresses of its renditions" : "")
    return [
      .failure(ReadingFailure(path: file.path, place: place, message: message, kind: .withheld))
    ]
  }

  /// A foreign dump's value as text: without markup.
  private static func plain(_ text: String, _ field: ArticleField, _ key: JSONValue) -> String {
    switch field {
    case .body:
      // `body_html`, `content_html`, `body_xhtml`
      let isPage = key.text?.lowercased().hasSuffix("html") == true
      return isPage || MarkupSigns.areMet(in: text)
        ? HTMLParser.parse(EscapedMarkup.divided(text)).paragraphs : text
    case .title: return MarkupSigns.areMet(in: text) ? HTMLParser.parse(text).text : text
    default: return text
    }
  }

  /// True when title and body have our own names, in our own format.
  private var isOwn: Bool {
    isLine
      && [ArticleField.title, .body].allSatisfy { field in
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

extension JSONValue {
  /// True for `""`, `"  "`, `[]`, `{}`.
  var isEmpty: Bool {
    switch kind {
    case .string, .escapedString: bytes.dropFirst().dropLast().allSatisfy { $0 <= 0x20 }
    case .array, .object: bytes.dropFirst().dropLast().allSatisfy { $0 <= 0x20 }
    default: false
    }
  }
}
