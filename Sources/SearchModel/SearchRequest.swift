public import ArticleModel
public import QueryLanguage

/// A query with everything that shapes its answer, free of SQLite.
public struct SearchRequest: Sendable {
  /// Which of the words must be there.
  public enum MatchMode: String, Sendable, CaseIterable {
    /// Every word, then, where few articles hold them all, those that hold some.
    case best
    /// Each of them.
    case all
    /// At least one.
    case any
    /// Each of them, side by side and in order.
    case phrase
  }
  /// The order of the hits.
  public enum Sort: String, Sendable, CaseIterable {
    /// By score.
    case relevance
    /// The latest date first, of one day the latest time, undated articles last.
    case newest
    /// The earliest date first, of one day the earliest time, undated articles last.
    case oldest
  }
  /// How much is done for the order by relevance.
  public enum Ranking: String, Sendable, CaseIterable {
    /// BM25, proximity, and the best hits re-ranked by their own words.
    case best
    /// One pass of BM25.
    case fast
  }

  /// What a hit tells beside its score.
  package enum HitFields: String, Sendable, CaseIterable {
    case none
    /// The external id.
    case id
    case all
  }

  /// As typed; kept for the answer.
  public package(set) var text: String
  /// What is asked.
  public package(set) var query: Query
  /// What the parser has to say about the text; they head the answer's notes.
  package var parserNotes: [String] = []
  /// Which of the words side by side must be there.
  public var match: MatchMode = .best
  /// The user's, beside the forms of a word.
  package var synonyms = Synonyms()
  /// What is asked beside the query, as facets offer it.
  public var filters = Filters()
  /// Whether all that matches is counted.
  ///
  /// Where neither total nor facets are asked for, the best hits may be found without a look at
  /// every match.
  public var countsTotal = true
  /// Whether the stories of all that matches are counted too.
  public var countsStories = false
  /// Whether facets count stories in place of articles: each by one of its articles, the earliest that
  /// passes the filters.
  public var facetsCountStories = false
  /// What is counted; empty: nothing.
  public var facets: [FacetRequest] = FacetRequest.Kind.usual.map { FacetRequest($0) }
  /// The width of the buckets of dates.
  public var dateInterval: DateInterval = .auto
  /// Counts the top values of this facet by date too; `.date` counts nothing more.
  package var timeline: FacetRequest?
  /// The order of the hits.
  public var sort: Sort = .relevance
  /// How much is done for the order by relevance.
  public var ranking: Ranking = .best
  /// Scores fall with age; nil: they do not.
  package var recency: HalfLife?
  /// The most hits to bring.
  public var limit = 10
  /// How many of the best hits are left out.
  public var offset = 0
  /// Where the page before ended, as its ``SearchResults/next`` says.
  public var after: Cursor?
  /// What hits bring; snippets and bodies come with all fields only.
  package var hitFields: HitFields = .all
  /// Snippets are not made when false (batch runs).
  package var wantsSnippets = true
  /// The best passages shown of a hit beside its snippet; 0: none.
  public var passages = 0
  /// Whether hits bring their whole bodies.
  public var wantsBodies = false
  /// Whether the answer says how the query was read and what each score is the sum of.
  package var explains = false
  /// How long the search may take; nil: as long as it needs.
  public var timeout: Duration?
  /// Whether articles with doubtful tags are counted where something rests on tags.
  package var countsDoubtful = true
  /// Says nothing of why an answer is empty.
  package var isStrict = false
  /// Whether ``MatchMode/best`` goes on with articles that hold some of the words, where few hold all.
  package var wantsPartial = true
  /// Whether the answer offers the filters that the words suggest; ``MatchMode/best`` alone does.
  package var wantsOffers = false
  /// Whether these filters take the words' place.
  package var appliesOffers = false

  /// The day that “last week” among the words counts from; nil: they name no time.
  package var today: CalendarDate?

  package init(text: String, query: Query) {
    self.text = text
    self.query = query
  }

  /// Whether people or countries are counted or filtered by, and it matters how sure they are.
  package var restsOnTags: Bool {
    let asked = (facets + (timeline.map { [$0] } ?? [])).contains {
      $0.kind == .person || $0.kind == .country
    }
    return countsDoubtful && (asked || filters.areByTags || query.filtersByTags)
  }
}

extension Filters {
  fileprivate var areByTags: Bool {
    !(people.isEmpty && excludedPeople.isEmpty && countries.isEmpty && excludedCountries.isEmpty)
  }
}

extension Query {
  /// Whether it has a filter of people or countries.
  fileprivate var filtersByTags: Bool {
    switch self {
    case .filter(.person), .filter(.country): true
    case .sequence(let parts), .and(let parts), .or(let parts):
      parts.contains(where: \.filtersByTags)
    case .within(_, let part), .not(let part): part.filtersByTags
    case .all, .term, .phrase, .filter: false
    }
  }
}

/// The filters given as options.
///
/// Values of one list are alternatives; different lists must all
/// hold. They are the facets' filters: a facet is counted with its own list lifted, and beside that
/// within the hits.
public struct Filters: Sendable, Equatable {
  /// Names as typed: canonical, alias or surname.
  public var people: [String] = []
  /// Names that no hit may mention.
  public var excludedPeople: [String] = []
  /// People count only where an article itself names them by more than a name alone: in the filters, in
  /// the query and in the facet.
  public var personStrict = false
  /// Codes or names as typed.
  public var countries: [String] = []
  /// Codes or names that no hit may mention.
  public var excludedCountries: [String] = []
  /// Only what an article is about counts as its countries: in the filters, in the query and in the
  /// facet.
  public var countryFocus = false
  /// When hits were published; several are alternatives.
  public var dates: [DateRange] = []
  /// Articles without a date; together with `dates` an alternative to them.
  public var undated = false
  /// ISO 639-1.
  public var language: String?

  /// No filters.
  public init() {}
}

/// One facet to count.
public struct FacetRequest: Sendable, Equatable {
  /// What is counted.
  public enum Kind: String, Sendable, CaseIterable {
    /// Who is mentioned.
    case person
    /// Which countries are mentioned.
    case country
    /// When articles were published.
    case date
    /// Where articles come from.
    case source
    /// What articles are written in.
    case language

    /// Those that are counted where none are named.
    public static let usual: [Kind] = [.person, .country, .date]
  }
  /// The order of buckets, but those of dates.
  public enum Order: String, Sendable, CaseIterable {
    /// The most frequent first.
    case count
    /// By the alphabet.
    case name
  }

  /// What is counted.
  public var kind: Kind
  /// The most values to bring.
  public var limit = 10
  /// How many of the first values are left out.
  public var offset = 0
  /// Only values whose name, folded, has a word that starts so.
  public var prefix: String?
  /// The order of buckets, but those of dates.
  public var order: Order = .count

  /// The facet of a kind, its most frequent values first.
  public init(_ kind: Kind, limit: Int = 10) {
    self.kind = kind
    self.limit = limit
  }
}
