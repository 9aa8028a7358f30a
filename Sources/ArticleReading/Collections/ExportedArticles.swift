/// Puts the articles of an export together from its lines.
struct ExportedArticles {
  private(set) var count = 0
  private var current: [String: [Substring]] = [:]
  private var part = ""
  private var isFactiva = false

  /// Whether a line of an article has come that no other has ended.
  var isOpen: Bool { !part.isEmpty }

  /// The article that this line ends, if it does.
  mutating func add(_ line: Substring) -> ArticleDraft? {
    if ExportLine.opensNexis(line) {
      defer { part = "head" }
      return take()
    }
    if let code = ExportLine.code(line), code == "SE" || code == "HD" || isFactiva {
      return addFactiva(code, line)
    }
    if isFactiva {
      // `Document REUT000020260907`: the end.
      if line.hasPrefix("Document ") { return take() }
      current[part, default: []].append(line)
    } else if !part.isEmpty {
      addNexis(line)
    }
    return nil
  }

  mutating func finish() -> ArticleDraft? { take() }

  private mutating func addFactiva(_ code: String, _ line: Substring) -> ArticleDraft? {
    let opens = code == "HD" && (current["HD"] != nil) || code == "SE" && current["HD"] != nil
    let finished = opens ? take() : nil
    (isFactiva, part) = (true, code)
    current[code, default: []].append(
      line.drop { $0 == " " }.dropFirst(code.count).drop { $0 == " " || $0 == "\t" })
    return finished
  }

  private mutating func addNexis(_ line: Substring) {
    guard let (name, value) = ExportLine.field(line.drop { $0 == " " }) else {
      current[part, default: []].append(line)
      return
    }
    current[name, default: []].append(value)
    // Behind the length comes the text, where no line says so; one of these may stand between.
    let isBehindLength = current["length"] != nil
    let opensBody = ["length", "dateline", "byline", "notes"].contains(name)
    part = isBehindLength && opensBody ? "body" : name
  }

  private mutating func take() -> ArticleDraft? {
    defer { (current, part) = ([:], "") }
    guard !current.isEmpty else { return nil }
    let draft = isFactiva ? factiva() : nexis()
    guard draft[.title]?.isEmpty == false || draft[.body]?.isEmpty == false else { return nil }
    count += 1
    return draft
  }

  private func text(_ parts: String...) -> String {
    let lines = parts.flatMap { current[$0] ?? [] }
    return lines.joined(separator: "\n").trimmingLines
  }

  private func oneLine(_ parts: String...) -> String {
    parts.flatMap { current[$0] ?? [] }.joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func factiva() -> ArticleDraft {
    var draft = ArticleDraft()
    draft[.title] = oneLine("HD")
    draft[.byline] = oneLine("BY")
    draft[.date] = oneLine("PD")
    draft[.source] = oneLine("SN")
    draft[.language] = oneLine("LA")
    draft[.id] = oneLine("AN")
    draft[.body] = [text("LP"), text("TD")].filter { !$0.isEmpty }.joined(separator: "\n\n")
    return draft
  }

  /// What stands above the first named line: outlet, date, headline, each alone between empty lines.
  private func nexis() -> ArticleDraft {
    let head = (current["head"] ?? []).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    .filter { !$0.isEmpty && !$0.lowercased().hasPrefix("copyright") }
    let date = head.firstIndex { PublicationDate.parse(Self.day($0)) != nil }
    var draft = ArticleDraft()
    draft[.source] = date.flatMap { $0 > 0 ? head[$0 - 1] : nil } ?? head.first
    draft[.date] = date.map { Self.day(head[$0]) } ?? oneLine("load")
    let named = oneLine("headline")
    draft[.title] =
      named.isEmpty ? date.flatMap { $0 + 1 < head.count ? head[$0 + 1] : nil } : named
    draft[.byline] = oneLine("byline")
    draft[.language] = oneLine("language").prefix { $0 != ";" }.lowercased()
    draft[.url] = oneLine("url")
    draft[.body] = text("body")
    return draft
  }

  /// `September 7, 2026 Monday Final Edition`: its day.
  private static func day(_ line: String) -> String {
    let words = line.split(separator: " ")
    guard let year = words.firstIndex(where: { $0.count == 4 && Int($0) != nil }) else {
      return line
    }
    return words[...year].joined(separator: " ")
  }
}

extension String {
  /// Without empty lines at both ends.
  fileprivate var trimmingLines: String {
    let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      let last = lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
