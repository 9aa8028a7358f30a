package import IndexDefinition
internal import OperatingSystem
package import SearchModel

/// An article's title and body with marks in place: its people, countries and dates, or what a query
/// matches; in colour, or without colour as `⟦text|value⟧` and `⟦text⟧`.
package struct MarkedText {
  private struct Mark {
    var field: Field
    var range: Range<Int>
    var role: Style.Role
    /// Nil for a match.
    var value: String?
  }

  private let marks: [Mark]
  private let article: Article
  private let style: Style

  package init(
    _ tags: Tags = Tags(), matches: [FieldMatch] = [], of article: Article, style: Style
  ) {
    let all =
      tags.people.flatMap { Self.marks($0.mentions, .person, $0.name) }
      + tags.countries.flatMap { Self.marks($0.mentions, .country, $0.code) }
      + tags.dates.flatMap { Self.marks($0.mentions, .date, $0.date.description) }
      + matches.map { Mark(field: $0.field, range: $0.range, role: .highlight) }
    marks = all.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    self.article = article
    self.style = style
  }

  /// Ends with a line end.
  package var text: String {
    let title = title
    return (title.isEmpty ? "" : title + "\n\n") + body + "\n"
  }

  package var title: String { marked(article.title, .title) }
  package var body: String { marked(article.body, .body) }

  private func marked(_ text: String, _ field: Field) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var end = 0
    // Marks of one kind never overlap; of two kinds that do, the first and longer is shown.
    for mark in marks
    where mark.field == field && mark.range.lowerBound >= end
      && mark.range.upperBound <= bytes.count
    {
      result += shown(bytes[end..<mark.range.lowerBound], field)
      result += self.text(of: mark, shown(bytes[mark.range], field))
      end = mark.range.upperBound
    }
    return result + shown(bytes[end...], field)
  }

  /// A body keeps its lines.
  private func shown(_ bytes: ArraySlice<UInt8>, _ field: Field) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return field == .body ? text.visibleLines : text.visible
  }

  private func text(of mark: Mark, _ words: String) -> String {
    if style.usesColor { return style(mark.role, words) }
    return mark.value.map { "⟦\(words)|\($0.visible)⟧" } ?? "⟦\(words)⟧"
  }

  private static func marks(
    _ mentions: [Mention], _ role: Style.Role, _ value: String
  ) -> [Mark] {
    mentions.map { Mark(field: $0.field, range: $0.range, role: role, value: value) }
  }
}
