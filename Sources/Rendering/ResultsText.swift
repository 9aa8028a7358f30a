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
    parts += results.offers.map { style(.faint, "filter: \(offered($0))") }
    if !results.hits.isEmpty {
      parts.append("")
      parts += results.hits.enumerated().flatMap { place, hit in
        opening(before: place) + [self.hit(hit, number: offset + place + 1)]
      }
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
    guard results.isTotalExact else { return "the best \(articles)" }
    guard results.totalPartial > 0 else { return articles }
    let whole = number == 0 ? "no article has" : number == 1 ? "1 article has" : "\(articles) have"
    let more = "\(grouped(results.totalPartial)) \(number == 0 ? "" : "more ")"
    return
      "\(whole) all the words; \(more)\(results.totalPartial == 1 ? "has" : "have") some of them"
  }

  /// The line before the first of those that do not have all the words.
  private func opening(before place: Int) -> [String] {
    let isFirst = place == 0 || results.hits[place - 1].missing.isEmpty
    guard !results.hits[place].missing.isEmpty, isFirst else { return [] }
    return [style(.heading, "With some of the words"), ""]
  }

  /// `person:"Keir Starmer" for “keir starmer”  12 articles`
  private func offered(_ offer: Offer) -> String {
    let value = offer.value.contains(" ") ? "\"\(offer.value)\"" : offer.value
    let articles = offer.count == 1 ? "1 article" : "\(grouped(offer.count)) articles"
    return "\(offer.kind.rawValue):\(value) for “\(offer.words)”: \(articles)"
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
    let lines =
      body + missing(in: hit) + [tags.joined(separator: " · ")] + sum(of: hit)
    return ([head] + lines.map { "   " + $0 } + [""]).joined(separator: "\n")
  }

  private func missing(in hit: Hit) -> [String] {
    guard !hit.missing.isEmpty else { return [] }
    let words = hit.missing.map { "“\($0)”" }.joined(separator: ", ")
    return [style(.faint, DisplayWidth.cut("without \(words)", to: width - 3))]
  }

  private func sum(of hit: Hit) -> [String] {
    guard !hit.explanation.isEmpty else { return [] }
    let rounded = { (value: Double) in "\((value * 1000).rounded() / 1000)" }
    let parts = hit.explanation.map { part in
      "\(rounded(part.value)) \(part.kind == .word ? "“\(part.name)”" : part.name)"
    }
    let line = "score \(rounded(hit.score)) = " + parts.joined(separator: " + ")
    return [style(.faint, line)]
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
