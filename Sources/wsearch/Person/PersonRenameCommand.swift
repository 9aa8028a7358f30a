internal import CommandLineOptions
internal import IndexDefinition
internal import NewsTagging

/// `wsearch person rename`: a person is shown under another name.
struct PersonRenameCommand: PersonRuleCommand {
  static let configuration = CommandConfiguration(
    "rename", "Shows a person under another name.",
    example: "wsearch person rename \"Bill Clinton\" \"William J. Clinton\"")

  @Group var change: PersonChangeOptions

  @Argument("OLD", "The name as it is.", takes: .person) var name: String
  @Argument("NEW", "The name as it shall be.") var other: String

  var rule: PersonRule { .rename(name, to: other) }
}
