/// A heading of help with the arguments and options under it.
struct HelpSection {
  typealias Row = (label: String, text: String)

  /// The heading of a command's own options beside its groups.
  static let others = "Other options"

  var heading: String
  var rows: [Row]

  /// Arguments without a group come first, options without one last, groups between in their order.
  static func sections(of parameters: [Parameter]) -> [HelpSection] {
    let bare = parameters.filter { $0.heading == nil }
    var headings: [String] = []
    for case let heading? in parameters.map(\.heading) where !headings.contains(heading) {
      headings.append(heading)
    }
    let groups = headings.map { heading in
      HelpSection(heading, parameters.filter { $0.heading == heading })
    }
    var options = HelpSection("Options", bare.filter { $0.form != .argument })
    if !groups.isEmpty { options.heading = others }
    options.rows.append(
      (label: "-h, --help", text: "-h in short, --help in full."))
    let arguments = HelpSection("Arguments", bare.filter { $0.form == .argument })
    return ([arguments] + groups + [options]).filter { !$0.rows.isEmpty }
  }

  /// The commands of a command.
  init(commands: [CommandPath]) {
    heading = "Commands"
    rows = commands.map { (label: $0.configuration.name, text: $0.configuration.abstract) }
  }

  init(_ heading: String, _ parameters: [Parameter]) {
    self.heading = heading
    rows = parameters.map { (label: $0.label, text: $0.fullHelp) }
  }
}
