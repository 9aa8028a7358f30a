import OperatingSystem

/// Who wrote an item of a feed, or all of them.
struct FeedAuthors {
  private let parts: FeedParts
  private let names: FeedNames

  init(_ parts: FeedParts, _ names: FeedNames) {
    self.parts = parts
    self.names = names
  }

  /// The names, with commas between; an address where that is all there is.
  var byline: String? {
    var addresses: [String] = []
    for element in ["author", "dc:creator", "dc:author", "itunes:author", "media:credit"] {
      let given = parts.all(element).compactMap(name)
      let named = given.filter { !Self.isAddress($0) }
      if !named.isEmpty { return Self.joined(named) }
      if addresses.isEmpty { addresses = given }
    }
    return addresses.isEmpty ? nil : Self.joined(addresses)
  }

  private static func joined(_ names: [String]) -> String {
    var met: Set<String> = []
    return names.filter { met.insert($0).inserted }.joined(separator: ", ")
  }

  /// Atom has the name in an element of its own; others write `ada@a.example (Ada Day)`,
  /// `Ada Day (ada@a.example)` or `Ada Day <ada@a.example>`.
  private func name(_ author: HTMLElement) -> String? {
    if let name = FeedParts(author, names).text("name") { return name }
    let text = author.text
    guard text.utf8.contains(UInt8(ascii: "@")),
      let open = text.firstIndex(where: { "(<".contains($0) }),
      let close = text.lastIndex(where: { ")>".contains($0) }), open < close
    else { return text.isEmpty ? nil : text }
    let outer = text[..<open].trimmed { $0.isBlank }
    let inner = text[text.index(after: open)..<close].trimmed { $0.isBlank }
    return [outer, inner].first { !$0.isEmpty && !Self.isAddress(String($0)) }.map(String.init)
      ?? text
  }

  private static func isAddress(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "@")) && !text.utf8.contains(0x20)
  }
}
