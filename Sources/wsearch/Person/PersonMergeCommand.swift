internal import CommandLineOptions
internal import IndexDefinition
internal import NewsTagging

/// `wsearch person merge`: two names are one person's.
struct PersonMergeCommand: PersonRuleCommand {
  static let configuration = CommandConfiguration(
    "merge", "Gives all articles of one name to another.",
    example: "wsearch person merge \"V. Zelensky\" \"Volodymyr Zelensky\"")

  @Group var change: PersonChangeOptions

  @Argument("NAME", "The name that goes.", takes: .person) var name: String
  @Argument("OTHER", "The name that stays.", takes: .person) var other: String

  var rule: PersonRule { .merge(name, into: other) }
}
