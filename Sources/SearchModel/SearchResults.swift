package import IndexDefinition

/// A whole answer: all of it from one state of the index.
package struct SearchResults: Sendable, Equatable {
  package var text: String
  /// How the query was read, in the query language itself.
  package var understood: String
  /// How the query was read, as an indented tree; nil unless asked for.
  package var tree: String?
  /// Articles that match; where not all were counted, at least so many.
  package var total: Int
  /// Articles that hold most of the words' weight and not all of them: they follow those that do.
  package var totalPartial = 0
  /// False where the request left the total uncounted.
  package var isTotalExact = true
  package var seconds: Double
  package var hits: [Hit]
  /// Where the next page begins; nil when there is none.
  package var next: Cursor?
  package var people: FacetResult?
  package var countries: FacetResult?
  package var dates: DateFacetResult?
  package var timeline: Timeline?
  /// Words that no article has, searched as what they were clearly meant for.
  package var corrected: [CorrectedWord] = []
  /// What was relaxed, corrected or dropped, in words.
  package var notes: [String]

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
package struct CorrectedWord: Sendable, Equatable {
  package var typed: String
  package var searched: String

  package init(typed: String, searched: String) {
    self.typed = typed
    self.searched = searched
  }
}

/// One article of the results.
package struct Hit: Sendable, Equatable {
  package var id: String
  package var score: Double
  package var title: String
  package var date: CalendarDate?
  package var source: String?
  package var url: String?
  package var path: String
  package var snippet: Snippet
  /// The best passages in the order of the text; empty unless asked for.
  package var passages: [Snippet] = []
  package var byline: String?
  /// ISO 639-1 code.
  package var language: String?
  /// Words asked for that the article does not hold, as typed.
  package var missing: [String] = []
  /// What the score is the sum of; empty unless asked for.
  package var explanation: [ScorePart] = []
  /// The whole text; nil unless asked for.
  package var body: String?
  /// Canonical names, most mentioned first, and codes, focus first.
  package var people: [String]
  package var countries: [String]

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
package struct Snippet: Sendable, Equatable {
  package var text: String
  package var highlights: [Range<Int>]

  package init(text: String, highlights: [Range<Int>]) {
    self.text = text
    self.highlights = highlights
  }
}

/// Counts of one facet over all matches, its own filter lifted.
package struct FacetResult: Sendable, Equatable {
  package struct Bucket: Sendable, Equatable {
    package var value: String
    package var label: String
    package var count: Int
    package var isSelected: Bool

    package init(value: String, label: String, count: Int, isSelected: Bool) {
      self.value = value
      self.label = label
      self.count = count
      self.isSelected = isSelected
    }
  }

  package var buckets: [Bucket]
  /// There are buckets beyond those given.
  package var hasMore: Bool

  package init(buckets: [Bucket], hasMore: Bool) {
    self.buckets = buckets
    self.hasMore = hasMore
  }
}

/// The date facet: a run of years, months or days in calendar order, gaps filled with zeros.
package struct DateFacetResult: Sendable, Equatable {
  /// Never `.auto`.
  package var interval: DateInterval
  package var facet: FacetResult
  package var undated: Int
  /// Whether articles without a date are filtered by.
  package var undatedIsSelected = false
  /// What lies inside the dates filtered by, in a finer interval; nil where there is no finer one.
  package var within: Run?

  /// Buckets of one width.
  package struct Run: Sendable, Equatable {
    package var interval: DateInterval
    package var buckets: [FacetResult.Bucket]

    package init(interval: DateInterval, buckets: [FacetResult.Bucket]) {
      self.interval = interval
      self.buckets = buckets
    }
  }

  package init(interval: DateInterval, facet: FacetResult, undated: Int) {
    self.interval = interval
    self.facet = facet
    self.undated = undated
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
