/// What a person reads who typed no command where one must stand.
struct UnknownCommand {
  private let path: CommandPath
  private let rest: ArraySlice<String>
  private let asksHelp: Bool

  /// - Parameters:
  ///   - rest: what stands behind the path's name, at least one word.
  ///   - asksHelp: whether the line asked for the command's help.
  init(_ path: CommandPath, _ rest: ArraySlice<String>, asksHelp: Bool = false) {
    (self.path, self.rest, self.asksHelp) = (path, rest, asksHelp)
  }

  var error: UsageError {
    guard let word = rest.first else { return UsageError(listing) }
    if word.hasPrefix("-") { return option(word) }
    let advice = meantLine.map { "did you mean `\($0)`?" } ?? wordsLine ?? listing
    return UsageError("there is no command \(ShellWord.quoted(word)): \(advice)")
  }

  private var meantLine: String? {
    meant.map { meant in
      if asksHelp { return "\(path.root.name) help \(meant.words)" }
      return ShellWord.line([meant.name] + rest.dropFirst())
    }
  }

  private var wordsLine: String? {
    guard let words = path.configuration.words, !asksHelp else { return nil }
    let line = ShellWord.quotedAlways(rest.joined(separator: " "))
    return "to \(words.purpose), write `\(path.name) \(words.command) \(line)`"
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
