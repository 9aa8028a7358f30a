import IndexDefinition
import OperatingSystem

/// An article's fields as texts, before they are checked and normalized.
struct ArticleDraft {
  /// Absent fields have no entry; an empty text counts as absent, save for title and body.
  var fields: [ArticleField: String] = [:]
  /// Other keys of the source, as one JSON object.
  var extra: String?
  var dateSource = DateSource.given

  subscript(field: ArticleField) -> String? {
    get { fields[field] }
    set { fields[field] = newValue }
  }

  /// The article, and what is wrong with it; no article when it has neither title nor body.
  ///
  /// `place` (`line 17`, `article 3`) tells the articles of a file apart, in failures and in the
  /// ids of those that bring none.
  func events(
    file: SourceFile, place: String?, advice: String = "", remedy: ReadingFailure.Remedy? = nil
  ) -> [ReadingEvent] {
    let (title, body) = (fields[.title] ?? "", fields[.body] ?? "")
    guard !title.isEmpty || !body.isEmpty else {
      let message = "no body and no title" + advice
      return [
        .failure(
          ReadingFailure(path: file.path, place: place, message: message, remedy: remedy))
      ]
    }
    let dateText = filled(.date)
    let date = dateText.flatMap(PublicationDate.parse)
    var article = Article(
      id: filled(.id) ?? "", title: title.inFormC, body: body.inFormC,
      date: date, dateSource: dateSource, byline: filled(.byline), source: filled(.source),
      url: filled(.url), language: filled(.language).flatMap(LanguageCode.init)?.code,
      path: file.path, extra: extra)
    if article.id.isEmpty { article.id = article.derivedID(in: file, member: place) }
    guard let dateText, date == nil else { return [.article(article)] }
    let message =
      "the date “\(dateText.prefix(40))” cannot be read and the article is kept undated;"
      + " write it as YYYY-MM-DD"
    return [
      .failure(ReadingFailure(path: file.path, place: place, message: message)), .article(article),
    ]
  }

  private func filled(_ field: ArticleField) -> String? {
    fields[field].flatMap { $0.isEmpty ? nil : $0 }
  }
}
