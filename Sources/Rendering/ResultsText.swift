internal import IndexDefinition
package import SearchModel

/// An answer for a terminal: hits with snippets, then facets as aligned bars.
package struct ResultsText {
  private let results: SearchResults
  private let style: Style
  private let width: Int
  /// Number of the first hit, from 0.
  private let offset: Int

  package init(_ results: SearchResults, style: Style, width: Int, offset: Int = 0) {
    self.results = results
    self.style = style
    self.width = width
    self.offset = offset
  }

  package var text: String {
    var parts = [headline]
    if let tree = results.tree { parts.append(style(.faint, tree)) }
    parts += results.notes.map { style(.faint, "note: \($0)") }
    if !results.hits.isEmpty {
      parts.append("")
      parts += results.hits.enumerated().map { hit($1, number: offset + $0 + 1) }
    }
    return (parts + facets).joined(separator: "\n") + "\n"
  }

  private var headline: String {
    let milliseconds = results.seconds * 1000
    let time =
      milliseconds < 10
      ? "\((milliseconds * 100).rounded() / 100) ms" : "\(Int(milliseconds.rounded())) ms"
    return style(.strong, count) + style(.faint, "  ·  \(results.understood)  ·  \(time)")
  }

  private var count: String {
    let number = results.isTotalExact ? results.total : results.hits.count
    let articles = number == 1 ? "1 article" : "\(grouped(number)) articles"
    return results.isTotalExact ? articles : "the best \(articles)"
  }

  private func hit(_ hit: Hit, number: Int) -> String {
    let place = [hit.date?.description, hit.source].compactMap { $0 }.joined(separator: " · ")
    let title = hit.title.isEmpty ? hit.id : hit.title
    let room = max(20, width - DisplayWidth.of(place) - 6 - String(number).count)
    let head =
      style(.faint, "\(number). ") + style(.strong, DisplayWidth.cut(title, to: room))
      + (place.isEmpty ? "" : "  " + style(.date, place))
    let excerpts = hit.passages.isEmpty ? [hit.snippet] : hit.passages
    let body = excerpts.flatMap { SnippetLines($0, style: style, width: width - 3).lines }
    let tags =
      [
        style(.person, hit.people.prefix(4).joined(separator: ", ")),
        style(.country, hit.countries.prefix(6).joined(separator: " ")),
      ].filter { !$0.isEmpty } + [style(.faint, "id \(hit.id)")]
    return
      ([head] + body.map { "   " + $0 } + ["   " + tags.joined(separator: " · ")] + sum(of: hit) + [
        ""
      ])
      .joined(separator: "\n")
  }

  private func sum(of hit: Hit) -> [String] {
    guard !hit.explanation.isEmpty else { return [] }
    let rounded = { (value: Double) in "\((value * 1000).rounded() / 1000)" }
    let parts = hit.explanation.map { part in
      "\(rounded(part.value)) \(part.kind == .word ? "“\(part.name)”" : part.name)"
    }
    let line = "score \(rounded(hit.score)) = " + parts.joined(separator: " + ")
    return ["   " + style(.faint, line)]
  }

  private var facets: [String] {
    var parts: [String] = []
    if let people = results.people { parts += bars("People", people, .person) }
    if let countries = results.countries { parts += bars("Countries", countries, .country) }
    if let dates = results.dates {
      parts += bars("Dates by \(dates.interval.rawValue)", dates.facet, .date)
      if dates.undated > 0 { parts.append("  undated: \(grouped(dates.undated))") }
      if let within = dates.within {
        let facet = FacetResult(buckets: within.buckets, hasMore: false)
        parts += bars("Dates selected, by \(within.interval.rawValue)", facet, .date)
      }
    }
    if let timeline = results.timeline {
      parts += TimelineText(timeline, style: style, width: width).lines
    }
    return parts
  }

  private func bars(_ title: String, _ facet: FacetResult, _ role: Style.Role) -> [String] {
    guard !facet.buckets.isEmpty else { return [] }
    return [style(.heading, title)]
      + FacetBars(facet, style: style, role: role, width: width).lines + [""]
  }
}

/// `1234567` as `1,234,567`.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  return String(
    digits.enumerated().flatMap { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
    })
}
