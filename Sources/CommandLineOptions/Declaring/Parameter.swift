/// One declared option, flag or argument: what is known of it before and after parsing.
struct Parameter: Sendable {
  enum Form: Sendable { case flag, option, argument }

  var form: Form
  /// `limit` for `--limit`, `WORDS` for an argument.
  var name: String
  var help: String
  var kind: ValueKind
  /// `v` where `-v` will do.
  var letter: Character?
  var isRequired = false
  var isRepeated = false
  /// Takes all that follows up to the next option.
  var isGreedy = false
  /// Among the few that `-h` shows.
  var isCommon = false
  /// What holds without it, as typed; told when help is asked for.
  var initial: (@Sendable () -> String)?
  /// The group it is listed under.
  var heading: String?
  /// Keeps a value; false for one that is none.
  var accept: @Sendable (String) -> Bool

  /// As it is typed: `--limit`, or the argument's name.
  var spelling: String { form == .argument ? name : "--" + name }

  /// The help up to the first semicolon or the end of the first sentence, without a full stop.
  var brief: String {
    let end = help.firstRange(of: ";")?.lowerBound ?? help.firstRange(of: ". ")?.lowerBound
    return String(help[..<(end ?? help.endIndex)]).withoutFullStop
  }
}

extension Parameter {
  /// A flag's kind: it takes nothing.
  static let nothing = ValueKind("", takes: "no value", example: "")
}

extension String {
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// As it stands within a sentence; an abbreviation keeps its capitals.
  var withSmallInitial: String {
    let second = dropFirst().first
    return second?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
