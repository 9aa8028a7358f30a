/// A program as a tree of commands: reads its command line.
package struct Program: Sendable {
  /// What a program knows of the values a shell can offer.
  ///
  /// Gets the name of ``Completion/values(_:)``, what is typed of the value, and the options that
  /// stand on the line; never prints, and gives nothing where it cannot answer.
  package typealias Values =
    @Sendable (_ kind: String, _ prefix: String, _ options: [String: String]) -> [Candidate]

  /// What a command line asks for.
  package enum Request {
    case run(any Command)
    case print(String)
    case write([ManualPage], folder: String)
  }

  let root: CommandPath
  let version: (@Sendable () -> String)?
  let values: Values

  /// - Parameters:
  ///   - version: what `--version` prints; without it there is no such option.
  ///   - values: what the program knows for completions.
  package init(
    _ root: any Command.Type, version: (@Sendable () -> String)? = nil,
    values: @escaping Values = { _, _, _ in [] }
  ) {
    self.root = CommandPath(root)
    self.version = version
    self.values = values
  }

  /// Reads a command line without the program's name.
  ///
  /// `-h` and `--help` as words of their own always ask for help, also where an option still misses
  /// its value: who types them wants to know what it takes. `--query=-h` gives the value.
  ///
  /// - Throws: ``UsageError``.
  package func request(_ arguments: [String]) throws -> Request {
    if let request = try innerRequest(arguments) { return request }
    let (path, rest) = root.following(arguments[...])
    if let page = try helpPage(path, rest) { return .print(page) }
    if let request = try ownRequest(arguments) { return request }
    if !path.configuration.subcommands.isEmpty { throw UnknownCommand(path, rest).error }
    let declaration = Declaration(path.type)
    var reader = ArgumentReader(declaration, of: path)
    try reader.read(rest)
    return .run(declaration.command)
  }

  /// Every command as it is typed, with its own options: `wsearch query`, `["--person", …]`.
  package var declared: [(command: String, options: [String])] {
    root.everyCommand.map { path in
      (path.name, Declaration(path.type).options.map(\.spelling))
    }
  }

  func page(_ path: CommandPath, isBrief: Bool) -> String {
    let parameters = parameters(of: path)
    let page = HelpPage(path, parameters, width: TerminalWidth.current)
    return isBrief ? page.brief : page.full
  }

  /// A command's own, and the program's at its root.
  func parameters(of path: CommandPath) -> [Parameter] {
    Declaration(path.type).parameters + (path.parents.isEmpty ? ownOptions : [])
  }

  /// The page that a line asks for: by `--help` or `-h`, by `help person merge`, or by no command where
  /// one must stand.
  private func helpPage(_ path: CommandPath, _ rest: ArraySlice<String>) throws -> String? {
    let isInner = !path.configuration.subcommands.isEmpty
    let (named, unknown) =
      isInner && rest.first == "help" ? path.following(rest.dropFirst()) : (path, rest)
    let form = rest.prefix { $0 != "--" }.first { ["-h", "--help"].contains($0) }
    if form == nil, isInner, rest.first == "help", unknown.first ?? "help" != "help" {
      throw UnknownCommand(named, unknown, asksHelp: true).error
    }
    let asks = form != nil || isInner && (rest.isEmpty || rest.first == "help")
    return asks ? page(named, isBrief: form == "-h") : nil
  }
}
