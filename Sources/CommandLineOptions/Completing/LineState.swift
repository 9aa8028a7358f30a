/// What the words of an unfinished line say of the next one.
struct LineState {
  let declaration: Declaration
  /// The option whose value comes next.
  private(set) var pending: Parameter?
  /// Whether `--` has ended the options.
  private(set) var isEnded = false
  /// The values of the options so far, by name.
  private(set) var values: [String: String] = [:]
  private var given: Set<String> = []
  private var count = 0

  init(_ words: ArraySlice<String>, _ declaration: Declaration) {
    self.declaration = declaration
    words.forEach { read($0) }
  }

  /// The options that may still come.
  var open: [Parameter] {
    declaration.options.filter { $0.isRepeated || !given.contains($0.name) }
  }

  /// The argument whose turn it is.
  var argument: Parameter? {
    let arguments = declaration.arguments
    return count < arguments.count ? arguments[count] : arguments.last { $0.isRepeated }
  }

  private mutating func read(_ word: String) {
    if let option = pending {
      values[option.name] = word
      pending = nil
    } else if word == "--" {
      isEnded = true
    } else if isEnded || word == "-" || !word.hasPrefix("-") {
      count += 1
    } else {
      readOption(word)
    }
  }

  private mutating func readOption(_ text: String) {
    let word = OptionWord(text)
    guard let option = declaration.option(word.spelling) else { return }
    given.insert(option.name)
    if let value = word.value { values[option.name] = value }
    if option.form == .option, word.value == nil { pending = option }
  }
}
