internal import SearchModel

/// The facets of an answer for a terminal, as aligned bars.
struct FacetsText {
  private let results: SearchResults
  private let style: Style
  private let width: Int

  init(_ results: SearchResults, style: Style, width: Int) {
    self.results = results
    self.style = style
    self.width = width
  }

  var lines: [String] {
    var lines: [String] = []
    if let people = results.people { lines += bars("People", people, .person) }
    if let countries = results.countries { lines += bars("Countries", countries, .country) }
    if let dates = results.dates { lines += bars(dates) }
    if let sources = results.sources { lines += bars("Sources", sources, .strong) }
    if let languages = results.languages { lines += bars("Languages", languages, .strong) }
    if let timeline = results.timeline {
      lines += TimelineText(timeline, style: style, width: width).lines
    }
    return lines
  }

  private func bars(_ dates: DateFacetResult) -> [String] {
    let undated = FacetResult.Unknown(count: dates.undated, within: dates.undatedWithin)
    return bars(
      "Dates by \(dates.interval.rawValue)", dates.facet, .date,
      folded: "\(dates.interval.rawValue)s", without: ("undated", undated))
      + (dates.inside.map { inside in
        bars(
          "Dates selected, by \(inside.interval.rawValue)",
          FacetResult(buckets: inside.buckets, hasMore: false), .date,
          folded: "\(inside.interval.rawValue)s")
      } ?? [])
  }

  private func bars(
    _ title: String, _ facet: FacetResult, _ role: Style.Role, folded: String? = nil,
    without: (name: String, FacetResult.Unknown)? = nil
  ) -> [String] {
    let unknown = without ?? facet.unknown.map { ("unknown", $0) }
    let last = unknown.flatMap { $1.count > 0 ? ["  " + self.unknown($0, $1)] : nil } ?? []
    guard !facet.buckets.isEmpty || !last.isEmpty else { return [] }
    let title = results.facetsCountStories ? "\(title), stories" : title
    return [style(.heading, title) + style(.faint, meaning(of: facet, behind: title))]
      + FacetBars(facet, style: style, role: role, width: width, folded: folded).lines + last
      + [""]
  }

  /// What the two numbers of a filtered facet are, where there is room to say it.
  private func meaning(of facet: FacetResult, behind title: String) -> String {
    let meaning = "  in these articles, of all without this filter"
    let isFiltered = facet.buckets.contains { $0.within != nil }
    return isFiltered && title.count + meaning.count <= width ? meaning : ""
  }

  private func unknown(_ name: String, _ unknown: FacetResult.Unknown) -> String {
    let count = grouped(unknown.count)
    return "\(name): " + (unknown.within.map { "\(grouped($0)) of \(count)" } ?? count)
  }
}
