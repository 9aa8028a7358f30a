/// What an option or argument takes, in words: help, errors, completions and man pages tell it.
package struct ValueKind: Sendable {
  /// What stands for the value in help: `DATE`.
  package var name: String
  /// What an error says the option takes: `a date such as 2025, 2025-09 or 2025-09-07`.
  package var takes: String
  /// A value to show where one is missing, as a shell takes it.
  package var example: String
  /// All there is to choose from, in the order to show them; empty where there is more.
  package var choices: [String]
  /// What a shell offers for it.
  package var completion: Completion
  /// Whether a text is one, where the type alone does not say so.
  package var accepts: @Sendable (String) -> Bool
  /// What to say in place of ``takes`` where a wrong text shows what was meant.
  package var correction: @Sendable (String) -> String?

  package init(
    _ name: String, takes: String, example: String, choices: [String] = [],
    completion: Completion? = nil,
    accepts: @escaping @Sendable (String) -> Bool = { _ in true },
    correction: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.name = name
    self.takes = takes
    self.example = example
    self.choices = choices
    self.completion = completion ?? (choices.isEmpty ? .nothing : .choices(choices))
    self.accepts = accepts
    self.correction = correction
  }
}

/// What a shell offers for a value.
package enum Completion: Sendable, Equatable {
  case nothing
  /// The shell's own completion of paths.
  case files
  /// Always the same words.
  case choices([String])
  /// The same, several of them with commas between.
  case list([String])
  /// What the program itself knows under this name: ``Program`` asks it.
  case values(String)
}

extension ValueKind {
  /// A text of any form.
  package static let text = ValueKind("TEXT", takes: "a text", example: "TEXT")

  /// A path.
  package static func file(_ example: String) -> ValueKind {
    ValueKind("FILE", takes: "a file", example: example, completion: .files)
  }

  /// A path of a folder.
  package static func folder(_ example: String) -> ValueKind {
    ValueKind("FOLDER", takes: "a folder", example: example, completion: .files)
  }

  /// One of a few words.
  ///
  /// - Parameter takes: what errors say, where "a, b or c" would not do.
  package static func choice(_ choices: [String], takes: String? = nil) -> ValueKind {
    ValueKind(
      choices.joined(separator: "|"), takes: takes ?? choices.alternatives,
      example: choices.last ?? "", choices: choices, accepts: choices.contains)
  }

  /// A whole number, not below `lowest`.
  package static func number(from lowest: Int, example: String? = nil) -> ValueKind {
    ValueKind(
      "N", takes: "a number from \(lowest)", example: example ?? "\(max(lowest, 3))",
      accepts: { (Int($0) ?? .min) >= lowest })
  }
}

extension [String] {
  /// The words as a sentence has them: `a, b or c`.
  package var alternatives: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
