/// Agencies' files: NITF, NewsML 1.2 and NewsML-G2, which carry NITF or XHTML inside them.
///
/// The three share most names, in lower case here; a field is the first that is there. Formats: IPTC's
/// NITF 3.6, NewsML 1.2 and NewsML-G2 2.3.
struct AgencyXML {
  /// Those of the items of a message or package, each an article; the whole file when there are none.
  let stories: [AgencyStory]
  private let packages: [HTMLElement]

  init(_ root: HTMLElement) {
    let found = root.all { $0.localName == "newsitem" }
    root.separate(found)
    packages = root.outermost { $0.localName == "packageitem" }
    // When the message was sent.
    let sent = Self.text(root, "sent", "dateandtime")
    var stories: [AgencyStory] = []
    let isOneText = found.isEmpty && packages.isEmpty
    for element in isOneText ? [root] : found {
      let item = AgencyItem(element, sent: sent)
      for part in isOneText ? [root] : item.parts {
        stories.append(AgencyStory(item: item, element: part, number: stories.count + 1))
      }
    }
    self.stories = stories
  }

  /// What the packages list and the file does not hold.
  var missing: [String] {
    let held = HeldItems(stories.compactMap { $0.element["guid"] })
    return packages.compactMap { package in
      let remote = package.all { $0.localName == "itemref" }.filter { reference in
        guard let id = reference["residref"] ?? reference["href"] else { return true }
        return !held.contains(id)
      }
      guard !remote.isEmpty else { return nil }
      let names = remote.prefix(3).compactMap {
        Self.text($0, "headline", "title").map { "“\($0)”" }
      }
      let title = Self.text(package, "headline", "title").map { " “\($0)”" } ?? ""
      let count = remote.count == 1 ? "an item that is" : "\(remote.count) items that are"
      return "the package\(title) lists \(count) not in the file"
        + (names.isEmpty
          ? "" : ": " + names.joined(separator: ", ") + (remote.count > 3 ? ", …" : ""))
    }
  }

  /// What a content item of NewsML 1.2 is for, by its component: `caption`, `lead`; empty where nothing
  /// says it.
  ///
  /// It stands before the content, of which a component may hold any number.
  static func role(of content: HTMLElement) -> String {
    let component = content.ancestors.first { $0.localName == "newscomponent" }
    let role = component?.elements.prefix(32).first { $0.localName == "role" }?["formalname"]
    return role?.lowercased() ?? ""
  }

  static func text(_ item: HTMLElement, _ names: String...) -> String? {
    names.lazy.compactMap { name in item.firstWithText { $0.localName == name }?.text }.first
      .map(EscapedMarkup.resolved)
  }

  static func attribute(_ item: HTMLElement, _ name: String, _ key: String) -> String? {
    item.first { $0.localName == name && $0[key]?.isEmpty == false }?[key]
  }
}

/// The items that a file holds, by their ids' ends: packages name them with what stands in front, or without.
private struct HeldItems {
  /// Bytes from the last to the first, in order, so that a search finds an end.
  private let ids: [[UInt8]]

  init(_ ids: [String]) {
    self.ids = ids.map { $0.utf8.reversed() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  func contains(_ end: String) -> Bool {
    let end: [UInt8] = end.utf8.reversed()
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle].lexicographicallyPrecedes(end) { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low].starts(with: end)
  }
}
