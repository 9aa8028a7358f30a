internal import CommandLineOptions
internal import IndexDefinition
internal import NewsTagging
internal import OperatingSystem
internal import SearchModel

/// `wsearch person apply`: corrections from a file, all or none.
struct PersonApplyCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "apply", "Makes the corrections of a file that are not yet made; lines with # are notes.",
    example: "wsearch person apply rules.txt")

  @Group var change: PersonChangeOptions

  @Argument(
    "FILE", "A file as `wsearch person rules` prints it; - is standard input.",
    takes: .file("rules.txt"))
  var file: String

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let rules: PersonRules
    do {
      let file = try InputFile(file, content: "the rules")
      rules = try PersonRules(text: String(decoding: file.bytes, as: UTF8.self).inFormC)
    } catch let error as PersonRule.SyntaxError {
      Terminal.say("\(file): \(error)")
      return .failure
    }
    change.print(try await change.writer().make(rules.rules, skippingKnown: true), terminal)
    return .found
  }
}
