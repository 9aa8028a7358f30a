extension Parameter {
  /// As help lists it: `--limit N`, `[WORDS…]`, `ID`.
  var label: String {
    switch form {
    case .flag: spelling
    case .option: "\(spelling) \(kind.name)" + (isGreedy ? "…" : "")
    case .argument: isRequired ? place : "[\(place)]"
    }
  }

  /// The help with what holds when the option is not given.
  var fullHelp: String {
    guard let initial = initial?(), !["", "0"].contains(initial) else { return help }
    return "\(help) Default: \(initial)."
  }

  private var place: String { name + (isRepeated ? "…" : "") }
}

extension CommandPath {
  /// The form of a line: `wsearch query [OPTION…] [WORDS…]`.
  func synopsis(_ parameters: [Parameter]) -> String {
    if !configuration.subcommands.isEmpty { return "\(name) COMMAND …" }
    let options = parameters.filter { $0.form == .option }
    let required = options.filter(\.isRequired).map(\.label)
    let arguments = parameters.filter { $0.form == .argument }.map(\.label)
    return ([name, "[OPTION…]"] + required + arguments).joined(separator: " ")
  }
}
