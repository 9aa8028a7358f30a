package import IndexDefinition

extension JSONWriter {
  /// The article as `wsearch read --json` prints it: one object, every key always there but
  /// `published_at`.
  package mutating func article(_ article: Article) {
    object { json in
      json.fields(of: article)
    }
  }

  mutating func fields(of article: Article) {
    field("path", article.path)
    field("id", article.id)
    field("title", article.title)
    field("body", article.body)
    field("date", article.date?.description)
    field("date_source", article.dateSource?.rawValue)
    if let moment = article.publishedAt { field("published_at", moment) }
    field("byline", article.byline)
    field("source", article.source)
    field("url", article.url)
    field("language", article.language)
    field("extra", rawJSON: article.extra)
    if let place = article.place { self.place(place, page: nil) }
  }

  /// Where an article lies in its source, and on which of its pages a hit is.
  mutating func place(_ place: SourcePlace, page: Int?) {
    object("place") { json in
      if let line = place.line { json.field("line", line) }
      if let bytes = place.bytes {
        json.array("bytes", [bytes.lowerBound, bytes.upperBound]) { $0.value($1) }
      }
      if let page { json.field("page", page) }
      if !place.pages.isEmpty { json.field("pages", place.pages.count) }
    }
  }
}
