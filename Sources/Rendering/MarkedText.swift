package import IndexDefinition

/// An article's title and body with its people, countries and dates marked in place: in colour, or
/// without colour as `⟦text|value⟧`.
package struct MarkedText {
  private struct Mark {
    var range: Range<Int>
    var role: Style.Role
    var value: String
  }

  private let tags: Tags
  private let article: Article
  private let style: Style

  package init(_ tags: Tags, of article: Article, style: Style) {
    self.tags = tags
    self.article = article
    self.style = style
  }

  /// Ends with a line end.
  package var text: String {
    let title = marked(article.title, .title)
    return (title.isEmpty ? "" : title + "\n\n") + marked(article.body, .body) + "\n"
  }

  private func marked(_ text: String, _ field: Field) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var end = 0
    // Mentions of one kind never overlap; of two kinds that do, the first and longer is shown.
    for mark in marks(in: field)
    where mark.range.lowerBound >= end && mark.range.upperBound <= bytes.count {
      result += String(decoding: bytes[end..<mark.range.lowerBound], as: UTF8.self)
      result += self.text(of: mark, String(decoding: bytes[mark.range], as: UTF8.self))
      end = mark.range.upperBound
    }
    return result + String(decoding: bytes[end...], as: UTF8.self)
  }

  private func text(of mark: Mark, _ words: String) -> String {
    style.usesColor ? style(mark.role, words) : "⟦\(words)|\(mark.value)⟧"
  }

  private func marks(in field: Field) -> [Mark] {
    let all =
      tags.people.flatMap { marks($0.mentions, .person, $0.name, in: field) }
      + tags.countries.flatMap { marks($0.mentions, .country, $0.code, in: field) }
      + tags.dates.flatMap { marks($0.mentions, .date, $0.date.description, in: field) }
    return all.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
  }

  private func marks(
    _ mentions: [Mention], _ role: Style.Role, _ value: String, in field: Field
  ) -> [Mark] {
    mentions.filter { $0.field == field }
      .map { Mark(range: $0.range, role: role, value: value) }
  }
}
