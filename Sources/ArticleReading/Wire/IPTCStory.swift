/// A story in IPTC 7901, as dpa and others send it.
///
/// In front of the text `eca062 4 i 211   dpa 061` (service and number, urgency, category, words,
/// source) and a line of keywords; the text begins with notes in capitals, the headline and the byline up
/// to ` =`; behind it stands `131137 GMT Nov 13`: day, time, month, year.
struct IPTCStory {
  private let parts: WireParts

  init(_ parts: WireParts) {
    self.parts = parts
  }

  var draft: ArticleDraft {
    var draft = ArticleDraft()
    let (heads, byline, notes) = heads
    draft[.title] = heads.isEmpty ? keywords : heads.joined(separator: " ")
    draft[.byline] = byline
    draft[.source] = source
    draft[.date] = date
    let (body, notebook) = body
    draft[.body] = body
    var members = [
      "header": JSONText.string(parts.header.first?.onOneLine ?? ""),
      "keywords": keywords.map(JSONText.string) ?? "null",
    ]
    if !notes.isEmpty { members["notes"] = JSONText.array(notes) }
    if !notebook.isEmpty { members["notebook"] = JSONText.string(notebook) }
    draft.extra = JSONText.object(members)
    return draft
  }

  /// The lines up to the first empty one.
  private var heads: (title: [String], byline: String?, notes: [String]) {
    var lines = parts.text.drop(while: \.isEmpty).prefix { !$0.isEmpty }.map(\.onOneLine)
    if let last = lines.last, last.hasSuffix("=") {
      lines[lines.count - 1] = String(last.dropLast().trimmingSuffix { $0 == " " })
    } else {
      // Without the mark the first lines are text already.
      return ([], nil, [])
    }
    var byline: String?
    if let last = lines.last, lines.count > 1, last.hasPrefix("By ") {
      byline = String(last.dropFirst(3))
      lines.removeLast()
    }
    let notes = lines.prefix { line in line == line.uppercased() && line.contains(where: \.isLetter)
    }
    guard notes.count < lines.count else { return (lines, byline, []) }
    return (Array(lines.dropFirst(notes.count)), byline, Array(notes))
  }

  /// Paragraphs, and what stands behind `# Notebook`, which is not for publication.
  private var body: (text: String, notebook: String) {
    let lines = parts.text.drop(while: \.isEmpty)
    let text = heads.title.isEmpty ? lines : lines.drop { !$0.isEmpty }
    var paragraphs: [[String]] = [[]]
    var notebook: [String] = []
    for line in text {
      let plain = line.onOneLine
      if !notebook.isEmpty || Self.beginsNotebook(plain) {
        notebook.append(plain)
      } else if plain.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(plain)
      }
    }
    let joined = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    return (joined.joined(separator: "\n\n"), notebook.joined(separator: "\n"))
  }

  private static func beginsNotebook(_ line: String) -> Bool {
    line.hasPrefix("#") && line.lowercased().contains("notebook")
      || line.filter { $0 != " " } == "****"
  }

  private var keywords: String? {
    let line = parts.header.dropFirst().map(\.onOneLine).first { !$0.isEmpty }
    return line.map { String($0.trimmingSuffix { $0 == "/" }) }
  }

  /// The last word with letters of the first line.
  private var source: String? {
    let words = parts.header.first?.split(separator: " ").dropFirst(4) ?? []
    return words.last { $0.contains(where: \.isLetter) }.map(String.init)
  }

  /// `131137 GMT Nov 13` → `13 Nov 2013 11:37 GMT`.
  private var date: String? {
    let words = parts.trailer.split(separator: " ")
    guard words.count >= 4, words[0].count == 6, words[0].allSatisfy(\.isNumber),
      words[3].allSatisfy(\.isNumber)
    else { return nil }
    let (day, time) = (words[0].prefix(2), words[0].dropFirst(2))
    let year =
      words[3].count == 2 ? ((Int(words[3]) ?? 0) < 50 ? "20" : "19") + words[3] : String(words[3])
    return "\(day) \(words[2]) \(year) \(time.prefix(2)):\(time.suffix(2)) \(words[1])"
  }
}
