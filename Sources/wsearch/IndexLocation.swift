internal import CommandLineOptions
internal import OperatingSystem
internal import SearchIndex
internal import SearchModel

/// Which archive a command works on.
struct IndexLocation: OptionGroup {
  @Option(
    "index",
    "The index file; else $WSEARCH_INDEX, else $XDG_DATA_HOME/wsearch/index.db, else "
      + "~/.local/share/wsearch/index.db.", takes: .file("news.db"), isCommon: true)
  var file: String?

  /// As named, or as it is where no one names one.
  var path: String { Self.path(named: file) }

  /// - Throws: ``UsageError`` for a place that can hold none.
  func archive(
    _ readers: EmbeddedArchive.Readers = .oneOnCores(1), sharing: IndexSharing = .owner
  ) throws -> any Archive {
    try Self.archive(named: path, readers, sharing: sharing)
  }

  /// The path, for what only a file can be asked for.
  ///
  /// - Throws: ``UsageError`` for a place that can hold none.
  func filePath() throws -> String {
    try Self.checkIsFile(path)
    EndSignals.reading(path)
    return path
  }

  /// - Parameter file: what `--index` names.
  static func path(named file: String?) -> String {
    if let file { return file }
    if let named = Environment["WSEARCH_INDEX"], !named.isEmpty { return named }
    let data = Environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (data ?? Environment.homeFolder + "/.local/share") + "/wsearch/index.db"
  }

  /// The one place that decides what kind of archive a name stands for.
  ///
  /// - Parameter patience: how long a reader waits for a lock.
  static func archive(
    named path: String, _ readers: EmbeddedArchive.Readers = .oneOnCores(1),
    patience: Duration = .seconds(5), sharing: IndexSharing = .owner
  ) throws -> any Archive {
    try checkIsFile(path)
    EndSignals.reading(path)
    return EmbeddedArchive(
      path: path, readers: readers, patience: patience, sharing: sharing,
      threads: CallingThread.current ?? ThreadExecutor(limit: Environment.coreCount))
  }

  /// - Parameter option: What names the path.
  /// - Throws: ``UsageError`` for an address.
  static func checkIsFile(_ path: String, of option: String = "--index") throws {
    if IndexFile.isAddress(path) {
      throw UsageError("\(option) takes a file, not the address \(path)")
    }
  }
}

/// How a command's answer is printed.
struct OutputOptions: OptionGroup {
  @Flag("json", "Prints JSON.", isCommon: true)
  var json

  @Option("color", "When to colour; NO_COLOR is heeded.")
  var color: ColorMode = .auto
}
