/// One occurrence of an entity or date in an article.
public struct Mention: Sendable, Hashable {
  /// Where it stands: the headline or the text.
  public var field: Field
  /// UTF-8 bytes of the field, half-open.
  public var range: Range<Int>
  /// The rule that made the mention, in kebab case (`honorific`, `model`, `demonym`, `weekday`).
  public var rule: String
  /// The model's probability where a model decided; nil for rules.
  public var score: Double?

  package init(field: Field, range: Range<Int>, rule: String, score: Double? = nil) {
    self.field = field
    self.range = range
    self.rule = rule
    self.score = score
  }
}

/// A person named in an article: one canonical name, every mention of it.
public struct PersonTag: Sendable, Equatable {
  /// The canonical name: the fullest that the article has.
  public var name: String
  /// Where the person is named, in the order of the text.
  public var mentions: [Mention]
  /// True where the article itself gives a name alone, taken for this person's.
  ///
  /// *Pershing* and *General Pershing* mean whom the archive's other articles name in full.
  public var isAssumed: Bool

  package init(name: String, mentions: [Mention], isAssumed: Bool = false) {
    self.name = name
    self.mentions = mentions
    self.isAssumed = isAssumed
  }
}

/// A country named in an article, through its name, a demonym, a city or a metonym.
public struct CountryTag: Sendable, Equatable {
  /// ISO 3166-1 alpha-2, `XK`, or the ISO 3166-3 alpha-2 of a state that is gone.
  public var code: String
  /// True for the countries that the article is about: one at least, mostly one or two.
  public var isFocus: Bool
  /// Where the country is named, in the order of the text.
  public var mentions: [Mention]

  package init(code: String, isFocus: Bool, mentions: [Mention]) {
    self.code = code
    self.isFocus = isFocus
    self.mentions = mentions
  }
}

/// A calendar date named in an article's text.
public struct DateTag: Sendable, Equatable {
  /// As precise as the text.
  public var date: CalendarDate
  /// Where the date is named, in the order of the text.
  public var mentions: [Mention]

  package init(date: CalendarDate, mentions: [Mention]) {
    self.date = date
    self.mentions = mentions
  }
}

/// Who, where and when one article mentions.
///
/// People are in order of first mention, countries by falling mention count (ties by code), dates
/// in calendar order; mentions in text order, title before body, never overlapping within a kind.
public struct Tags: Sendable, Equatable {
  /// The languages in which people, countries and dates are found, ISO 639-1; English best.
  public static let languages = ["en", "fr", "de", "es", "it", "pt", "nl"]

  /// What the text is written in, ISO 639-1; nil where neither its words nor its source tell.
  public var language: String?
  /// In order of first mention.
  public var people: [PersonTag]
  /// By falling number of mentions, ties by code.
  public var countries: [CountryTag]
  /// In the order of the calendar.
  public var dates: [DateTag]
  /// The share of the words that no list knows, where it is so large that the text must be damaged (by
  /// OCR, mostly) and the tags are doubtful: 0.25 to 1; else nil.
  public var unknownWords: Double?
  /// Surnames that nothing here makes a person's, under ``FaintName``s: tags only where the article's archive
  /// knows whose they are.
  package var faintPeople: [PersonTag] = []
  /// Whom an article may name, for its archive to settle.
  package var sightedPeople: [PersonTag] { people + faintPeople }

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
  public var isTagged: Bool { language.map(Self.languages.contains) ?? true }
}
