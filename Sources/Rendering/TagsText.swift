package import IndexDefinition
internal import OperatingSystem

/// An article's tags as a table for people: kind, value, how often, the first words that say so.
///
/// With `listsMentions` each mention has a line of its own: its words, where they stand, the rule
/// that made it and the model's score.
package struct TagsText {
  private let tags: Tags
  private let article: Article
  private let style: Style
  private let listsMentions: Bool

  package init(
    _ tags: Tags, of article: Article, style: Style = Style(usesColor: false),
    listsMentions: Bool = false
  ) {
    self.tags = tags
    self.article = article
    self.style = style
    self.listsMentions = listsMentions
  }

  package var text: String {
    let rows =
      tags.people.map {
        row($0.isAssumed ? "assumed" : "person", .person, $0.name, $0.mentions)
      }
      + tags.countries.map { row($0.isFocus ? "focus" : "country", .country, $0.code, $0.mentions) }
      + tags.dates.map { row("date", .date, $0.date.description, $0.mentions) }
    return "\(article.id.visible)  \(article.title.visible)\n" + untagged + doubtful + rows.joined()
      + "\n"
  }

  /// Why there are no tags, for a text in a language that is not tagged.
  private var untagged: String {
    guard let language = tags.language, !tags.isTagged else { return "" }
    let languages = Tags.languages.joined(separator: ", ")
    return "  not tagged: written in '\(language.visible)'; wsearch tags texts in \(languages)\n"
  }

  /// That the text is too damaged for its tags to be sure.
  private var doubtful: String {
    guard let share = tags.unknownWords else { return "" }
    let percent = Int((share * 100).rounded())
    return "  doubtful: damaged text, \(percent) % of its words are unknown\n"
  }

  private func row(
    _ kind: String, _ role: Style.Role, _ value: String, _ mentions: [Mention]
  ) -> String {
    let head =
      "  \(kind.padded(to: 8)) \(style(role, value.visible.padded(to: 28))) \(mentions.count)×"
    if listsMentions { return head + "\n" + mentions.map(line).joined() }
    let forms = Set(mentions.map { article.text(of: $0).visible }).sorted().joined(separator: ", ")
    return head + "  \(forms)\n"
  }

  private func line(_ mention: Mention) -> String {
    let words = article.text(of: mention).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").visible
    let place = "\(mention.field.rawValue) \(mention.range.lowerBound)–\(mention.range.upperBound)"
    let score = mention.score.map { " \(($0 * 100).rounded() / 100)" } ?? ""
    return "           \(words.padded(to: 28)) "
      + style(.faint, "\(place.padded(to: 16)) \(mention.rule)\(score)") + "\n"
  }
}

extension String {
  /// With spaces behind it up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
