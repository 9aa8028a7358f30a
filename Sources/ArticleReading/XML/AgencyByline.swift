/// Who wrote an agency's story.
struct AgencyByline {
  /// In which the item is, as the file calls it.
  let language: String?

  /// Without `By` and the writer's function.
  func text(_ item: HTMLElement) -> String? {
    let given = item.firstWithText { ["byline", "by"].contains($0.localName) }
    guard let line = given?.element else { return Self.creators(item) }
    let people = line.outermost { $0.localName == "person" }.map(\.text).filter { !$0.isEmpty }
    if !people.isEmpty { return people.joined(separator: ", ") }
    var parts: [String] = []
    for node in line.children {
      switch node {
      case .text(let text): parts.append(text)
      case .element(let inner): if inner.localName != "byttl" { parts.append(inner.text) }
      }
    }
    return bare(EscapedMarkup.resolved(parts.joined(separator: " ").onOneLine))
  }

  /// `By Ada Day`, `Von Ada Day`: the name.
  private func bare(_ line: String) -> String {
    let code = language.flatMap(LanguageCode.init)?.code ?? ""
    for word in ["by", Self.words[code]].compactMap({ $0 }) {
      if line.lowercased().hasPrefix(word + " ") {
        return String(line.dropFirst(word.count + 1))
      }
    }
    return line
  }

  /// `By` in the languages whose agencies write it in the field.
  private static let words = [
    "de": "von", "fr": "par", "es": "por", "pt": "por", "nl": "door", "da": "af", "sv": "av",
    "no": "av",
  ]

  /// The people who made the content; a creator may be a code or a firm: a person's name has two words.
  private static func creators(_ item: HTMLElement) -> String? {
    let publishers = Set(
      item.outermost { ["provider", "copyrightholder"].contains($0.localName) }
        .compactMap(Self.name))
    let names = item.outermost(outside: { ["link", "itemref"].contains($0.localName) }) {
      $0.localName == "creator" && $0["type"]?.lowercased().contains("org") != true
    }.compactMap(Self.name)
    let people = names.filter { $0.contains(" ") && !publishers.contains($0) }
    return people.isEmpty ? nil : people.joined(separator: ", ")
  }

  /// NewsML-G2 has it in an element, NewsML 1.2 in an attribute.
  private static func name(_ party: HTMLElement) -> String? {
    AgencyXML.text(party, "name") ?? AgencyXML.attribute(party, "party", "formalname")?.onOneLine
  }

  /// `By Ada Day` as a paragraph of its own among the first of a text, for items that leave their field empty.
  static func inside(_ body: String) -> String? {
    let head = body.split(separator: "\n\n", maxSplits: headLength).prefix(headLength)
    let line = head.first { $0.hasPrefix("By ") && $0.utf8.count <= 80 }
    guard let names = line?.dropFirst(3), !names.isEmpty else { return nil }
    let isNames = names.split(separator: " ").allSatisfy {
      $0 == "and" || $0.first?.isUppercase == true && !$0.contains(where: \.isNumber)
    }
    return isNames && names.contains(" ") && names.last != "." ? String(names) : nil
  }

  /// Paragraphs: notes and points of a summary stand in front of the byline.
  private static let headLength = 8
}
