package import IndexDefinition

/// An article's tags as a table for people: kind, value, how often, the first words that say so.
package struct TagsText {
  private let tags: Tags
  private let article: Article

  package init(_ tags: Tags, of article: Article) {
    self.tags = tags
    self.article = article
  }

  package var text: String {
    let rows =
      tags.people.map { row("person", $0.name, $0.mentions) }
      + tags.countries.map { row($0.isFocus ? "focus" : "country", $0.code, $0.mentions) }
      + tags.dates.map { row("date", $0.date.description, $0.mentions) }
    return "\(article.id)  \(article.title)\n" + rows.joined() + "\n"
  }

  private func row(_ kind: String, _ value: String, _ mentions: [Mention]) -> String {
    let forms = Set(mentions.map { article.text(of: $0) }).sorted().joined(separator: ", ")
    return "  \(kind.padded(to: 8)) \(value.padded(to: 28)) \(mentions.count)×  \(forms)\n"
  }
}

extension String {
  /// With spaces behind it up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
