/// Who wrote a page, `By` left out.
struct PageByline {
  private let metadata: PageMetadata

  init(_ metadata: PageMetadata) {
    self.metadata = metadata
  }

  var text: String? {
    let given = [
      metadata.linked.author,
      metadata.meta(
        "dc:creator", "dcterms:creator", "dcterm:creator", "dc.creator", "dcterms.creator"),
      metadata.meta("author", "parsely-author", "article:author", "byl"),
      metadata.meta("sailthru.author", "dc.contributor", "og:article:author", "article.author"),
    ]
    return given.lazy.compactMap { $0 }.compactMap(Self.name).first ?? shown
  }

  /// The byline in the page's text: the first plausible one.
  private var shown: String? {
    for mark in metadata.bylineMarks where !isElsewhere(mark) {
      // What holds more is no byline.
      guard let text = mark.text(upTo: 2000) else { continue }
      let inner = mark.all {
        $0["itemprop"]?.lowercased() == "name" || $0["rel"]?.lowercased() == "author"
      }
      let names = inner.compactMap { Self.name($0.text) }
      if !names.isEmpty, names.count < 6 {
        return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(
          separator: ", ")
      }
      if 2...100 ~= text.count, let name = Self.name(text) { return name }
    }
    return nil
  }

  /// In readers' comments, lists of other articles, menus.
  private func isElsewhere(_ mark: HTMLElement) -> Bool {
    if mark.hints(at: Self.elsewhere) { return true }
    return mark.ancestors.prefix(24).contains { element in
      [.nav, .footer].contains { $0 == element.tag }
        || element.tag != .body && element.tag != .html && element.hints(at: Self.elsewhere)
    }
  }

  private static let elsewhere = HintWords([
    "comment", "related", "recommend", "sidebar", "authorization", "avatar", "photo", "footer",
    "follow", "image", "-img", "_img", "popular", "trending", "teaser", "more-from", "share",
  ])

  /// A person's name, or several; nil for what is an address, a handle or a sentence.
  static func name(_ text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    var name = text.onOneLine[...]
    for word in openings where name.lowercased().hasPrefix(word) {
      name = name.dropFirst(word.count)
    }
    // `A. Day | 7 September 2025`, `A. Day @aday`, `A. Day - Apr 16, 2015`
    for mark in [" | ", " @", " • ", " · ", " — ", " – ", " - "] {
      name = name.ranges(of: mark).first.map { name[..<$0.lowerBound] } ?? name
    }
    name = BylineDate.removed(from: name)
    while let last = name.last, " ,;:|—–-•·".contains(last) { name.removeLast() }
    while let first = name.first, " ,;:|—–-•·".contains(first) { name.removeFirst() }
    let isName =
      name.contains(where: \.isLetter) && !name.contains("://") && name.first != "@"
      && !others.contains(name.lowercased())
    return isName && name.count <= 150 ? String(name) : nil
  }

  /// Bytes: a name with its date and place, behind which a motto may stand.
  private static let longest = 4096

  private static let openings = [
    "by: ", "by ", "written by ", "posted by ", "published by ", "story by ", "reported by ",
    "von ", "par ",
    "por ", "autor: ", "author: ", "text: ",
  ]

  private static let others: Set<String> = [
    "by", "author", "authors", "admin", "about the author", "contributor", "staff",
  ]
}
