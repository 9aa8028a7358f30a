/// What every program of commands can do by itself.
extension Program {
  static let completionOption = "--generate-completion-script"

  /// Nobody types these: completion scripts and `make man` do.
  static let completeWord = "---complete"
  static let manualWord = "---manual"

  /// The program's own options as help lists them.
  var ownOptions: [Parameter] {
    let version = Parameter(
      form: .flag, name: "version", help: "The version of the program and of what it is made of.",
      kind: Parameter.nothing, accept: { _ in true })
    let completion = Parameter(
      form: .option, name: String(Self.completionOption.dropFirst(2)),
      help: "Prints what makes the tab key complete commands, options and values.",
      kind: Self.shell, accept: { _ in true })
    return self.version == nil ? [completion] : [version, completion]
  }

  private static let shell = ValueKind(
    "SHELL", takes: Shell.names.alternatives, example: "bash", choices: Shell.names)

  /// What stands where a command would.
  func ownRequest(_ arguments: [String]) throws -> Request? {
    switch arguments.first.map({ OptionWord($0).spelling }) {
    case "--version":
      guard let version else { return nil }
      return .print(version() + "\n")
    case Self.completionOption: return .print(try completionScript(arguments))
    default: return nil
    }
  }

  /// What scripts ask, whatever stands behind it.
  func innerRequest(_ arguments: [String]) throws -> Request? {
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case Self.completeWord: return .print(answer(to: rest))
    case Self.manualWord:
      guard let folder = rest.first else { throw UsageError("\(Self.manualWord) needs a folder") }
      return .write(manual, folder: folder)
    default: return nil
    }
  }

  private func completionScript(_ arguments: [String]) throws -> String {
    let takes = "\(Self.completionOption) takes \(Shell.names.alternatives)"
    guard let name = OptionWord(arguments[0]).value ?? arguments.dropFirst().first else {
      throw UsageError("\(takes), as in \(Self.completionOption) bash")
    }
    guard let shell = Shell(rawValue: name) else {
      throw UsageError("\(takes), not \(Mistakes.shown(name))")
    }
    return CompletionScript(program: root.name).text(for: shell)
  }
}
