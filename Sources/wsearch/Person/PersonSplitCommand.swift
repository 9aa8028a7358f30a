internal import CommandLineOptions
internal import IndexDefinition
internal import NewsTagging

/// `wsearch person split`: one name is two persons'.
struct PersonSplitCommand: PersonRuleCommand {
  static let configuration = CommandConfiguration(
    "split", "Gives some articles of a name to another, or keeps two names apart.",
    discussion: """
      With --from, --to or --article those articles of the first name go to the second; without,
      the first name is never again taken for another way to write the second.
      """,
    example: "wsearch person split \"George Bush\" \"George H. W. Bush\" --to 1993-01-20")

  @Group var change: PersonChangeOptions

  @Option("from", "Articles since this date; a year or a month will do.")
  var from: CalendarDate?

  @Option("to", "Articles until this date; a year or a month will do.")
  var to: CalendarDate?

  @Option("article", "The article with this id.", takes: PersonSplitCommand.article)
  var article: String?

  @Argument("NAME", "The name as it is.", takes: .person) var name: String
  @Argument("OTHER", "The name of the other person.", takes: .person) var other: String

  private static let article = ValueKind(
    "ID", takes: "an article's id", example: "7kq2m9xw4t")

  var rule: PersonRule {
    get throws {
      if let article {
        guard from == nil, to == nil else {
          throw UsageError("--article does not go with --from and --to: make two rules")
        }
        return .split(name, into: other, where: .article(article))
      }
      guard from != nil || to != nil else { return .keepApart(name, from: other) }
      return .split(name, into: other, where: .dates(DateRange(from: from, to: to)))
    }
  }
}
