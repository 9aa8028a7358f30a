package import ArticleModel

/// An article as the taggers see it: both fields in tokens, and the date that relative
/// expressions count from.
package struct ArticleTokens: Sendable {
  package private(set) var title: FieldTokens
  package private(set) var body: FieldTokens
  package let date: CalendarDate?
  /// What the text is written in: see ``TextLanguage``.
  package private(set) var language: String?

  package init(_ article: Article) {
    title = FieldTokens(article.title)
    body = FieldTokens(article.body)
    date = article.date
    language = TextLanguage.of(self, given: article.language)
    BrokenWords(language: language).mend(&title, &body)
    let possessives = DamagedPossessives()
    possessives.mend(&title)
    possessives.mend(&body)
    if let glued = GluedWords(language) {
      glued.part(&title)
      glued.part(&body)
    }
  }

  package subscript(field: Field) -> FieldTokens {
    field == .title ? title : body
  }
}
