/// One occurrence of an entity or date in an article.
package struct Mention: Sendable, Hashable {
  package var field: Field
  /// UTF-8 bytes, half-open, into the field as stored.
  package var range: Range<Int>
  /// The rule that made the mention, in kebab case (`honorific`, `model`, `demonym`, `weekday`).
  package var rule: String
  /// The model's probability where a model decided; nil for rules.
  package var score: Double?

  package init(field: Field, range: Range<Int>, rule: String, score: Double? = nil) {
    self.field = field
    self.range = range
    self.rule = rule
    self.score = score
  }
}

/// A person named in an article: one canonical name, every mention of it.
package struct PersonTag: Sendable, Equatable {
  package var name: String
  package var mentions: [Mention]

  package init(name: String, mentions: [Mention]) {
    self.name = name
    self.mentions = mentions
  }
}

/// A country named in an article, through its name, a demonym, a city or a metonym.
package struct CountryTag: Sendable, Equatable {
  /// ISO 3166-1 alpha-2, `XK`, or the ISO 3166-3 alpha-2 of a state that is gone.
  package var code: String
  /// True for the one to three countries that the article is about.
  package var isFocus: Bool
  package var mentions: [Mention]

  package init(code: String, isFocus: Bool, mentions: [Mention]) {
    self.code = code
    self.isFocus = isFocus
    self.mentions = mentions
  }
}

/// A calendar date named in an article's text.
package struct DateTag: Sendable, Equatable {
  package var date: CalendarDate
  package var mentions: [Mention]

  package init(date: CalendarDate, mentions: [Mention]) {
    self.date = date
    self.mentions = mentions
  }
}

/// Who, where and when one article mentions.
///
/// People are in order of first mention, countries by falling mention count (ties by code), dates
/// in calendar order; mentions in text order, title before body, never overlapping within a kind.
package struct Tags: Sendable, Equatable {
  /// The languages in which people, countries and dates are found, ISO 639-1; English best.
  package static let languages = ["en", "fr", "de", "es", "it", "pt", "nl"]

  /// What the text is written in, ISO 639-1; nil where neither its words nor its source tell.
  package var language: String?
  package var people: [PersonTag]
  package var countries: [CountryTag]
  package var dates: [DateTag]

  package init(
    language: String? = nil, people: [PersonTag] = [], countries: [CountryTag] = [],
    dates: [DateTag] = []
  ) {
    self.language = language
    self.people = people
    self.countries = countries
    self.dates = dates
  }

  /// False for a text in none of ``languages``: nothing was looked for in it.
  package var isTagged: Bool { language.map(Self.languages.contains) ?? true }
}
