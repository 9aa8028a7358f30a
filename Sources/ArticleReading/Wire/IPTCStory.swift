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
    let all = moreHeader + notes
    if !all.isEmpty { members["notes"] = JSONText.array(all) }
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
    if let last = lines.last, lines.count > 1, let names = Self.names(last) {
      byline = names
      lines.removeLast()
    }
    let notes = lines.prefix { line in line == line.uppercased() && line.contains(where: \.isLetter)
    }
    guard notes.count < lines.count else { return (lines, byline, []) }
    return (Array(lines.dropFirst(notes.count)), byline, Array(notes))
  }

  /// Of `By dpa correspondents`, `Von Ada Day, dpa`; nil for a headline that begins so.
  private static func names(_ line: String) -> String? {
    if line.hasPrefix("By ") { return String(line.dropFirst(3)) }
    guard let word = ["Von ", "Par ", "Por "].first(where: line.hasPrefix) else { return nil }
    let names = line.dropFirst(word.count)
    // What stands behind a comma is the writer's agency.
    let isNames = names.prefix { $0 != "," }.split(separator: " ").allSatisfy {
      $0.first?.isUppercase == true || ["und", "et", "y"].contains($0)
    }
    return isNames ? String(names) : nil
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
    line.hasPrefix("#")
      && ["notebook", "notizblock"].contains(where: line.lowercased().contains)
      || line.filter { $0 != " " } == "****"
  }

  private var keywords: String? {
    headerLines.first.map { String($0.trimmingSuffix { $0 == "/" }) }
  }

  /// What the header says behind the keywords: `(Summary 1430)`.
  private var moreHeader: [String] { Array(headerLines.dropFirst()) }

  private var headerLines: [String] {
    parts.header.dropFirst().map(\.onOneLine).filter { !$0.isEmpty }
  }

  /// The last word with letters of the first line.
  private var source: String? {
    let words = parts.header.first?.split(separator: " ").dropFirst(4) ?? []
    return words.last { $0.contains(where: \.isLetter) }.map(String.init)
  }

  /// `131137 GMT Nov 13` → `13 Nov 2013 11:37 GMT`; the zone may be missing.
  private var date: String? {
    let words = parts.trailer.split(separator: " ")
    guard let clock = words.first, clock.count == 6, clock.allSatisfy(\.isNumber),
      let place = words.dropFirst().prefix(3).firstIndex(where: { $0.allSatisfy(\.isNumber) }),
      place >= 2
    else { return nil }
    let (day, time) = (clock.prefix(2), clock.dropFirst(2))
    let (month, short) = (words[place - 1], words[place])
    let zone = place > 2 ? " " + words[1] : ""
    let year =
      short.count == 2 ? ((Int(short) ?? 0) < 50 ? "20" : "19") + short : String(short)
    return "\(day) \(month) \(year) \(time.prefix(2)):\(time.suffix(2))\(zone)"
  }
}
