/// A command's declaration in the markup of mdoc(7).
struct ManualMarkup {
  private let path: CommandPath
  private let parameters: [Parameter]
  private let date: String

  init(_ path: CommandPath, _ parameters: [Parameter], date: String) {
    (self.path, self.parameters, self.date) = (path, parameters, date)
  }

  var text: String {
    let lines = head + synopsis + description + options + chapters + example + seeAlso
    return lines.joined(separator: "\n") + "\n"
  }

  private var configuration: CommandConfiguration { path.configuration }

  private var head: [String] {
    [
      ".Dd \(date)", ".Dt \(path.pageName.uppercased()) 1", ".Os", ".Sh NAME",
      ".Nm \(path.pageName)", ".Nd \(Self.escaped(description(of: configuration.abstract)))",
    ]
  }

  /// A page's one-line description begins small and ends without a full stop.
  private func description(of abstract: String) -> String {
    abstract.withoutFullStop.withSmallInitial
  }

  private var synopsis: [String] {
    let name = [".Sh SYNOPSIS", ".Nm \(path.name)"]
    guard path.subcommands.isEmpty else { return name + [".Ar command", ".Op Ar option ..."] }
    return name + [".Op Ar option ..."]
      + parameters.filter { $0.form == .option && $0.isRequired }.map {
        ".Fl \(Self.dashed($0)) Ar \(Self.escaped($0.kind.name.lowercased()))"
      }
      + parameters.filter { $0.form == .argument }.map {
        let name = $0.name.lowercased() + ($0.isRepeated ? " ..." : "")
        return $0.isRequired ? ".Ar \(name)" : ".Op Ar \(name)"
      }
  }

  private var description: [String] {
    var lines = [".Sh DESCRIPTION"] + Self.prose(configuration.abstract)
    for block in Wrapping.blocks(configuration.discussion) {
      lines += [".Pp"] + Self.prose(block)
    }
    return lines
  }

  private var options: [String] {
    let commands = path.subcommands.isEmpty ? [] : commandList
    let sections = HelpSection.sections(of: parameters)
    let isGrouped = sections.contains { $0.heading == HelpSection.others }
    let lists = sections.flatMap { section in
      [(isGrouped ? ".Ss " : ".Sh ") + section.heading.uppercased()]
        + list(section.rows.map { (item(of: $0.label), $0.text) })
    }
    return commands + (isGrouped ? [".Sh OPTIONS"] : []) + lists
  }

  private var commandList: [String] {
    [".Sh COMMANDS"]
      + list(
        path.subcommands.map {
          (".It Xr \($0.pageName) 1", $0.configuration.abstract)
        })
  }

  private func list(_ rows: [(item: String, text: String)]) -> [String] {
    [".Bl -tag -width Ds"] + rows.flatMap { [$0.item] + Self.prose($0.text) } + [".El"]
  }

  /// Such as `.It Fl -limit Ar n` or `.It Ar words`.
  private func item(of label: String) -> String {
    guard label.hasPrefix("-") else {
      return ".It Ar "
        + label.lowercased().replacing("…", with: " ...").filter { !"[]".contains($0) }
    }
    if label.contains(",") { return ".It Fl h , Fl -help" }
    let parts = label.split(separator: " ", maxSplits: 1)
    let flag = ".It Fl \(Self.escaped(String(parts[0].dropFirst())))"
    guard parts.count > 1 else { return flag }
    return flag + " Ar " + Self.escaped(parts[1].lowercased().replacing("…", with: " ..."))
  }

  private var chapters: [String] {
    let inherited = path.parents.isEmpty ? [] : path.root.configuration.chapters
    return (configuration.chapters + inherited).flatMap { chapter in
      [".Sh \(chapter.title.uppercased())", ".Bd -literal"]
        + Self.literal(chapter.text) + [".Ed"]
    }
  }

  private var example: [String] {
    if configuration.example.isEmpty { return [] }
    return [".Sh EXAMPLES", ".Bd -literal -offset indent"]
      + Self.literal(configuration.example) + [".Ed"]
  }

  private var seeAlso: [String] {
    let around = path.neighbours
    guard let last = around.last else { return [] }
    return [".Sh SEE ALSO"] + around.dropLast().map { ".Xr \($0.pageName) 1 ," }
      + [".Xr \(last.pageName) 1"]
  }

  private static func dashed(_ option: Parameter) -> String { "-" + escaped(option.name) }
}

extension CommandPath {
  /// The commands above, beside and below this one, by name.
  fileprivate var neighbours: [CommandPath] {
    root.everyCommand.filter {
      let isNear = $0.parents.count <= parents.count || $0.name.hasPrefix(name + " ")
      return isNear && $0.name != name
    }
    .sorted { $0.pageName < $1.pageName }
  }
}
