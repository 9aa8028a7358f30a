internal import CommandLineOptions
internal import IndexDefinition
internal import NewsTagging
internal import OperatingSystem
internal import Rendering
internal import SearchModel

/// A command that makes one rule.
protocol PersonRuleCommand: Subcommand {
  var rule: PersonRule { get throws }
  var change: PersonChangeOptions { get }
}

extension PersonRuleCommand {
  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    // NFC, as the names in the index are.
    let line = try rule.description.inFormC
    guard let rule = try? PersonRule(line: line), try rule == self.rule else {
      throw UsageError("'\(line)' is no rule: give two different names, each on one line")
    }
    let made = try await change.writer().make([rule], skippingKnown: false)
    if made.articles == 0 {
      Terminal.say("no article changes now: names are as `wsearch person list` prints them")
    }
    change.print(made, terminal)
    return .found
  }
}

/// What the commands share that change rules.
struct PersonChangeOptions: OptionGroup {
  @Group var location: IndexLocation

  @Flag("json", "Prints JSON.")
  var json

  /// Of an index that is there; a rule in a new one would be a slip.
  func writer() async throws -> any ArchiveWriter {
    try await location.archive().writer(making: false)
  }

  func print(_ change: RuleChange, _ terminal: Terminal) {
    if json {
      var writer = JSONWriter()
      writer.personChange(change)
      terminal.print(writer.text)
    } else {
      terminal.write(Array(PersonChangeText(change).text.utf8))
    }
  }
}
