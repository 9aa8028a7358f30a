/// Says what may stand at the end of a line that is not yet whole.
///
/// Pure, but for what the program itself is asked for.
struct Suggester {
  let program: Program

  /// - Parameters:
  ///   - before: the whole words behind the program's name.
  ///   - current: what is typed of the next.
  func suggestions(after before: [String], current: String) -> Suggestions {
    let (path, rest) = program.root.following(before[...])
    guard path.configuration.subcommands.isEmpty else { return commands(path, rest, current) }
    return parameters(path, LineState(rest, Declaration(path.type)), current)
  }

  private func commands(
    _ path: CommandPath, _ rest: ArraySlice<String>, _ current: String
  ) -> Suggestions {
    if rest.first == "help" {
      return commands(path.following(rest.dropFirst()).path, [], current, withHelp: false)
    }
    if path.parents.isEmpty, rest.last == Program.completionOption {
      return offer(Shell.names.map { Candidate($0) }, current)
    }
    return rest.isEmpty ? commands(path, [], current, withHelp: true) : Suggestions()
  }

  private func commands(
    _ path: CommandPath, _ rest: [String], _ current: String, withHelp: Bool
  ) -> Suggestions {
    if path.parents.isEmpty, withHelp, OptionWord(current).spelling == Program.completionOption,
      current.contains("=")
    {
      return offer(Shell.names.map { Candidate(Program.completionOption + "=" + $0) }, current)
    }
    if current.hasPrefix("-"), withHelp {
      return offer(options(path.parents.isEmpty ? program.ownOptions : []), current)
    }
    let commands = path.subcommands.map {
      Candidate($0.configuration.name, note: $0.configuration.abstract.withoutFullStop)
    }
    let help = withHelp ? [Candidate("help", note: "Tells more of a command")] : []
    return offer(commands + help, current)
  }

  private func parameters(
    _ path: CommandPath, _ state: LineState, _ current: String
  ) -> Suggestions {
    if let option = state.pending { return values(option, current, state) }
    if !state.isEnded, current.hasPrefix("-") {
      if let attached = attached(current, state) { return attached }
      return offer(options(state.open), current)
    }
    let argument = state.argument.map { values($0, current, state) } ?? Suggestions()
    let isEmpty = argument.candidates.isEmpty && !argument.areFiles
    return isEmpty && current.isEmpty && !state.isEnded
      ? offer(options(state.open), current) : argument
  }

  /// `--sort=new`: the candidates carry the option in front.
  private func attached(_ current: String, _ state: LineState) -> Suggestions? {
    let word = OptionWord(current)
    guard let value = word.value, let option = state.declaration.option(word.spelling) else {
      return nil
    }
    var suggestions = values(option, value, state)
    for at in suggestions.candidates.indices {
      suggestions.candidates[at].value = word.spelling + "=" + suggestions.candidates[at].value
    }
    return suggestions
  }

  private func values(
    _ parameter: Parameter, _ current: String, _ state: LineState
  ) -> Suggestions {
    switch parameter.kind.completion {
    case .nothing: Suggestions()
    case .files: .files
    case .choices(let choices): offer(choices.map { Candidate($0) }, current)
    case .list(let choices): list(choices, current)
    case .values(let kind):
      Suggestions(candidates: program.values(kind, current, state.values).compactMap(\.printable))
    }
  }

  /// Only the word behind the last comma is open, and none is offered twice.
  private func list(_ choices: [String], _ current: String) -> Suggestions {
    let given = current.split(separator: ",", omittingEmptySubsequences: false).dropLast()
    let head = given.map { $0 + "," }.joined()
    let left = choices.filter { !given.contains(Substring($0)) }
    return offer(left.map { Candidate(head + $0) }, current)
  }

  private func options(_ options: [Parameter]) -> [Candidate] {
    options.map { Candidate($0.spelling, note: $0.brief) }
      + [Candidate("--help", note: "All there is to say")]
  }

  private func offer(_ candidates: [Candidate], _ current: String) -> Suggestions {
    let typed = current.lowercased()
    return Suggestions(candidates: candidates.filter { $0.value.lowercased().hasPrefix(typed) })
  }
}
