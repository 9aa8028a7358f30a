internal import OperatingSystem

/// Reads what stands behind a command's name into the command's properties.
///
/// Options and arguments stand in any order; `--` ends the options; `-` is an argument. What
/// follows an option is its value unless it looks like a long option: `--limit -1` gives -1.
struct ArgumentReader {
  private let declaration: Declaration
  private let mistakes: Mistakes
  private var arguments: [String] = []
  private var given: [String] = []

  init(_ declaration: Declaration, of path: CommandPath) {
    self.declaration = declaration
    mistakes = Mistakes(path, declaration)
  }

  /// - Throws: ``UsageError`` for the first mistake from the left, then for what is missing.
  mutating func read(_ words: ArraySlice<String>) throws {
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        break
      }
      if word == "-" || !word.hasPrefix("-") {
        arguments.append(word)
      } else {
        try readOption(word, &rest)
      }
    }
    try placeArguments()
    let missing = declaration.options.first { $0.isRequired && !given.contains($0.name) }
    if let missing { throw mistakes.missing(missing) }
    try declaration.validate()
  }

  private mutating func readOption(_ text: String, _ rest: inout ArraySlice<String>) throws {
    let word = OptionWord(text)
    guard let option = declaration.option(word.spelling) else {
      throw mistakes.unknownOption(word.spelling)
    }
    given.append(option.name)
    if option.form == .flag {
      if let value = word.value { throw mistakes.valueOfFlag(option, value) }
      _ = option.accept("")
    } else if let value = word.value {
      try keep(value, option)
    } else {
      try readValues(option, &rest)
    }
  }

  private func readValues(_ option: Parameter, _ rest: inout ArraySlice<String>) throws {
    // What no option takes as its value: `--`, and whatever looks like a long option.
    guard let first = rest.first, !first.hasPrefix("--") else {
      throw mistakes.missingValue(option, before: rest.first)
    }
    repeat {
      try keep(rest.removeFirst(), option)
    } while option.isGreedy && rest.first.map { !$0.hasPrefix("-") } == true
  }

  private func keep(_ text: String, _ parameter: Parameter) throws {
    // Paths alone may be of any bytes.
    let value = parameter.kind.completion == .files ? text : text.repaired
    if !parameter.accept(value) { throw mistakes.wrongValue(parameter, value) }
  }

  /// Gives each argument its word, and the last one all that are left where it takes several.
  private func placeArguments() throws {
    var words = arguments[...]
    for argument in declaration.arguments {
      if words.isEmpty, argument.isRequired { throw mistakes.missing(argument) }
      repeat {
        guard let word = words.popFirst() else { break }
        try keep(word, argument)
      } while argument.isRepeated
    }
    if let extra = words.first { throw mistakes.unexpected(extra) }
  }
}

extension Declaration {
  /// The option that is spelled so: `--limit`, or `-v` where a letter will do.
  func option(_ spelling: String) -> Parameter? {
    if spelling.count == 2, spelling.first == "-", let letter = spelling.last, letter != "-" {
      return parameters.first { $0.letter == letter }
    }
    guard spelling.hasPrefix("--") else { return nil }
    let name = spelling.dropFirst(2)
    return parameters.first { $0.form != .argument && $0.name == name }
  }
}
