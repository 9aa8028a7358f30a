import IndexDefinition
import OperatingSystem

/// An article's fields as texts, before they are checked and normalized.
struct ArticleDraft {
  /// Absent fields have no entry; an empty text counts as absent, save for title and body.
  var fields: [ArticleField: String] = [:]
  /// Other keys of the source, as one JSON object.
  var extra: String?
  var dateSource = DateSource.given
  /// The day with its time of day, where that was found apart from the field `date`.
  var publishedAt: String?

  subscript(field: ArticleField) -> String? {
    get { fields[field] }
    set { fields[field] = newValue }
  }

  /// True where title and body are stored byte for byte, as our own JSON Lines are.
  var isVerbatim = false

  /// The article, and what is wrong with it; no article when it has neither title nor body.
  ///
  /// `place` (`line 17`, `article 3`) tells the articles of a file apart, in failures and in the
  /// ids of those that bring none.
  func events(
    file: SourceFile, place: String?, advice: String = "", remedy: ReadingFailure.Remedy? = nil
  ) -> [ReadingEvent] {
    let (title, body) = (visible(.title), visible(.body))
    guard Self.areWords(title, body) || isVerbatim && !(title.isEmpty && body.isEmpty) else {
      let message = "no body and no title" + advice
      return [
        .failure(
          ReadingFailure(path: file.path, place: place, message: message, remedy: remedy))
      ]
    }
    let reading = filled(.date).map { PublicationDate.read($0, order: file.dateOrder) }
    var certain: PublicationDate?
    if case .certain(let date) = reading { certain = date }
    var article = Article(
      id: filled(.id) ?? "", title: title.inFormC, body: body.inFormC,
      date: certain?.date, dateSource: dateSource,
      publishedAt: publishedAt ?? certain?.publishedAt,
      byline: filled(.byline).map { isVerbatim ? $0 : Self.bareByline($0) },
      source: filled(.source),
      url: filled(.url), language: filled(.language).flatMap(LanguageCode.init)?.code,
      path: file.path, extra: extra)
    if article.id.isEmpty { article.id = article.derivedID(in: file, member: place) }
    guard let message = undated(reading) else {
      return (restsOnOrder(file) ? [.orderedDate] : []) + [.article(article)]
    }
    return [
      .failure(ReadingFailure(path: file.path, place: place, message: message, kind: .undated)),
      .article(article),
    ]
  }

  /// Whether the date would be another one by another `--date-order`.
  private func restsOnOrder(_ file: SourceFile) -> Bool {
    guard file.isOrderGiven, let text = filled(.date) else { return false }
    if case .ambiguous = PublicationDate.read(text, order: nil) { return true }
    return false
  }

  /// Why an article with a date has none.
  private func undated(_ reading: PublicationDate.Reading?) -> String? {
    let text = (filled(.date) ?? "").prefix(40)
    switch reading {
    case .ambiguous(let dayFirst, let monthFirst):
      return "the date “\(text)” is \(dayFirst) or \(monthFirst) and the article is kept undated;"
        + " say which by --date-order dmy or mdy"
    case .unknown:
      return "the date “\(text)” cannot be read and the article is kept undated;"
        + " write it as YYYY-MM-DD"
    case .certain, nil: return nil
    }
  }

  /// Whether a title or a text has more than white space.
  static func areWords(_ title: String, _ body: String) -> Bool {
    [title, body].contains { $0.unicodeScalars.contains { !$0.properties.isWhitespace } }
  }

  /// Without marks that nobody sees, and without `By`.
  private static func bareByline(_ text: String) -> String {
    let text = InvisibleMarks.removed(from: text)
    return text.lowercased().hasPrefix("by ") ? String(text.dropFirst(3)) : text
  }

  /// The field without marks that nobody sees.
  private func visible(_ field: ArticleField) -> String {
    let text = fields[field] ?? ""
    return isVerbatim ? text : InvisibleMarks.removed(from: text)
  }

  /// Where places of a text, in UTF-8 bytes, ascending, at which paragraphs begin, are in the body that it
  /// becomes.
  static func offsets(_ places: [Int], in text: String) -> [Int] {
    let bytes = Array(text.utf8)
    var (offsets, end, place) = ([Int](), 0, 0)
    for next in places.map({ min($0, bytes.count) }) {
      let part = String(decoding: bytes[place..<next], as: UTF8.self)
      end += InvisibleMarks.removed(from: part).inFormC.utf8.count
      place = next
      offsets.append(end)
    }
    return offsets
  }

  private func filled(_ field: ArticleField) -> String? {
    fields[field].flatMap { $0.isEmpty ? nil : $0 }
  }
}
