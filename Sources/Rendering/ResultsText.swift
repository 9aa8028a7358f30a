internal import IndexDefinition
package import SearchModel

/// An answer for a terminal: hits with snippets, then facets as aligned bars.
package struct ResultsText {
  private let results: SearchResults
  private let style: Style
  private let width: Int
  /// Number of the first hit, from 0.
  private let offset: Int
  /// Whether near-copies on the page stand under the first of them.
  private let folds: Bool

  package init(
    _ results: SearchResults, style: Style, width: Int, offset: Int = 0, folds: Bool = true
  ) {
    self.results = results.visible
    self.style = style
    self.width = width
    self.offset = offset
    self.folds = folds
  }

  package var text: String {
    var parts = headline
    if let tree = results.tree {
      parts += tree.split(separator: "\n").map {
        style(.faint, DisplayWidth.cut(String($0), to: width))
      }
    }
    parts += results.notes.flatMap { told("note", $0) }
    parts += results.offers.flatMap { told("filter", offered($0)) }
    if !results.hits.isEmpty {
      parts.append("")
      for (place, folded) in pages {
        let hit = HitText(
          results.hits[place], folded: folded, number: offset + place + 1, style, width)
        parts += opening(before: place) + hit.lines + [""]
      }
    }
    return (parts + FacetsText(results, style: style, width: width).lines).joined(separator: "\n")
      + "\n"
  }

  /// The hits to show by their places, each with its near-copies further down the page.
  private var pages: [(place: Int, folded: [Hit])] {
    var shown: [(place: Int, folded: [Hit])] = []
    var places: [[String]: Int] = [:]
    for (place, hit) in results.hits.enumerated() {
      let story = [hit.story, hit.storyPath].compactMap { $0 }
      if folds, !story.isEmpty, let first = places[story] {
        shown[first].folded.append(hit)
      } else {
        places[story] = shown.count
        shown.append((place, []))
      }
    }
    return shown
  }

  private var headline: [String] {
    let milliseconds = results.seconds * 1000
    let time =
      milliseconds < 10
      ? "\((milliseconds * 100).rounded() / 100) ms" : "\(Int(milliseconds.rounded())) ms"
    var line = WrappedLine()
    line.addWords(count, .strong, breakingAt: width)
    line.add("·", .faint, after: "  ")
    line.addWords(results.understood, .faint, after: "  ", breakingAt: width)
    line.add("·", .faint, after: "  ")
    line.add(time, .faint, after: "  ")
    return line.lines(width: width, style)
  }

  /// Its lines after the first stand under its words.
  private func told(_ kind: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: kind.count + 2)
    var line = WrappedLine()
    line.addWords(text, .faint, breakingAt: width - indent.count)
    return line.lines(width: width - indent.count, style).enumerated().map { place, text in
      (place == 0 ? style(.faint, "\(kind): ") : indent) + text
    }
  }

  private var count: String {
    let number = results.isTotalExact ? results.total : results.hits.count
    let articles = number == 1 ? "1 article" : "\(grouped(number)) articles"
    guard results.isTotalExact else { return "the best \(articles)" }
    guard results.totalPartial > 0 else { return articles + inStories }
    let whole = number == 0 ? "no article has" : number == 1 ? "1 article has" : "\(articles) have"
    let more = "\(grouped(results.totalPartial)) \(number == 0 ? "" : "more ")"
    return
      "\(whole) all the words; \(more)\(results.totalPartial == 1 ? "has" : "have") some of them"
  }

  private var inStories: String {
    guard let stories = results.totalStories, stories < results.total else { return "" }
    return stories == 1 ? " in 1 story" : " in \(grouped(stories)) stories"
  }

  /// The line before the first of those that do not have all the words.
  private func opening(before place: Int) -> [String] {
    let isFirst = results.hits[..<place].allSatisfy { $0.missing.isEmpty }
    guard !results.hits[place].missing.isEmpty, isFirst else { return [] }
    return [style(.heading, "With some of the words"), ""]
  }

  /// As a query has it, such as `person:"Keir Starmer"`, with its words and what it would find.
  private func offered(_ offer: Offer) -> String {
    let value = offer.value.contains(" ") ? "\"\(offer.value)\"" : offer.value
    let articles = offer.count == 1 ? "1 article" : "\(grouped(offer.count)) articles"
    return "\(offer.kind.rawValue):\(value) for “\(offer.words)”: \(articles)"
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
