/// A page's headline, without the name of the site.
struct PageTitle {
  private let metadata: PageMetadata

  init(_ metadata: PageMetadata) {
    self.metadata = metadata
  }

  var text: String? {
    let shown = metadata.page.first { $0.name == "title" && $0.parent?.name != "svg" }?.text
    let given = [
      metadata.linked.headline,
      metadata.meta("dc.title", "dc:title", "dcterms.title", "dcterm:title", "og:title"),
      metadata.meta("parsely-title", "twitter:title", "sailthru.title", "title"), shown,
    ].lazy.compactMap(Self.oneLine).first { !$0.isEmpty }
    let headings = metadata.page.all { $0.name == "h1" }.map(\.text).filter { !$0.isEmpty }
    guard let given else { return headings.first }
    let heading = headings.first { $0.count >= 10 && given.hasPrefix($0) }
    return heading ?? withoutSite(given)
  }

  private static func oneLine(_ text: String?) -> String? {
    text.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  /// `Ferry sinks | The Gazette` → `Ferry sinks`; a dash must be followed by the site's own name.
  private func withoutSite(_ title: String) -> String {
    for separator in [" | ", " :: ", " » ", " - ", " – ", " — ", " · "] {
      guard let range = title.lastRange(of: separator) else { continue }
      let (head, tail) = (title[..<range.lowerBound], title[range.upperBound...])
      let isName = separator == " | " || separator == " :: " || separator == " » "
      if names(String(tail)) || isName && head.count > 2 * tail.count {
        return withoutSite(String(head))
      }
    }
    return title
  }

  /// True when `text` is the site's name or its host's.
  private func names(_ text: String) -> Bool {
    let name = Self.letters(text)
    guard name.count > 2 else { return false }
    let host = metadata.url?.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    return Self.letters(host).contains(name) || metadata.source.map(Self.letters) == name
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension String {
  fileprivate func lastRange(of separator: String) -> Range<Index>? {
    ranges(of: separator).last
  }
}
