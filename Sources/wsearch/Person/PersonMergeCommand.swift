internal import ArgumentParser
internal import Tagging

/// `wsearch person merge`: two names are one person's.
struct PersonMergeCommand: PersonRuleCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Gives all articles of one name to another.",
    discussion: "Example: wsearch person merge \"V. Zelensky\" \"Volodymyr Zelensky\"")

  @OptionGroup var change: PersonChangeOptions

  @Argument(help: "The name that goes.") var name: String
  @Argument(help: "The name that stays.") var other: String

  var rule: PersonRule { .merge(name, into: other) }
}
