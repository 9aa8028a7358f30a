internal import ArgumentParser
internal import IndexDefinition
internal import Tagging

/// `wsearch person split`: one name is two persons'.
struct PersonSplitCommand: PersonRuleCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Gives some articles of a name to another, or keeps two names apart.",
    discussion: """
      With --from, --to or --article those articles of the first name go to the second; without,
      the first name is never again taken for another way to write the second.

      Example: wsearch person split "George Bush" "George H. W. Bush" --to 1993-01-20
      """)

  @OptionGroup var change: PersonChangeOptions

  @Option(help: "Articles since this date: YYYY, YYYY-MM or YYYY-MM-DD.") var from: String?
  @Option(help: "Articles until this date.") var to: String?
  @Option(help: "The article with this id.") var article: String?

  @Argument(help: "The name as it is.") var name: String
  @Argument(help: "The name of the other person.") var other: String

  var rule: PersonRule {
    get throws {
      if let article {
        guard from == nil, to == nil else {
          throw ValidationError("--article does not go with --from and --to: make two rules")
        }
        return .split(name, into: other, where: .article(article))
      }
      guard from != nil || to != nil else { return .keepApart(name, from: other) }
      let range = DateRange(from: try date(from, "--from"), to: try date(to, "--to"))
      return .split(name, into: other, where: .dates(range))
    }
  }

  private func date(_ text: String?, _ option: String) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(text) else {
      throw ValidationError("\(option) takes YYYY, YYYY-MM or YYYY-MM-DD, not '\(text)'")
    }
    return date
  }
}
