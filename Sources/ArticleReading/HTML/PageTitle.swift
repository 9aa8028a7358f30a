/// A page's headline.
///
/// What the page gives as its headline to others (JSON-LD, Dublin Core, OpenGraph) is taken as given;
/// the window's title loses the site's name.
struct PageTitle {
  private let metadata: PageMetadata

  init(_ metadata: PageMetadata) {
    self.metadata = metadata
  }

  var text: String? {
    let given = [
      metadata.linked.headline,
      metadata.meta("dc:title", "dc.title", "dcterms:title", "dcterms.title"),
      metadata.meta("og:title", "title", "twitter:title", "parsely-title", "sailthru.title"),
    ].lazy.compactMap { $0?.onOneLine }.first { !$0.isEmpty }
    if let given { return given }
    let headings = metadata.headings.map(\.text).filter { !$0.isEmpty }
    guard let shown = metadata.windowTitle, !shown.isEmpty else { return headings.first }
    return headings.first { $0.count >= 10 && shown.hasPrefix($0) } ?? withoutSite(shown)
  }

  /// `Ferry sinks | The Gazette` → `Ferry sinks`; the shorter end goes, or the one that is the site's
  /// own name.
  private func withoutSite(_ title: String) -> String {
    // Each part that goes is looked for in all that is left.
    guard title.utf8.count <= PageMetadata.titleLimit else { return title }
    for separator in [" | ", " :: ", " » ", " - ", " – ", " — ", " · "] {
      guard let range = title.ranges(of: separator).last else { continue }
      let (head, tail) = (title[..<range.lowerBound], title[range.upperBound...])
      let isName =
        separator == " | " || separator == " :: " || separator == " » " || separator == " – "
      if names(String(tail)) || isName && Self.words(head) > 2 * Self.words(tail) {
        return withoutSite(String(head))
      }
    }
    return title
  }

  private static func words(_ text: Substring) -> Int { text.split(separator: " ").count }

  /// True when `text` is the site's name or its host's.
  private func names(_ text: String) -> Bool {
    let name = PageMetadata.letters(text)
    guard name.count > 2 else { return false }
    return metadata.isOfHost(text) || metadata.source.map(PageMetadata.letters) == name
  }
}
