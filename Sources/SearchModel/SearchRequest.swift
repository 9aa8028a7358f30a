package import IndexDefinition
package import QueryLanguage

/// A query with everything that shapes its answer, free of SQLite.
package struct SearchRequest: Sendable {
  package enum MatchMode: String, Sendable, CaseIterable {
    /// Every word, then, where few articles hold them all, most of the words' weight.
    case best
    case all, any, phrase
  }
  package enum Sort: String, Sendable, CaseIterable { case relevance, newest, oldest }
  package enum Ranking: String, Sendable, CaseIterable {
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
  package var text: String
  package var query: Query
  /// What the parser has to say about the text; they head the answer's notes.
  package var parserNotes: [String] = []
  package var match: MatchMode = .best
  /// The user's, beside the forms of a word.
  package var synonyms = Synonyms()
  package var filters = Filters()
  /// Whether all that matches is counted.
  ///
  /// Where neither total nor facets are asked for, the best hits may be found without a look at
  /// every match.
  package var countsTotal = true
  package var facets: [FacetRequest] = FacetRequest.Kind.allCases.map { FacetRequest($0) }
  package var dateInterval: DateInterval = .auto
  /// Counts the top values of this facet by date too; `.date` counts nothing more.
  package var timeline: FacetRequest?
  package var sort: Sort = .relevance
  package var ranking: Ranking = .best
  /// Scores fall with age; nil: they do not.
  package var recency: HalfLife?
  package var limit = 10
  package var offset = 0
  /// Where the page before ended, as its ``SearchResults/next`` says.
  package var after: Cursor?
  /// What hits bring; snippets and bodies come with all fields only.
  package var hitFields: HitFields = .all
  /// Snippets are not made when false (batch runs).
  package var wantsSnippets = true
  /// The best passages shown of a hit beside its snippet; 0: none.
  package var passages = 0
  /// Whether hits bring their whole bodies.
  package var wantsBodies = false
  /// Whether the answer says how the query was read and what each score is the sum of.
  package var explains = false
  /// How long the search may take; nil: as long as it needs.
  package var timeout: Duration?
  /// Says nothing of why an answer is empty.
  package var isStrict = false
  /// Whether ``MatchMode/best`` goes on with articles that hold most of the words, where few hold all.
  package var wantsPartial = true

  package init(text: String, query: Query) {
    self.text = text
    self.query = query
  }
}

/// The filters given as options.
///
/// Values of one list are alternatives; different lists must all
/// hold. They are the facets' filters: a facet is counted with its own list lifted.
package struct Filters: Sendable, Equatable {
  /// Names as typed: canonical, alias or surname.
  package var people: [String] = []
  package var excludedPeople: [String] = []
  /// Codes or names as typed.
  package var countries: [String] = []
  package var excludedCountries: [String] = []
  /// Only what an article is about counts as its countries: in the filters, in the query and in the
  /// facet.
  package var countryFocus = false
  package var dates: [DateRange] = []
  /// Articles without a date; together with `dates` an alternative to them.
  package var undated = false
  package var language: String?

  package init() {}
}

package struct FacetRequest: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable { case person, country, date }
  package enum Order: String, Sendable, CaseIterable { case count, name }

  package var kind: Kind
  package var limit = 10
  package var offset = 0
  /// Only values whose name, folded, has a word that starts so.
  package var prefix: String?
  package var order: Order = .count

  package init(_ kind: Kind, limit: Int = 10) {
    self.kind = kind
    self.limit = limit
  }
}

package enum DateInterval: String, Sendable, CaseIterable { case auto, year, month, day }
