/// The unit that is indexed and returned.
///
/// `title` and `body` are the source's text byte for byte, made valid UTF-8 in NFC; every offset
/// into them counts UTF-8 bytes.
public struct Article: Sendable, Equatable {
  /// The source's own id, else one derived from the path (stable from run to run).
  public var id: String
  /// The headline; empty when there is none.
  public var title: String
  /// The text, without the headline.
  public var body: String
  /// When the article was published; nil when nothing says so.
  public var date: CalendarDate?
  /// Where `date` was found; nil exactly when `date` is.
  public var dateSource: DateSource?
  /// `date` with its time of day, as ISO 8601 writes it (`2025-09-07T21:04:05+02:00`), without a zone where
  /// the source names none; nil when it gives no time.
  public var publishedAt: String?
  /// The author, as printed.
  public var byline: String?
  /// The paper, agency or feed that published it.
  public var source: String?
  /// Where it stands on the web.
  public var url: String?
  /// ISO 639-1 code, lower case.
  public var language: String?
  /// The file as given or walked to, `#` and the member's name inside a container.
  public var path: String
  /// Where it lies there; nil where it is all of it.
  public var place: SourcePlace?
  /// Keys of the source that have no field here, as the text of one JSON object.
  public var extra: String?

  /// An article of its parts.
  ///
  /// - Parameters:
  ///   - id: is the article's alone: one of the same id takes its place.
  ///   - dateSource: ``DateSource/given`` when there is a `date` and nothing else is said.
  public init(
    id: String, title: String, body: String, date: CalendarDate? = nil,
    dateSource: DateSource? = nil, publishedAt: String? = nil, byline: String? = nil,
    source: String? = nil, url: String? = nil, language: String? = nil, path: String = "",
    place: SourcePlace? = nil, extra: String? = nil
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.date = date
    self.dateSource = date == nil ? nil : dateSource ?? .given
    self.publishedAt = publishedAt
    self.byline = byline
    self.source = source
    self.url = url
    self.language = language
    self.path = path
    self.place = place
    self.extra = extra
  }
}

/// Where an article's own date was found, the most trustworthy first.
public enum DateSource: String, Sendable, CaseIterable {
  /// A date field: JSON, CSV, front matter, a feed's or agency's element.
  case given
  /// The ` date YYYY-MM-DD ` header of a plain text.
  case header
  /// A page's `<meta>`, JSON-LD or `<time>`.
  case metadata
  /// The page's address.
  case url
  /// The file's name or its folders'.
  case fileName = "file_name"
  /// A dateline or date line in the text itself.
  case text
}

/// A part of an article that is searched and tagged.
public enum Field: String, Sendable, CaseIterable, Codable {
  /// The headline.
  case title
  /// The text.
  case body
}
