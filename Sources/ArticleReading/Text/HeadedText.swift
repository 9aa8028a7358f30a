internal import IndexDefinition

/// A text behind lines that name its fields: `Title: …`, `Date: …`, an empty line, the text.
struct HeadedText {
  private let fields: [(key: String, value: String)]
  private let rest: Substring

  /// Nil unless the text begins with two such lines or more whose names are known, a title or a date
  /// among them.
  init?(_ text: String, _ names: FieldNames) {
    var (names, fields) = (names, [(key: String, value: String)]())
    var meanings: Set<ArticleField> = []
    var rest = text[...].droppingBlanks
    while let (key, value, behind) = Self.field(rest) {
      if let field = names.meaning(of: key)?.field, field != .body { meanings.insert(field) }
      fields.append((key, value))
      rest = behind
    }
    let isHead = meanings.contains(.title) || meanings.contains(.date)
    let isApart = rest.first?.isNewline ?? false
    guard meanings.count >= 2, isHead, isApart else { return nil }
    (self.fields, self.rest) = (fields, rest.drop { $0.isNewline })
  }

  /// `Name: value`, on a line of its own; the name one or two words.
  private static func field(_ text: Substring) -> (String, String, Substring)? {
    guard text.utf8.prefix(25).contains(UInt8(ascii: ":")) else { return nil }
    let line = text.prefix { !$0.isNewline }
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon]
    let isName =
      key.utf8.count <= 24 && key.first?.isLetter == true
      && key.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" || $0 == " " }
    guard isName else { return nil }
    let value = line[colon...].dropFirst().drop { $0 == " " || $0 == "\t" }
    return (key.lowercased(), String(value), text[line.endIndex...].dropFirst())
  }

  func events(_ file: SourceFile, _ names: FieldNames) -> [ReadingEvent] {
    var (draft, names) = (ArticleDraft(), names)
    var extra: [String: String] = [:]
    for (key, value) in fields {
      if let field = names.meaning(of: key)?.field, field != .body, draft[field] == nil {
        draft[field] = value
      } else {
        extra[key] = JSONText.string(value)
      }
    }
    draft.extra = extra.isEmpty ? nil : JSONText.object(extra)
    return draft.with(text: String(rest)).events(file: file, place: nil)
  }
}
