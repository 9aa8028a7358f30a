internal import OperatingSystem
package import SearchModel

/// What an archive says of one person, for people to read.
package struct PersonProfileText {
  /// Forms and names shown; JSON and CSV have all.
  private static let mostLines = 20

  private let profile: PersonProfile

  package init(_ profile: PersonProfile) {
    self.profile = profile
  }

  package var text: String {
    let head = "\(profile.name.visible) · \(articles(profile.articles))\n"
    return head
      + section("names that articles give", profile.names.map { ($0.articles, name($0)) })
      + section("printed as", profile.forms.map { ($0.articles, form($0)) })
      + section("together with", profile.people.map { ($0.articles, $0.name.visible) })
      + section("countries", profile.countries.map { ($0.articles, $0.name.visible) })
  }

  private func articles(_ count: Int) -> String {
    count == 1 ? "1 article" : "\(grouped(count)) articles"
  }

  private func section(_ title: String, _ lines: [(count: Int, text: String)]) -> String {
    if lines.isEmpty { return "" }
    let width = lines.map { grouped($0.count).count }.max() ?? 0
    let shown = lines.prefix(Self.mostLines).map { line in
      let count = grouped(line.count)
      return "  " + String(repeating: " ", count: width - count.count) + "\(count)  \(line.text)\n"
    }
    let rest = lines.count - shown.count
    return "\n\(title)\n" + shown.joined() + (rest > 0 ? "  and \(grouped(rest)) more\n" : "")
  }

  private func name(_ name: PersonProfile.GivenName) -> String {
    name.name.visible + (name.reason.isEmpty ? "" : "  (\(name.reason))")
  }

  private func form(_ form: PersonProfile.Form) -> String {
    let dates = form.first.map { first in
      form.last == first ? "  \(first)" : "  \(first) to \(form.last ?? first)"
    }
    return "\(form.text.visible)\((dates ?? "").visible)\n"
      + "      \(form.article.visible): \(form.context.visible)"
  }
}

/// The same as CSV (RFC 4180), a line each: `kind` is person, name, form, with or country.
package struct PersonProfileCSV {
  private let profile: PersonProfile

  package init(_ profile: PersonProfile) {
    self.profile = profile
  }

  package var text: String {
    let record = CSVRecord(isRaw: false)
    let rows =
      [["kind", "value", "articles", "first", "last", "reason", "article", "context"]]
      + [row("person", profile.name, profile.articles)]
      + profile.names.map { row("name", $0.name, $0.articles, reason: $0.reason) }
      + profile.forms.map {
        [
          "form", $0.text, "\($0.articles)", $0.first ?? "", $0.last ?? "", "", $0.article,
          $0.context,
        ]
      }
      + profile.people.map { row("with", $0.name, $0.articles) }
      + profile.countries.map { row("country", $0.name, $0.articles) }
    return rows.map(record.text).joined()
  }

  private func row(_ kind: String, _ value: String, _ articles: Int, reason: String = "")
    -> [String]
  {
    [kind, value, "\(articles)", "", "", reason, "", ""]
  }
}
