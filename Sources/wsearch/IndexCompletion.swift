internal import CommandLineOptions
internal import IndexDefinition
internal import OperatingSystem
internal import SearchModel

/// What the tab key offers out of the index.
///
/// Errors are silence: a shell must not be disturbed.
enum IndexCompletion {
  /// More than a person looks through.
  private static let mostNames = 100

  /// What can be completed, by the name that the options' declarations use.
  enum Kind: String {
    case person, country, source, language, words
  }

  /// For the completion scripts, of the index that the line names.
  static let candidates: Program.Values = { kind, prefix, options in
    values(
      kind: kind, prefix: prefix, indexPath: path(named: options["index"])
    ).map { Candidate($0.value, note: $0.note) }
  }

  /// The index of a line that no shell has read yet: a `~/` in front is still as typed.
  static func path(named file: String?) -> String {
    guard let file, file.hasPrefix("~/") else { return IndexLocation.path(named: file) }
    return Environment.homeFolder + file.dropFirst()
  }

  /// Values of `kind` that begin with `prefix`, the likeliest first, each with a few words on it.
  static func values(
    kind: String, prefix: String, indexPath: String
  ) -> [(value: String, note: String)] {
    switch Kind(rawValue: kind) {
    case .person: people(prefix, indexPath)
    case .country: countries(prefix, indexPath)
    case .language: languages(prefix)
    case .source: names(.source, prefix, indexPath).map { ($0.name, "") }
    case .words:
      QueryCompletion(typed: prefix).values { kind, prefix in
        values(kind: kind.rawValue, prefix: prefix, indexPath: indexPath)
      }
    case nil: []
    }
  }

  private static func people(_ prefix: String, _ path: String) -> [(value: String, note: String)] {
    names(.person, prefix, path).map { person in
      let note = person.articles.map { $0 == 1 ? "1 article" : "\($0) articles" }
      return (value: person.name, note: note ?? "")
    }
  }

  /// Those of the index, all where there is none; two capitals are a code, else words of the name.
  private static func countries(
    _ prefix: String, _ path: String
  ) -> [(value: String, note: String)] {
    if prefix.count == 2, prefix == prefix.uppercased() {
      let code = CountryNames.code(for: prefix)
      return code.map { [(value: $0, note: CountryNames.label(for: $0))] } ?? []
    }
    let found = names(.country, prefix, path).map { (value: $0.label, note: $0.name) }
    if !found.isEmpty || FileSystem.exists(path) { return found }
    return CountryNames.all.filter { $0.label.hasWord(beginning: prefix) }
      .map { (value: $0.label, note: $0.code) }.sorted { $0.value < $1.value }
  }

  private static func names(
    _ kind: NameBeginning.Kind, _ prefix: String, _ path: String
  ) -> [NameBeginning] {
    let names = try? CallingThread.run {
      let archive = try IndexLocation.archive(named: path, patience: .zero)
      return try await archive.backend().names(
        kind, beginning: prefix, limit: mostNames, within: .milliseconds(30))
    }
    return names ?? []
  }

  private static func languages(_ prefix: String) -> [(value: String, note: String)] {
    let typed = prefix.lowercased()
    return LanguageNames.all.filter { $0.code.hasPrefix(typed) || $0.name.hasPrefix(typed) }
      .map { (value: $0.code, note: $0.name.prefix(1).uppercased() + $0.name.dropFirst()) }
  }
}

extension String {
  /// Whether the text or a word in it begins with `prefix`; capitals do not count.
  fileprivate func hasWord(beginning prefix: String) -> Bool {
    let text = " " + lowercased()
    return text.contains(" " + prefix.lowercased())
  }
}
