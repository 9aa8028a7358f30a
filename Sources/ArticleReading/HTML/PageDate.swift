import IndexDefinition

/// When a page was published, from the place that says so best.
struct PageDate {
  /// The day, or as much of it as is known.
  let date: CalendarDate
  let source: DateSource
  /// As of ``PublicationDate``.
  let publishedAt: String?

  /// Metadata, then the address, then a line under the headline.
  ///
  /// The day is the publisher's: a stamp in universal time of an evening's story is of the next day
  /// already, or of the day before, where the address has the day itself, or another stamp the zone.
  init?(_ metadata: PageMetadata, blocks: () -> [TextBlock]) {
    let given = Self.given(metadata).lazy.compactMap { $0 }.compactMap(Stamp.init).first
    let address = metadata.url.flatMap(PathDate.inAddress)
    if var given {
      if given.isUniversal {
        given = Self.local(given, metadata, address)
      }
      self.init(date: given.date, source: .metadata, publishedAt: given.publishedAt)
    } else if let address, address.precision == .day {
      self.init(date: address, source: .url)
    } else if let shown = Self.shown(blocks(), title: metadata.title) {
      self.init(date: shown.date, source: .text, publishedAt: shown.publishedAt)
    } else if let address {
      self.init(date: address, source: .url)
    } else {
      return nil
    }
  }

  private init(date: CalendarDate, source: DateSource, publishedAt: String? = nil) {
    self.date = date
    self.source = source
    self.publishedAt = publishedAt
  }

  /// A date as written in metadata.
  private struct Stamp {
    var date: CalendarDate
    let publishedAt: String?
    /// A time of day in UTC, which is the publisher's by chance only.
    let isUniversal: Bool

    init?(_ text: String) {
      guard case .certain(let date) = PublicationDate.read(text), date.date.year > 1600 else {
        return nil
      }
      self.date = date.date
      publishedAt = date.publishedAt
      isUniversal = date.time?.offset == 0
    }
  }

  /// The publisher's day, where another stamp of the same moment or the address tells it.
  private static func local(
    _ given: Stamp, _ metadata: PageMetadata, _ address: CalendarDate?
  ) -> Stamp {
    let isNear = { (day: CalendarDate) in
      day.precision == .day && abs(day.daysSinceEpoch - given.date.daysSinceEpoch) <= 1
    }
    let other = Self.given(metadata).lazy.compactMap { $0 }.compactMap(Stamp.init)
      .first { !$0.isUniversal && isNear($0.date) }
    if let other { return other }
    var own = given
    if let address, isNear(address) { own.date = address }
    return own
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
      marked(metadata),
    ] + metadata.otherDates.filter { PublicationDate.parse($0)?.precision == .day }
  }

  /// An element that is marked as the date: `itemprop`, microformats, the article's first `<time>`.
  private static func marked(_ metadata: PageMetadata) -> String? {
    let mark = metadata.dateMarks.first { !isElsewhere($0) }
    return mark.flatMap { $0["datetime"] ?? $0["content"] ?? $0.text }
  }

  /// In a side bar, a footer, a list of other articles, readers' comments.
  private static func isElsewhere(_ mark: HTMLElement) -> Bool {
    sequence(first: mark, next: \.parent).contains { element in
      switch element.tag {
      case .aside, .footer, .nav: true
      case .body, .html, .article, .main: false
      default: element.hints(at: elsewhere)
      }
    }
  }

  private static let elsewhere = HintWords([
    "comment", "related", "recommend", "sidebar", "side-bar", "footer", "teaser", "most-read",
    "popular", "trending", "latest", "more-from", "widget",
  ])

  /// A date in a short line under the headline or right above it, near the top if there is none, before the text
  /// begins: `Posted on 7 September 2025 by A. Day`.
  private static func shown(_ blocks: [TextBlock], title: String?) -> PublicationDate? {
    let headings = blocks.indices.lazy.filter { blocks[$0].owner.tag == .h1 }
    let headline = headings.first { blocks[$0].text == title } ?? headings.first
    let under = blocks[(headline ?? 0)...].prefix(headline == nil ? 40 : 16).prefix { !$0.isProse }
    let above = blocks[..<(headline ?? 0)].suffix(2)
    return (under + above).lazy.filter { (8...100).contains($0.length) && !isElsewhere($0.owner) }
      .compactMap { PublicationDate.find(in: $0.text) }.first
  }
}
