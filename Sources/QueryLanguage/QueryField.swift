internal import ArticleModel

/// A name that may stand before a colon in a query.
package enum QueryField: String, CaseIterable, Sendable {
  case title, body
  case person, country, date, mentions, source, byline, language

  /// The field of the text to search in; nil for the names that filter.
  var textField: Field? {
    switch self {
    case .title: .title
    case .body: .body
    default: nil
    }
  }

  /// The filter for a value as typed; nil when the value is no date but should be one, or is
  /// asked of a text field.
  func filter(_ value: String) -> Filter? {
    switch self {
    case .title, .body: nil
    case .person: .person(value)
    case .country: .country(value)
    case .source: .source(value)
    case .byline: .byline(value)
    case .language: .language(value.lowercased())
    case .date where value == Self.noDate || value == "undated": .undated
    case .date: DateRange(expression: value).map(Filter.date)
    case .mentions: DateRange(expression: value).map(Filter.mentions)
    }
  }

  /// `date:none` finds the undated.
  static let noDate = "none"
}
