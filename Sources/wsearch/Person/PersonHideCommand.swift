internal import ArgumentParser
internal import Tagging

/// `wsearch person hide`: a name is no person's.
struct PersonHideCommand: PersonRuleCommand {
  static let configuration = CommandConfiguration(
    commandName: "hide", abstract: "Drops a name that is no person.",
    discussion: "Example: wsearch person hide \"Santa Clara\"")

  @OptionGroup var change: PersonChangeOptions

  @Argument(help: "The name.") var name: String

  var rule: PersonRule { .hide(name) }
}
