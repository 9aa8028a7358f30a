import IndexDefinition

/// A mail whose text is one JSON object, as web forms send what was filled in: its fields are the article's.
struct MailForm {
  private let text: String
  private let mail: ArticleDraft

  /// Nil for a text that is no object.
  ///
  /// - Parameter mail: what the mail's own head says.
  init?(_ text: String, _ mail: ArticleDraft) {
    guard text.trimmingWhiteSpace.hasPrefix("{") else { return nil }
    (self.text, self.mail) = (text, mail)
  }

  /// The article, with the mail's date and sender where the form has none; nil where it names no text.
  func events(_ content: Content) -> [ReadingEvent]? {
    var article = JSONArticle(file: content.file, names: content.names)
    article.defaults = mail.fields.filter { [.date, .byline, .source, .language].contains($0.key) }
    var text = text
    return text.withUTF8 { bytes -> [ReadingEvent]? in
      var scanner = JSONScanner(bytes)
      guard let events = try? article.read(&scanner, place: nil), scanner.isAtEnd() else {
        return nil
      }
      let isArticle = events.contains {
        if case .article(let article) = $0 {
          !article.title.isEmpty && !article.body.isEmpty
        } else {
          false
        }
      }
      return isArticle ? events : nil
    }
  }
}
