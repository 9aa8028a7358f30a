internal import ArgumentParser
internal import Foundation

/// Which index file a command works on.
struct IndexLocation: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The index file; else $WSEARCH_INDEX, else $XDG_DATA_HOME/wsearch/index.db, else "
        + "~/.local/share/wsearch/index.db.", valueName: "file"),
    completion: .file())
  var file: String?

  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let file { return file }
    if let named = environment["WSEARCH_INDEX"], !named.isEmpty { return named }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (data ?? NSHomeDirectory() + "/.local/share") + "/wsearch/index.db"
  }
}

/// How a command's answer is printed.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Prints JSON.")
  var json = false

  @Option(help: "When to colour: auto, always, never. NO_COLOR is heeded.")
  var color: ColorMode = .auto
}

extension ColorMode: ExpressibleByArgument {}
