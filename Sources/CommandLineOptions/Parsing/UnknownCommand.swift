/// What a person reads who typed no command where one must stand.
struct UnknownCommand {
  private let path: CommandPath
  private let rest: ArraySlice<String>

  /// - Parameter rest: what stands behind the path's name, at least one word.
  init(_ path: CommandPath, _ rest: ArraySlice<String>) {
    (self.path, self.rest) = (path, rest)
  }

  var error: UsageError {
    guard let word = rest.first else { return UsageError(listing) }
    if word.hasPrefix("-") { return option(word) }
    if let meant {
      let line = ShellWord.line([meant.name] + rest.dropFirst())
      return UsageError("there is no command \(word): did you mean `\(line)`?")
    }
    guard let words = path.configuration.words else {
      return UsageError("there is no command \(word): \(listing)")
    }
    let typed = rest.joined(separator: " ")
    return UsageError(
      "there is no command \(ShellWord.quoted(word)): to \(words.purpose), write "
        + "`\(path.name) \(words.command) \(ShellWord.quotedAlways(typed))`")
  }

  /// The nearest command here, or one of this name elsewhere.
  private var meant: CommandPath? {
    guard let word = rest.first else { return nil }
    let here = path.subcommands
    let name = Spelling.nearest(to: word, among: here.map { $0.configuration.name })
    return here.first { $0.configuration.name == name }
      ?? path.root.everyCommand.first { $0.configuration.name == word && !$0.parents.isEmpty }
  }

  private var listing: String {
    let names = path.configuration.subcommands.map { $0.configuration.name }
    return "\(path.name) takes one of \(names.joined(separator: ", "))"
  }

  private func option(_ word: String) -> UsageError {
    let spelling = OptionWord(word).spelling
    let owners = path.root.everyCommand.filter { Declaration($0.type).option(spelling) != nil }
    guard !owners.isEmpty else {
      let known = ["--help", "--version", "--generate-completion-script"]
      let meant = path.parents.isEmpty ? Spelling.nearest(to: spelling, among: known) : nil
      let advice =
        meant.map { "did you mean \($0)?" } ?? "`\(path.name) --help` tells what there is"
      return UsageError("there is no option \(spelling): \(advice)")
    }
    return UsageError(
      "\(spelling) belongs to \(CommandPath.list(owners)): the command comes first")
  }
}
