internal import CommandLineOptions
internal import SearchModel

/// The facets of `wsearch query`.
struct FacetOptions: OptionGroup {
  @Option(
    "facet",
    "What to count by: source and language too, or none; person:mer* names with a word that starts so.",
    takes: FacetOptions.facets, isCommon: true)
  var facet = FacetRequest.Kind.usual.map(\.rawValue).joined(separator: ",")

  @Option(
    "facet-limit", "Buckets to show of a facet.", takes: .number(from: 0, example: "20"),
    isCommon: true)
  var facetLimit = 10

  @Option(
    "facet-offset", "Buckets to pass over, but those of dates.",
    takes: .number(from: 0, example: "10"))
  var facetOffset = 0

  @Option("facet-sort", "Order of the buckets, but those of dates.")
  var facetSort: FacetRequest.Order = .count

  @Option("count", "What facets count: near-copies one by one, or as one story.")
  var count: CountedThing = .articles

  @Option("date-interval", "Width of the date buckets.")
  var dateInterval: DateInterval = .auto

  @Option("timeline", "Counts the top people or countries by date too.")
  var timeline: TimelineKind?

  private static let facets = ValueKind(
    "FACETS", takes: "person, country, date, source, language or none", example: "person,date",
    completion: .list(FacetRequest.Kind.allCases.map(\.rawValue)))

  func validate() throws {
    _ = try requests
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
      guard let kind = timeline?.facet else { return nil }
      return try requests.first { $0.kind == kind } ?? FacetRequest(kind, limit: facetLimit)
    }
  }

  private func request(_ text: Substring) throws -> FacetRequest {
    if text == "none" { throw UsageError("--facet none stands alone") }
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let name = parts.first, let kind = FacetRequest.Kind(rawValue: String(name)) else {
      throw UsageError("--facet takes \(Self.facets.takes), not '\(text)'")
    }
    if kind == .date, parts.count == 2 {
      throw UsageError("--facet date takes no beginning: narrow it with --from and --to")
    }
    var request = FacetRequest(kind, limit: facetLimit)
    request.offset = facetOffset
    request.order = facetSort
    if parts.count == 2 { request.prefix = String(parts[1].filter { $0 != "*" }) }
    return request
  }
}

/// What facets count.
enum CountedThing: String, CaseIterable, OptionValue {
  case articles, stories
}

/// The facets that can be counted by date.
enum TimelineKind: String, CaseIterable, OptionValue {
  case person, country

  var facet: FacetRequest.Kind { self == .person ? .person : .country }
}
