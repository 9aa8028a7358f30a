public import ArticleModel

/// A whole answer: all of it from one state of the index.
public struct SearchResults: Sendable, Equatable {
  /// The query as typed.
  public var text: String
  /// How the query was read, in the query language itself.
  public var understood: String
  /// How the query was read, as an indented tree; nil unless asked for.
  package var tree: String?
  /// Articles that match; where not all were counted, at least so many.
  public var total: Int
  /// Whether the facets count stories.
  public var facetsCountStories = false
  /// Stories of the articles of ``total``: near-copies are one; nil unless asked for.
  public var totalStories: Int?
  /// Articles that hold some of the words, two thirds of an average word's weight at least: they follow
  /// those that hold all.
  public var totalPartial = 0
  /// Articles among those counted whose tags are doubtful, their text being damaged; nil where neither a
  /// facet nor a filter rests on tags.
  public var doubtful: Int?
  /// False where the request left the total uncounted.
  public var isTotalExact = true
  /// How long the search took.
  public var seconds: Double
  /// The best articles, in the order asked for.
  public var hits: [Hit]
  /// Where the next page begins; nil when there is none.
  public var next: Cursor?
  /// The facet of people; nil unless asked for.
  public var people: FacetResult?
  /// The facet of countries; nil unless asked for.
  public var countries: FacetResult?
  /// The facet of dates; nil unless asked for.
  public var dates: DateFacetResult?
  /// The facet of sources; nil unless asked for.
  public var sources: FacetResult?
  /// The facet of languages; nil unless asked for.
  public var languages: FacetResult?
  package var timeline: Timeline?
  /// Words that no article has, searched as what they were clearly meant for.
  public var corrected: [CorrectedWord] = []
  /// Filters that the words suggest, in their order.
  public var offers: [Offer] = []
  /// What was corrected, widened or dropped, in words.
  public var notes: [String]

  package init(
    text: String, understood: String, total: Int, seconds: Double, hits: [Hit],
    people: FacetResult? = nil, countries: FacetResult? = nil, dates: DateFacetResult? = nil,
    notes: [String] = []
  ) {
    self.text = text
    self.understood = understood
    self.total = total
    self.seconds = seconds
    self.hits = hits
    self.people = people
    self.countries = countries
    self.dates = dates
    self.notes = notes
  }
}

/// A word of a query that was searched as another.
public struct CorrectedWord: Sendable, Equatable {
  /// As typed.
  public var typed: String
  /// As the archive has it.
  public var searched: String

  package init(typed: String, searched: String) {
    self.typed = typed
    self.searched = searched
  }
}

/// One article of the results.
public struct Hit: Sendable, Equatable {
  /// The id by which the article is asked for.
  public var id: String
  /// Higher is better; comparable within one answer.
  public var score: Double
  /// The headline.
  public var title: String
  /// When it was published; nil when unknown.
  public var date: CalendarDate?
  /// The date with its time of day, ISO 8601; nil when no time is known.
  public var publishedAt: String?
  /// The paper, agency or feed.
  public var source: String?
  /// Where it stands on the web.
  public var url: String?
  /// The file it was read from.
  public var path: String
  /// Where it lies there; nil where it is all of it.
  public var place: SourcePlace?
  /// The page of the document that the excerpt stands on, from 1; nil without pages.
  public var page: Int?
  /// The passage that tells most of the query.
  public var snippet: Snippet
  /// The best passages in the order of the text; empty unless asked for.
  public var passages: [Snippet] = []
  /// The author, as printed.
  public var byline: String?
  /// ISO 639-1 code.
  public var language: String?
  /// The id of the article that stands for its near-copies, this one among them; nil where there are none.
  public var story: String?
  /// That article's path: ids are unique within a file alone.
  package var storyPath: String?
  /// Where else the article was found.
  public var duplicatePlaces: [StoredArticle.DuplicatePlace] = []
  /// Words asked for that the article does not hold, as typed.
  public var missing: [String] = []
  /// What the score is the sum of; empty unless asked for.
  package var explanation: [ScorePart] = []
  /// The whole text; nil unless asked for.
  public var body: String?
  /// Canonical names, most mentioned first, and codes, focus first.
  public var people: [String]
  /// Codes, what the article is about first.
  public var countries: [String]

  package init(
    id: String, score: Double, title: String, date: CalendarDate?, source: String?,
    url: String?, path: String, snippet: Snippet, people: [String], countries: [String]
  ) {
    self.id = id
    self.score = score
    self.title = title
    self.date = date
    self.source = source
    self.url = url
    self.path = path
    self.snippet = snippet
    self.people = people
    self.countries = countries
  }
}

extension Hit {
  /// The file with the line or the page: `dump.jsonl:1234`, `report.pdf, page 3`.
  package var lies: String {
    path.atLine(place?.line) + (page.map { ", page \($0)" } ?? "")
  }
}

/// One addend of a score.
package struct ScorePart: Sendable, Equatable {
  /// Where in the ranking it comes from.
  package enum Kind: String, Sendable, CaseIterable {
    /// A word of the query, by BM25: the first stage.
    case word
    /// Words that stand at the beginning of the article: the second stage.
    case lead
    /// Words near each other: the second stage.
    case nearness
    /// Words that the best hits share: the third stage.
    case feedback
    /// What the hits most like it score: the third stage.
    case neighbours
    /// What the article's age takes away: all stages.
    case recency
  }

  package var kind: Kind
  /// Of a word, its text; else the kind.
  package var name: String
  package var value: Double

  package init(_ kind: Kind, name: String? = nil, value: Double) {
    self.kind = kind
    self.name = name ?? kind.rawValue
    self.value = value
  }
}

/// An excerpt and the UTF-8 byte ranges in it to emphasise.
public struct Snippet: Sendable, Equatable {
  /// A stretch of the article, as stored.
  public var text: String
  /// UTF-8 bytes of `text`, half-open, ascending.
  public var highlights: [Range<Int>]

  package init(text: String, highlights: [Range<Int>]) {
    self.text = text
    self.highlights = highlights
  }
}

/// The top values of a facet counted by date: a row a value, a column a date.
///
/// Over the articles that the facet itself counts, so that a row adds up to the facet's count.
package struct Timeline: Sendable, Equatable {
  package struct Series: Sendable, Equatable {
    package var value: String
    package var label: String
    /// Articles by date, as many as the timeline's dates.
    package var counts: [Int]
    package var undated: Int

    package init(value: String, label: String, counts: [Int], undated: Int) {
      self.value = value
      self.label = label
      self.counts = counts
      self.undated = undated
    }
  }

  package var kind: FacetRequest.Kind
  /// Never `.auto`.
  package var interval: DateInterval
  /// In calendar order, gaps filled.
  package var dates: [CalendarDate]
  /// In the order of the facet's buckets.
  package var series: [Series]

  package init(
    kind: FacetRequest.Kind, interval: DateInterval, dates: [CalendarDate], series: [Series]
  ) {
    self.kind = kind
    self.interval = interval
    self.dates = dates
    self.series = series
  }
}
