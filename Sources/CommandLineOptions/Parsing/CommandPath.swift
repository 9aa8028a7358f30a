/// The way from a program to one of its commands: `wsearch person merge`.
struct CommandPath: Sendable {
  let parents: [any Command.Type]
  let type: any Command.Type

  init(_ root: any Command.Type) { (parents, type) = ([], root) }

  private init(_ parents: [any Command.Type], _ type: any Command.Type) {
    (self.parents, self.type) = (parents, type)
  }

  var configuration: CommandConfiguration { type.configuration }

  /// As it is typed.
  var name: String {
    (parents + [type]).map { $0.configuration.name }.joined(separator: " ")
  }

  /// The name without the program's: `person merge`.
  var words: String {
    parents.isEmpty ? name : String(name.dropFirst(root.name.count + 1))
  }

  var root: CommandPath { CommandPath(parents.first ?? type) }

  var subcommands: [CommandPath] {
    configuration.subcommands.map { CommandPath(parents + [type], $0) }
  }

  /// This command and all below it, in the order of their declaration.
  var everyCommand: [CommandPath] { [self] + subcommands.flatMap(\.everyCommand) }

  func subcommand(_ name: String) -> CommandPath? {
    configuration.subcommands.first { $0.configuration.name == name }
      .map { CommandPath(parents + [type], $0) }
  }

  /// The command that a line names, and what stands behind its name.
  func following(_ arguments: ArraySlice<String>) -> (path: CommandPath, rest: ArraySlice<String>) {
    guard let word = arguments.first, let next = subcommand(word) else { return (self, arguments) }
    return next.following(arguments.dropFirst())
  }
}
