internal import CommandLineOptions
internal import OperatingSystem

/// Which index file a command works on.
struct IndexLocation: OptionGroup {
  @Option(
    "index",
    "The index file; else $WSEARCH_INDEX, else $XDG_DATA_HOME/wsearch/index.db, else "
      + "~/.local/share/wsearch/index.db.", takes: .file("news.db"), isCommon: true)
  var file: String?

  var path: String { Self.path(named: file) }

  /// - Parameter file: what `--index` names.
  static func path(named file: String?) -> String {
    if let file { return file }
    if let named = Environment["WSEARCH_INDEX"], !named.isEmpty { return named }
    let data = Environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (data ?? Environment.homeFolder + "/.local/share") + "/wsearch/index.db"
  }
}

/// How a command's answer is printed.
struct OutputOptions: OptionGroup {
  @Flag("json", "Prints JSON.", isCommon: true)
  var json

  @Option("color", "When to colour; NO_COLOR is heeded.")
  var color: ColorMode = .auto
}
