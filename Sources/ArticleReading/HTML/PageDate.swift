import IndexDefinition

/// When a page was published, from the place that says so best.
struct PageDate {
  let date: CalendarDate
  let source: DateSource

  /// Metadata, then the address, then the lines of `blocks`, all the page's text, under the
  /// headline.
  init?(_ metadata: PageMetadata, blocks: [TextBlock]) {
    let given = Self.given(metadata).lazy.compactMap { $0 }.compactMap(PublicationDate.parse)
      .first { $0.year > 1600 }
    let address = metadata.url.flatMap(PathDate.inAddress)
    if let given {
      self.init(date: given, source: .metadata)
    } else if let address, address.precision == .day {
      self.init(date: address, source: .url)
    } else if let shown = Self.shown(blocks) {
      self.init(date: shown, source: .text)
    } else if let address {
      self.init(date: address, source: .url)
    } else {
      return nil
    }
  }

  private init(date: CalendarDate, source: DateSource) {
    self.date = date
    self.source = source
  }

  private static func given(_ metadata: PageMetadata) -> [String?] {
    [
      metadata.linked.datePublished,
      metadata.meta(
        "article:published_time", "og:published_time", "og:article:published_time",
        "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate"),
      metadata.meta(
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created",
        "dcterms.created", "article.published", "publish-date", "publishdate", "publication_date"),
      metadata.meta(
        "published_time", "release_date", "article_date_original", "displaydate", "ptime",
        "cxenseparse:recs:publishtime", "date", "datecreated", "citation_publication_date"),
      marked(metadata.page),
    ]
  }

  /// An element that is marked as the date: `itemprop`, microformats, the first `<time>`.
  private static func marked(_ page: HTMLElement) -> String? {
    let published = page.first { element in
      element["itemprop"]?.lowercased().contains("datepublished") == true
        || element.name == "time" && (element["pubdate"] != nil || element.hint.contains("publish"))
    }
    let time = published ?? page.first { $0.name == "time" && $0["datetime"] != nil }
    return time.flatMap { $0["datetime"] ?? $0["content"] ?? $0.text }
  }

  /// A date in a short line under the headline, near the top if there is none: `Posted on 7 September 2025 by A. Day`.
  private static func shown(_ blocks: [TextBlock]) -> CalendarDate? {
    let headline = blocks.firstIndex { $0.owner.name == "h1" }
    return blocks[(headline ?? 0)...].prefix(headline == nil ? 40 : 16).lazy.filter {
      (8...100).contains($0.length)
    }
    .compactMap { PublicationDate.find(in: $0.text) }.first
  }
}
