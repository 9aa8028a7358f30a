internal import QueryLanguage

/// Completes the last word of a query: the name of a field, or a value behind one
/// (`person:mac`, `-country:"United S`).
struct QueryCompletion {
  /// What stands in front of the last word's field: whole words, a minus, brackets.
  private let head: Substring
  private let last: Substring

  /// - Parameter typed: the query as far as it goes.
  init(typed: String) {
    var isQuoted = false
    var start = typed.startIndex
    for index in typed.indices {
      if typed[index] == "\"" { isQuoted.toggle() }
      if !isQuoted, " (".contains(typed[index]) { start = typed.index(after: index) }
    }
    if typed[start...].hasPrefix("-") { start = typed.index(after: start) }
    (head, last) = (typed[..<start], typed[start...])
  }

  /// - Parameter lookUp: the values of a kind that begin so.
  func values(
    _ lookUp: (IndexCompletion.Kind, String) -> [(value: String, note: String)]
  ) -> [(value: String, note: String)] {
    guard let colon = last.firstIndex(of: ":") else { return fieldNames }
    guard let kind = IndexCompletion.Kind(rawValue: last[..<colon].lowercased()) else { return [] }
    let field = last[...colon]
    let prefix = last[colon...].dropFirst().drop { $0 == "\"" }
    return lookUp(kind, String(prefix)).map {
      (value: head + field + quoted($0.value), note: $0.note)
    }
  }

  private var fieldNames: [(value: String, note: String)] {
    QueryField.allCases.filter { $0.rawValue.hasPrefix(last.lowercased()) }
      .map { (value: "\(head)\($0.rawValue):", note: $0.note) }
  }

  /// A value of several words stands in quotation marks.
  private func quoted(_ value: String) -> String {
    value.allSatisfy { $0.isLetter || $0.isNumber }
      ? value : "\"\(value.filter { $0 != "\"" })\""
  }
}

extension QueryField {
  /// What a shell says of it.
  fileprivate var note: String {
    switch self {
    case .title: "words in the title"
    case .body: "words in the text"
    case .person: "articles that mention the person"
    case .country: "articles that name the country"
    case .date: "published then"
    case .mentions: "name the date in the text"
    case .source: "from that paper, agency or feed"
    case .byline: "by that author"
    case .language: "in that language"
    }
  }
}
