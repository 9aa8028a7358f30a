/// A command's help as text, made from its declaration.
struct HelpPage {
  private let path: CommandPath
  private let parameters: [Parameter]
  private let width: Int

  /// - Parameter width: columns.
  init(_ path: CommandPath, _ parameters: [Parameter], width: Int) {
    (self.path, self.parameters, self.width) = (path, parameters, width)
  }

  /// All there is to say: `--help`.
  var full: String {
    var blocks = [opening(separated: true)]
    blocks += sections.map { ([$0.heading.uppercased()] + lines(of: $0.rows)).joined("\n") }
    if !commands.isEmpty { blocks.insert(closing, at: 2) }
    blocks += configuration.chapters.map { $0.title.uppercased() + "\n" + $0.text }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The options most used, on one screen: `-h`.
  var brief: String {
    let rows = commands.isEmpty ? common : HelpSection(commands: commands).rows
    let blocks = [opening(separated: false), lines(of: rows).joined("\n"), closing]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var configuration: CommandConfiguration { path.configuration }
  private var commands: [CommandPath] { path.subcommands }

  private var sections: [HelpSection] {
    let options = HelpSection.sections(of: parameters)
    return commands.isEmpty ? options : [HelpSection(commands: commands)] + options
  }

  /// What `-h` shows: all of a small command, else what is declared as common.
  private var common: [HelpSection.Row] {
    let shown = parameters.count > 15 ? parameters.filter(\.isCommon) : parameters
    let ordered = shown.filter { $0.form == .argument } + shown.filter { $0.form != .argument }
    return ordered.map { (label: $0.label, text: $0.brief) }
  }

  private var closing: String {
    commands.isEmpty
      ? "`\(path.name) --help` tells all there is to say."
      : "`\(path.root.name) help\(path.helpWords) COMMAND` tells more of each."
  }

  private func opening(separated: Bool) -> String {
    var blocks = [["Usage: " + path.synopsis(parameters)]]
    blocks.append(Wrapping.lines(configuration.abstract, width: width))
    if separated { blocks += Wrapping.paragraphs(configuration.discussion, width: width) }
    if !configuration.example.isEmpty { blocks.append(["Example: " + configuration.example]) }
    return blocks.map { $0.joined("\n") }.joined(separator: separated ? "\n\n" : "\n")
  }

  /// Labels on the left, what they mean beside them, or below a label that is too long.
  private func lines(of rows: [HelpSection.Row]) -> [String] {
    let column = labelColumn
    var lines: [String] = []
    for row in rows {
      var label = "  " + row.label
      if label.count + 2 > column {
        lines.append(label)
        label = ""
      }
      for text in Wrapping.lines(row.text, width: width - column) {
        lines.append(label.padded(to: column) + text)
        label = ""
      }
    }
    return lines
  }

  /// Wide enough for most labels.
  private var labelColumn: Int {
    let labels = parameters.map(\.label) + commands.map { $0.configuration.name } + ["-h, --help"]
    return (labels.map { $0.count }.filter { $0 <= 22 }.max() ?? 0) + 4
  }
}

extension CommandPath {
  /// What stands between `help` and a command's own name: ` person`.
  fileprivate var helpWords: String {
    parents.isEmpty ? "" : " " + configuration.name
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}

extension [String] {
  fileprivate func joined(_ separator: String) -> String { joined(separator: separator) }
}
