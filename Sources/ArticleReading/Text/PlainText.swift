import IndexDefinition
import OperatingSystem

/// A plain text file: one article, in front of it perhaps ` date YYYY-MM-DD `.
struct PlainText {
  let file: SourceFile

  /// The article; why there is none where all that stands in the file are marks that nobody sees.
  func events(_ text: String) -> [ReadingEvent] {
    let article = article(text)
    guard ArticleDraft.areWords(article.title, article.body) else {
      let message = "no body and no title; the file holds no text"
      return [.failure(ReadingFailure(path: file.path, message: message))]
    }
    return [.article(article)]
  }

  private func article(_ text: String) -> Article {
    let header = DateHeader(text)
    let content = header.map { String($0.rest) } ?? text
    let heading = Heading(InvisibleMarks.removed(from: content))
    var article = Article(
      id: "", title: heading.title.inFormC, body: String(heading.body).inFormC,
      date: header?.date, dateSource: .header, path: file.path)
    article.id = article.derivedID(in: file)
    return article
  }
}

/// The header ` date YYYY-MM-DD ` in front of a text that goes on in the same line.
struct DateHeader {
  let date: CalendarDate
  /// The text behind the header and the white space after it.
  let rest: Substring

  /// Nil when the text has no such header, or names a day that does not exist.
  init?(_ text: String) {
    let start = text[...].droppingBlanks
    guard start.hasPrefix("date ") else { return nil }
    let after = start.dropFirst(5)
    let day = after.prefix(10)
    let rest = after.dropFirst(10)
    guard let date = CalendarDate(day), date.precision == .day, rest.first?.isWhitespace ?? true
    else { return nil }
    self.date = date
    self.rest = rest.drop { $0.isWhitespace }
  }
}
