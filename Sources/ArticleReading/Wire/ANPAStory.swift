/// A story in ANPA 1312, as the Associated Press and others send it.
///
/// In front of the text lines begin with `^` and end with `<` or `=`: the slug, the headline, notes,
/// the byline. Paragraphs begin with a tab; behind the text stand `AP-WF-11-13-13 1509GMT`.
struct ANPAStory {
  private let parts: WireParts

  init(_ parts: WireParts) {
    self.parts = parts
  }

  var draft: ArticleDraft {
    var draft = ArticleDraft()
    var heads = heads
    let slug = heads.isEmpty ? nil : heads.removeFirst()
    let byline = heads.first { $0.hasPrefix("By ") }
    let affiliation = byline.flatMap { heads.firstIndex(of: $0) }.flatMap {
      heads[($0 + 1)...].first
    }
    let notes = heads.filter { Self.isNote($0) }
    let lines = heads.filter { !Self.isNote($0) && $0 != byline && $0 != affiliation }
    draft[.title] = lines.first ?? slug.map(Self.withoutCount)
    draft[.byline] = byline.map { String($0.dropFirst(3)) }
    draft[.body] = body
    draft[.date] = date
    draft[.source] = parts.trailer.contains("AP-") ? "AP" : nil
    draft.extra = Self.extra(
      slug: slug.map(Self.withoutCount), summary: Array(lines.dropFirst()), notes: notes,
      header: parts.header.map(\.onOneLine).filter { !$0.isEmpty })
    return draft
  }

  /// Lines that begin with `^`, in front of the text, without their marks.
  private var heads: [String] {
    parts.text.prefix { $0.hasPrefix("^") || $0.isEmpty }.filter { !$0.isEmpty }.map(Self.bare)
  }

  private static func bare(_ line: String) -> String {
    var line = line.drop { $0 == "^" }
    while let last = line.last, "<= ".contains(last) { line.removeLast() }
    return typeset(String(line).onOneLine)
  }

  /// `BC-LT--Argentina-Cancer Beauty,466` counts its words.
  private static func withoutCount(_ slug: String) -> String {
    let parts = slug.split(separator: ",", omittingEmptySubsequences: false)
    let isCounted = parts.count > 1 && (parts.last ?? "").allSatisfy { $0.isNumber || $0 == " " }
    return (isCounted ? parts.dropLast() : parts[...]).joined(separator: ",")
  }

  /// What editors tell each other.
  private static func isNote(_ line: String) -> Bool {
    [
      "AP Photo", "Eds:", "Ed:", "AP Video", "AP Graphic", "With ", "For use", "Photo", "APTN",
      "HFR", "Moving on",
    ]
    .contains { line.hasPrefix($0) }
  }

  /// Paragraphs: a tab begins one, an empty line ends it; short lines that end with `<` are a table's rows.
  private var body: String {
    var paragraphs: [String] = []
    var (isOpen, isRow) = (false, false)
    for line in parts.text.drop(while: { $0.hasPrefix("^") || $0.isEmpty }) {
      if line == "^END<" || line.hasPrefix("^") && line.hasSuffix("<") && line.count < 8 {
        continue
      }
      let text = Self.bareText(line)
      let wasRow = isRow
      isRow = line.hasSuffix("<") && text.utf8.count <= Self.rowLength && !text.isEmpty
      if text.isEmpty {
        isOpen = false
      } else if isOpen, wasRow && isRow || !line.hasPrefix("\t") {
        paragraphs[paragraphs.count - 1] += (wasRow && isRow ? "\n" : " ") + text
      } else {
        paragraphs.append(text)
        isOpen = true
      }
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// Bytes: a longer line is a paragraph.
  private static let rowLength = 80

  private static func bareText(_ line: String) -> String {
    var line = line.onOneLine.drop { $0 == "^" }
    while line.last == "<" { line.removeLast() }
    return typeset(String(line).onOneLine)
  }

  /// Two grave accents and two apostrophes are quotation marks, an underline between blanks a dash.
  private static func typeset(_ text: String) -> String {
    text.replacing("``", with: "“").replacing("''", with: "”").replacing(" _ ", with: " — ")
  }

  /// `AP-WF-11-13-13 1509GMT`: month, day, year, time.
  private var date: String? {
    let words = parts.trailer.split { $0 == " " || $0 == "<" }
    guard let mark = words.firstIndex(where: { $0.split(separator: "-").count >= 4 }) else {
      return nil
    }
    let numbers = words[mark].split(separator: "-").suffix(3)
    guard numbers.count == 3, numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      let year = numbers.last
    else { return nil }
    let century = year.count == 2 ? ((Int(year) ?? 0) < 50 ? "20" : "19") : ""
    let day = numbers.dropLast().joined(separator: "-")
    let time = words[(mark + 1)...].first.map { " " + $0 } ?? ""
    return "\(century)\(year)-\(day)\(time)"
  }

  private static func extra(
    slug: String?, summary: [String], notes: [String], header: [String]
  ) -> String? {
    var members: [String: String] = [:]
    if let slug { members["slug"] = JSONText.string(slug) }
    if !summary.isEmpty { members["summary"] = JSONText.string(summary.joined(separator: " ")) }
    if !notes.isEmpty { members["notes"] = JSONText.array(notes) }
    if !header.isEmpty { members["header"] = JSONText.array(header) }
    return members.isEmpty ? nil : JSONText.object(members)
  }
}
