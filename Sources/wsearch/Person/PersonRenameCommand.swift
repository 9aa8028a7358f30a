internal import ArgumentParser
internal import Tagging

/// `wsearch person rename`: a person is shown under another name.
struct PersonRenameCommand: PersonRuleCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Shows a person under another name.",
    discussion: "Example: wsearch person rename \"Bill Clinton\" \"William J. Clinton\"")

  @OptionGroup var change: PersonChangeOptions

  @Argument(help: "The name as it is.") var name: String
  @Argument(help: "The name as it shall be.") var other: String

  var rule: PersonRule { .rename(name, to: other) }
}
