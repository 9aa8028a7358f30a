internal import CommandLineOptions
internal import IndexDefinition
internal import NewsTagging

/// `wsearch person hide`: a name is no person's.
struct PersonHideCommand: PersonRuleCommand {
  static let configuration = CommandConfiguration(
    "hide", "Drops a name that is no person.",
    example: "wsearch person hide \"Santa Clara\"")

  @Group var change: PersonChangeOptions

  @Argument("NAME", "The name that is no person.", takes: .person) var name: String

  var rule: PersonRule { .hide(name) }
}
