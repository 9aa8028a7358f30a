/// The unit that is indexed and returned.
///
/// `title` and `body` are the source's text byte for byte, made valid UTF-8 in NFC; every offset
/// into them counts UTF-8 bytes.
package struct Article: Sendable, Equatable {
  /// The source's own id, else one derived from the path (stable from run to run).
  package var id: String
  package var title: String
  package var body: String
  /// When the article was published; nil when nothing says so.
  package var date: CalendarDate?
  /// Where `date` was found; nil exactly when `date` is.
  package var dateSource: DateSource?
  package var byline: String?
  /// The paper, agency or feed that published it.
  package var source: String?
  package var url: String?
  /// ISO 639-1 code, lower case.
  package var language: String?
  /// The file as given or walked to, `#` and the member's name inside a container.
  package var path: String
  /// Keys of the source that have no field here, as the text of one JSON object.
  package var extra: String?

  package init(
    id: String, title: String, body: String, date: CalendarDate? = nil,
    dateSource: DateSource? = nil, byline: String? = nil, source: String? = nil,
    url: String? = nil, language: String? = nil, path: String = "", extra: String? = nil
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.date = date
    self.dateSource = date == nil ? nil : dateSource ?? .given
    self.byline = byline
    self.source = source
    self.url = url
    self.language = language
    self.path = path
    self.extra = extra
  }
}

/// Where an article's own date was found, the most trustworthy first.
package enum DateSource: String, Sendable, CaseIterable {
  /// A date field: JSON, CSV, front matter, a feed's or agency's element.
  case given
  /// The ` date YYYY-MM-DD ` header of a plain text.
  case header
  /// A page's `<meta>`, JSON-LD or `<time>`.
  case metadata
  case url
  case fileName = "file_name"
  /// A dateline or date line in the text itself.
  case text
}

/// A part of an article that is searched and tagged.
package enum Field: String, Sendable, CaseIterable, Codable {
  case title, body
}
