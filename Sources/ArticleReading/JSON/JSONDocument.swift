internal import IndexDefinition

/// A JSON file: one article, an array of articles, or an object that holds such an array.
struct JSONDocument {
  let file: SourceFile
  let names: FieldNames

  /// In how many objects a list of articles may lie.
  static let depth = 5

  /// Where APIs and exports put their articles.
  static let listKeys: Set<String> = [
    "articles", "items", "item", "results", "docs", "documents", "data", "stories", "entries",
    "posts",
    "hits", "news", "response", "value", "content", "rows", "records", "feed", "channel",
    "stories_list", "_items",
  ]

  /// Reads the whole file's bytes; what stands before a syntax error is kept.
  ///
  /// A file that is not UTF-8 is read as windows-1252, and that is said.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    if file.encoding == nil, UTF8Validity.firstInvalid(bytes) == nil {
      return try readText(bytes, isAsStored: true, receive)
    }
    let decoded = DecodedText(bytes, encoding: file.encoding)
    var text = decoded.text
    try text.withUTF8 { try readText($0, isAsStored: false, receive) }
    guard let byte = decoded.badByte else { return }
    try receive(
      .failure(
        ReadingFailure(
          path: file.path, place: "byte \(byte)", message: decoded.advice,
          kind: .encoding)))
  }

  /// - Parameter isAsStored: whether these are the file's own bytes.
  private func readText(
    _ bytes: UnsafeBufferPointer<UInt8>, isAsStored: Bool,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    var article = JSONArticle(file: file, names: names)
    let found = articles(in: bytes)
    article.defaults = found.defaults
    var lines = LineNumbers(bytes)
    for (index, value) in found.values.enumerated() {
      let place = found.isList ? "article \(index + 1)" : nil
      guard value.kind == .object else {
        let message = "not a JSON object; mend or remove it"
        try receive(.failure(ReadingFailure(path: file.path, place: place, message: message)))
        continue
      }
      var scanner = JSONScanner(value.bytes)
      for event in (try? article.read(&scanner, place: place)) ?? [] {
        guard found.isList else {
          try receive(event)
          continue
        }
        let event = event.numbered(index + 1, in: file)
        try receive(isAsStored ? event.lying(at: lines.place(of: value.bytes)) : event)
      }
    }
    if let error = found.error { try receive(.failure(failure(error, in: bytes))) }
  }

  /// The error by its line, as an editor shows it.
  private func failure(
    _ error: JSONSyntaxError, in bytes: UnsafeBufferPointer<UInt8>
  ) -> ReadingFailure {
    let before = bytes[..<error.offset]
    let line = before.reduce(1) { $0 + ($1 == 0x0a ? 1 : 0) }
    var error = error
    error.offset -= before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    return ReadingFailure(
      path: file.path, place: "line \(line)", message: error.message + "; mend the file")
  }

  private struct Found {
    var values: [JSONValue] = []
    var isList = false
    var error: JSONSyntaxError?
    /// Fields that the document gives for all.
    var defaults: [ArticleField: String] = [:]
  }

  private func articles(in bytes: UnsafeBufferPointer<UInt8>) -> Found {
    var found = Found()
    var scanner = JSONScanner(bytes)
    do throws(JSONSyntaxError) {
      _ = scanner.isAtEnd()
      if scanner.position < bytes.count, bytes[scanner.position] == UInt8(ascii: "[") {
        found.isList = true
        try scanner.elements { (value) throws(JSONSyntaxError) in found.values.append(value) }
      } else {
        let value = try scanner.value()
        guard value.kind == .object else {
          throw JSONSyntaxError(offset: 0, expected: "an object or an array of objects")
        }
        let list = Self.list(in: value, depth: Self.depth)
        found.values = (list ?? [Self.core(of: value, names)]).flatMap { Self.withParts($0, names) }
        found.isList = list != nil || found.values.count > 1
        if list != nil { found.defaults = Self.feed(value) }
      }
      guard scanner.isAtEnd() else {
        throw JSONSyntaxError(offset: scanner.position, expected: "the end of the file")
      }
    } catch {
      found.error = error
    }
    return found
  }

  /// The array of objects under one of ``listKeys``, in `object` or in an object there.
  static func list(in object: JSONValue, depth: Int) -> [JSONValue]? {
    guard depth > 0 else { return nil }
    var list: [JSONValue]?
    var scanner = JSONScanner(object.bytes)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      guard list == nil, let name = key.text, Self.listKeys.contains(name) else { return }
      switch value.kind {
      case .array: list = objects(in: value)
      case .object: list = self.list(in: value, depth: depth - 1)
      default: break
      }
    }
    return list
  }

  private static func objects(in array: JSONValue) -> [JSONValue]? {
    var values: [JSONValue] = []
    var scanner = JSONScanner(array.bytes)
    try? scanner.elements { (value) throws(JSONSyntaxError) in values.append(value) }
    return values.isEmpty || values.contains { $0.kind != .object } ? nil : values
  }

  /// An agency's package and the items with texts that it holds itself (ninjs: `associations`); the object alone
  /// where it is none.
  private static func withParts(_ object: JSONValue, _ names: FieldNames) -> [JSONValue] {
    var parts: [JSONValue] = []
    var isPackage = false
    var scanner = JSONScanner(object.bytes)
    guard object.kind == .object else { return [object] }
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      if key.text == "type" { isPackage = value.text == "composite" || value.text == "package" }
      if key.text == "associations" { parts = items(in: value, names, depth: 0) }
    }
    return isPackage ? [object] + parts : [object]
  }

  /// The objects that have a text of their own, in a list or under names.
  private static func items(in value: JSONValue, _ names: FieldNames, depth: Int) -> [JSONValue] {
    guard depth < 3 else { return [] }
    var (items, inner) = ([JSONValue](), [JSONValue]())
    var (names, isItem) = (names, false)
    var scanner = JSONScanner(value.bytes)
    if value.kind == .array {
      try? scanner.elements { (element) throws(JSONSyntaxError) in inner.append(element) }
    } else if value.kind == .object {
      try? scanner.members { (key, member) throws(JSONSyntaxError) in
        let isText = names.meaning(of: key.text ?? "")?.field == .body
        isItem = isItem || isText && member.isString && !member.isEmpty
        if member.kind == .object || member.kind == .array { inner.append(member) }
      }
    }
    if isItem { return [value] }
    for element in inner { items += Self.items(in: element, names, depth: depth + 1) }
    return items
  }

  /// The object inside that is the article, where an answer of one has boxes around it.
  private static func core(of object: JSONValue, _ names: FieldNames, depth: Int = 0) -> JSONValue {
    var names = names
    var inner: JSONValue?
    var isArticle = false
    var scanner = JSONScanner(object.bytes)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      let name = key.text ?? ""
      if value.kind == .object, inner == nil,
        ["data", "response", "result", "content"].contains(name)
      {
        inner = value
      } else if let meaning = names.meaning(of: name),
        meaning.field == .title || meaning.field == .body
      {
        isArticle = isArticle || !value.isEmpty
      }
    }
    guard !isArticle, depth < 3, let inner else { return object }
    return core(of: inner, names, depth: depth + 1)
  }

  /// A JSON Feed's own name and language (jsonfeed.org).
  static func feed(_ document: JSONValue) -> [ArticleField: String] {
    var fields: [ArticleField: String] = [:]
    var isFeed = false
    var scanner = JSONScanner(document.bytes)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      switch key.text {
      case "version": isFeed = value.text?.contains("jsonfeed.org") == true
      case "title": fields[.source] = value.text
      case "language": fields[.language] = value.text
      default: break
      }
    }
    return isFeed ? fields : [:]
  }
}
