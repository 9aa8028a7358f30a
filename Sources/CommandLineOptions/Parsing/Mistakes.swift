/// What a person reads who got a command's options or arguments wrong: one line that says what
/// to type instead.
struct Mistakes {
  private let path: CommandPath
  private let declaration: Declaration

  init(_ path: CommandPath, _ declaration: Declaration) {
    (self.path, self.declaration) = (path, declaration)
  }

  func wrongValue(_ parameter: Parameter, _ text: String) -> UsageError {
    let kind = parameter.kind
    if let correction = kind.correction(text) {
      return UsageError("\(parameter.spelling) takes \(correction)")
    }
    return UsageError("\(parameter.spelling) takes \(kind.takes), not \(Self.shown(text))")
  }

  func missingValue(_ option: Parameter, before next: String?) -> UsageError {
    let place = next.map { " before \($0)" } ?? ""
    return UsageError(
      "\(option.spelling) needs a value\(place): \(option.kind.takes), as in "
        + "\(option.spelling) \(option.kind.example)")
  }

  func valueOfFlag(_ flag: Parameter, _ value: String) -> UsageError {
    UsageError("\(flag.spelling) takes no value: write it without =\(value)")
  }

  func missing(_ parameter: Parameter) -> UsageError {
    let what = parameter.brief.withSmallInitial
    return UsageError("\(path.words) needs \(parameter.spelling) (\(what))\(asInExample)")
  }

  func unexpected(_ word: String) -> UsageError {
    let names = declaration.arguments.map(\.name)
    let takes = names.isEmpty ? "no arguments" : "only " + names.joined(separator: " ")
    return UsageError("unexpected \(Self.shown(word)): \(path.words) takes \(takes)\(asInExample)")
  }

  func unknownOption(_ spelling: String) -> UsageError {
    if !spelling.hasPrefix("--") { return shortOption(spelling) }
    if let owners = owners(of: spelling) {
      return UsageError("\(spelling) belongs to \(owners), not to `\(path.name)`")
    }
    let names = declaration.options.map(\.spelling) + ["--help"]
    if let meant = Spelling.nearest(to: spelling, among: names) {
      return UsageError("there is no option \(spelling): did you mean \(meant)?")
    }
    return UsageError("there is no option \(spelling): `\(path.name) --help` lists those there are")
  }

  /// One dash begins no option, but it can begin a word.
  private func shortOption(_ spelling: String) -> UsageError {
    let long = "-" + spelling
    let meant = Spelling.nearest(to: long, among: declaration.options.map(\.spelling))
    var advice = meant.map { ["write \($0)"] } ?? []
    if let argument = declaration.arguments.last, argument.kind.accepts(spelling) {
      let place = argument.isRepeated && argument.name.hasSuffix("S") ? "one of the " : "the "
      advice.append(
        "if it is \(place)\(argument.name.lowercased()), write `\(path.name) -- "
          + "\(ShellWord.quoted(spelling))`")
    }
    if advice.isEmpty { advice = ["`\(path.name) --help` lists those there are"] }
    return UsageError("there is no option \(spelling): \(advice.joined(separator: "; "))")
  }

  /// The other commands that have an option.
  private func owners(of spelling: String) -> String? {
    let owners = path.root.everyCommand.filter {
      $0.name != path.name && Declaration($0.type).option(spelling) != nil
    }
    return owners.isEmpty ? nil : CommandPath.list(owners)
  }

  /// A text as an error repeats it: not all of a long one.
  static func shown(_ text: String) -> String {
    if text.isEmpty { return "an empty text" }
    return "'" + String(text.prefix(60)) + (text.count > 60 ? "…" : "") + "'"
  }

  private var asInExample: String {
    let example = path.configuration.example
    return example.isEmpty ? "" : ", as in `\(example)`"
  }
}

extension CommandPath {
  /// Commands as a sentence has them, at most three.
  static func list(_ paths: [CommandPath]) -> String {
    let names = paths.map { "`\($0.name)`" }
    if names.count > 3 { return names.prefix(3).joined(separator: ", ") + " and others" }
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
