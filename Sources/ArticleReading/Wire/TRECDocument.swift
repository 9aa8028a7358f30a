/// A document of TREC's and LDC's collections of news, which name their parts as their papers did.
///
/// The papers: Financial Times, Los Angeles Times, AP, Wall Street Journal, San Jose Mercury News (TREC disks 1
/// to 5), AQUAINT and Gigaword.
struct TRECDocument {
  private(set) var draft = ArticleDraft()
  private var ranks: [ArticleField: Int] = [:]
  private var extra: [String: String] = [:]
  /// What stands in front of the text in elements of its own.
  private var lead = ""

  init(_ root: HTMLElement, _ names: inout FieldNames) {
    draft[.id] = root["id"]
    for child in root.elements { add(child, &names) }
    if !lead.isEmpty { draft[.body] = lead + "\n\n" + (draft[.body] ?? "") }
    draft[.date] = date
    if !extra.isEmpty { draft.extra = JSONText.object(extra.mapValues(JSONText.string)) }
  }

  private mutating func add(_ element: HTMLElement, _ names: inout FieldNames) {
    // AQUAINT has headline and text inside of the body.
    if element.name == "body", element.elements.contains(where: { $0.name == "text" }) {
      for inner in element.elements { add(inner, &names) }
      return
    }
    if element.name == "leadpara" { return lead = Self.text(element) }
    let name = Self.names[element.name] ?? element.name
    guard let meaning = names.meaning(of: name), meaning.rank <= ranks[meaning.field] ?? .max
    else { return keep(element) }
    let text = Self.text(element, meaning.field)
    guard !text.isEmpty else { return }
    if meaning.field == .id, draft[.id] != nil { return keep(element) }
    let isMore = meaning.field == .body && meaning.rank == ranks[.body]
    ranks[meaning.field] = meaning.rank
    // In place, since a document may have thousands of parts.
    if isMore {
      draft.fields[.body, default: ""] += "\n\n" + text
    } else {
      draft[meaning.field] = text
    }
  }

  private mutating func keep(_ element: HTMLElement) {
    if element.hasInnerText { extra[element.name] = extra[element.name] ?? element.text }
  }

  private static let names = [
    "docid": "id", "docno": "id", "dd": "date", "date_time": "date", "so": "source",
    "pub": "source", "ti": "title",
  ]

  private static func text(_ element: HTMLElement, _ field: ArticleField) -> String {
    field == .body ? text(element) : element.text
  }

  /// By its elements `<P>`, else by its lines.
  private static func text(_ element: HTMLElement) -> String {
    let parts = element.elements.filter { $0.name == "p" }
    guard !parts.isEmpty else { return NewsSGML.paragraphs(element.rawText) }
    return parts.map { NewsSGML.paragraphs($0.rawText) }.filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  /// As given where that is one day for certain, else as the id tells it.
  private var date: String? {
    let given = draft[.date].map(Self.whole)
    if let given, PublicationDate.parse(given) != nil { return given }
    return draft[.id].flatMap(Self.date) ?? given
  }

  /// `910514` is a day of the last century, as no other collection writes it.
  private static func whole(_ date: String) -> String {
    let isShort = date.utf8.count == 6 && date.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    return isShort ? "19" + date : date
  }

  /// The day in an id: `AP880212-0001`, `XIN_ENG_20080131.0004`, `NYT19990430.0001`.
  private static func date(_ id: String) -> String? {
    let letters = id.utf8.drop { !(0x30...0x39 ~= $0) }
    let digits = letters.prefix { 0x30...0x39 ~= $0 }
    guard let next = letters.dropFirst(digits.count).first, next == 0x2d || next == 0x2e else {
      return nil
    }
    let text = String(Substring(digits))
    return text.utf8.count == 8 ? text : text.utf8.count == 6 ? whole(text) : nil
  }
}
