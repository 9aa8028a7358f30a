internal import IndexDefinition
internal import SearchModel

/// A hit for a terminal: title, excerpts, what is tagged, where it lies.
struct HitText {
  private static let indent = "   "
  /// Lines are readable up to here, whatever the terminal's width.
  private static let mostWidth = 120

  private let hit: Hit
  /// Hits of the same page that are near-copies of it.
  private let folded: [Hit]
  private let number: Int
  private let style: Style
  private let width: Int
  private var room: Int { min(width, Self.mostWidth) - Self.indent.count }

  /// - Parameter number: from 1.
  init(_ hit: Hit, folded: [Hit] = [], number: Int, _ style: Style, _ width: Int) {
    self.hit = hit
    self.folded = folded
    self.number = number
    self.style = style
    self.width = width
  }

  var lines: [String] {
    let excerpts = hit.passages.isEmpty ? [hit.snippet] : hit.passages
    let body = excerpts.flatMap { SnippetLines($0, style: style, width: room).lines }
    return [head] + (body + missing + tags + place + others + sum).map { Self.indent + $0 }
  }

  private var head: String {
    let number = "\(number). "
    let left = max(20, width - number.count)
    // The title may have two thirds of the line, more where date and source leave it.
    let origin = [hit.date?.description, hit.source].compactMap { $0 }.joined(separator: " · ")
    let title = hit.title.isEmpty ? hit.id : hit.title
    let shown = DisplayWidth.cut(origin, to: max(left / 3, left - DisplayWidth.of(title) - 2))
    let rest = shown.isEmpty ? left : left - DisplayWidth.of(shown) - 2
    return style(.faint, number) + style(.strong, DisplayWidth.cut(title, to: rest))
      + (shown.isEmpty ? "" : "  " + style(.date, shown))
  }

  private var missing: [String] {
    guard !hit.missing.isEmpty else { return [] }
    let words = hit.missing.map { "“\($0)”" }.joined(separator: ", ")
    return [style(.faint, DisplayWidth.cut("without \(words)", to: room))]
  }

  private var tags: [String] {
    var line = WrappedLine()
    for name in hit.people.prefix(4) {
      line.add(DisplayWidth.cut(name, to: room - 1), .person, after: ", ")
    }
    for (place, code) in hit.countries.prefix(6).enumerated() {
      line.add(code, .country, after: place == 0 ? " · " : " ")
    }
    return line.lines(width: room, style)
  }

  /// The id, which is never cut, and the address or the file.
  private var place: [String] {
    var line = WrappedLine()
    line.add("id \(hit.id)", .faint, after: "")
    if let url = hit.url {
      line.add(DisplayWidth.cut(url, to: room), .faint, after: " · ")
    } else if hit.path != hit.id {
      line.add(DisplayWidth.cutFront(hit.lies, to: room), .faint, after: " · ")
    }
    return line.lines(width: room, style)
  }

  /// Outlets that have it too, and near-copies that are not shown.
  private var others: [String] {
    let sources = Set(hit.duplicatePlaces.map(\.source) + folded.map(\.source)).subtracting([
      hit.source, nil,
    ])
    let outlets = Self.counted(sources.count, "outlet").map { "also in \($0)" }
    let copies = Self.counted(folded.count, "near-copy", "near-copies").map { "and \($0)" }
    let words = [outlets, copies].compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? [] : [style(.faint, DisplayWidth.cut(words, to: room))]
  }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String? {
    count == 0 ? nil : count == 1 ? "1 \(one)" : "\(grouped(count)) \(many ?? one + "s")"
  }

  private var sum: [String] {
    guard !hit.explanation.isEmpty else { return [] }
    let rounded = { (value: Double) in "\((value * 1000).rounded() / 1000)" }
    var line = WrappedLine()
    line.add("score \(rounded(hit.score)) =", .faint, after: "")
    for (place, part) in hit.explanation.enumerated() {
      let name = part.kind == .word ? "“\(part.name)”" : part.name
      line.add(
        DisplayWidth.cut("\(place == 0 ? "" : "+ ")\(rounded(part.value)) \(name)", to: room),
        .faint, after: " ")
    }
    return line.lines(width: room, style)
  }
}
