internal import ArgumentParser
internal import IndexDefinition
internal import SearchIndex

/// The filters of `wsearch query`.
struct FilterOptions: ParsableArguments {
  @Option(help: "Articles that name this person; again: or this one.")
  var person: [String] = []

  @Option(help: "Articles that name this country (code or name); again: or this one.")
  var country: [String] = []

  @Option(help: "From this date on; a year or a month will do.")
  var from: CalendarDate?

  @Option(help: "Up to this date, whole; a year or a month will do.")
  var to: CalendarDate?

  @Flag(help: "Articles without a date; beside --from and --to: these too.")
  var undated = false

  @Option(help: "Not articles that name this person.")
  var notPerson: [String] = []

  @Option(help: "Not articles that name this country.")
  var notCountry: [String] = []

  @Flag(help: "Counts and filters only the countries that an article is about.")
  var countryFocus = false

  @Option(help: "Articles in this language (ISO 639-1), and its stems for the words.")
  var language: String?

  func validate() throws {
    if let from, let to, from.firstDay > to.lastDay {
      throw ValidationError("--from \(from) is after --to \(to)")
    }
  }

  var filters: Filters {
    var filters = Filters()
    filters.people = person
    filters.countries = country
    filters.excludedPeople = notPerson
    filters.excludedCountries = notCountry
    filters.countryFocus = countryFocus
    filters.dates = from == nil && to == nil ? [] : [DateRange(from: from, to: to)]
    filters.undated = undated
    filters.language = language
    return filters
  }
}

/// The facets of `wsearch query`.
struct FacetOptions: ParsableArguments {
  @Option(
    help: "Facets to count: person,country,date or none; person:mer* only names that start so.")
  var facet: String = "person,country,date"

  @Option(help: "Buckets a facet.")
  var facetLimit = 10

  @Option(help: "Buckets of people and countries to pass over.")
  var facetOffset = 0

  @Option(help: "Order of the people and countries: count, name.")
  var facetSort: FacetRequest.Order = .count

  @Option(help: "Width of the date buckets: auto, year, month, day.")
  var dateInterval: DateInterval = .auto

  @Option(help: "Counts the top people or countries by date too: person, country.")
  var timeline: TimelineKind?

  func validate() throws {
    _ = try requests
    if facetLimit < 0 || facetOffset < 0 {
      throw ValidationError("--facet-limit and --facet-offset take numbers from 0")
    }
  }

  var requests: [FacetRequest] {
    get throws {
      if facet == "none" { return [] }
      return try facet.split(separator: ",").map(request)
    }
  }

  /// What the timeline counts: the page of the facet that is shown.
  var timelineRequest: FacetRequest? {
    get throws {
      guard let kind = timeline?.kind else { return nil }
      return try requests.first { $0.kind == kind } ?? FacetRequest(kind, limit: facetLimit)
    }
  }

  private func request(_ text: Substring) throws -> FacetRequest {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let name = parts.first, let kind = FacetRequest.Kind(rawValue: String(name)) else {
      throw ValidationError("--facet takes person, country, date or none, not '\(text)'")
    }
    var request = FacetRequest(kind, limit: facetLimit)
    request.offset = facetOffset
    request.order = facetSort
    if parts.count == 2 { request.prefix = String(parts[1].filter { $0 != "*" }) }
    return request
  }
}

/// The facets that can be counted by date.
enum TimelineKind: String, CaseIterable, ExpressibleByArgument {
  case person, country

  var kind: FacetRequest.Kind { self == .person ? .person : .country }
}

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

extension FacetRequest.Order: ExpressibleByArgument {}
extension DateInterval: ExpressibleByArgument {}
