import OperatingSystem

/// What a page says of itself outside its text; read before the page is cleaned.
struct PageMetadata {
  let page: HTMLElement
  let linked: LinkedData
  /// Contents of `<meta>` by property, name or itemprop, lower case; of several the first.
  private let metas: [String: String]

  init(_ page: HTMLElement) {
    self.page = page
    linked = LinkedData(page)
    var metas: [String: String] = [:]
    let elements = page.all { $0.name == "meta" }
    for attribute in ["property", "name", "itemprop", "http-equiv"] {
      for meta in elements {
        let content = String(
          (meta["content"] ?? "").trimmed { $0.isBlank || $0.isLineBreak })
        // A property may hold several names.
        for name in meta[attribute]?.lowercased().split(separator: " ") ?? [] {
          if !content.isEmpty, metas[String(name)] == nil { metas[String(name)] = content }
        }
      }
    }
    self.metas = metas
  }

  /// The content of the first of the metas that there is.
  func meta(_ names: String...) -> String? {
    names.lazy.compactMap { metas[$0] }.first?.withoutEntities
  }

  var title: String? { PageTitle(self).text }

  var source: String? {
    let name = meta("og:site_name") ?? linked.publisher ?? meta("dc.publisher", "application-name")
    // `The Gazette | News from Harbour`: the motto goes.
    return name?.split(separator: " | ").first.map(String.init)
  }

  var url: String? {
    let link = page.first { $0.name == "link" && $0["rel"]?.lowercased() == "canonical" }
    return [link?["href"], meta("og:url"), meta("parsely-link", "twitter:url")].lazy
      .compactMap { $0 }.first { $0.hasPrefix("http") }
  }

  var language: String? {
    let root = page.first { $0.name == "html" && ($0["lang"] ?? $0["xml:lang"] ?? "") != "" }
    return root?["lang"] ?? root?["xml:lang"] ?? meta(
      "content-language", "og:locale", "dc.language")
      ?? linked.language
  }

  /// Who wrote it, `By` left out.
  var byline: String? {
    let given = [
      linked.author,
      meta("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl"),
      meta(
        "sailthru.author", "dc:creator", "dc.contributor", "og:article:author", "article.author"),
    ]
    return (given.lazy.compactMap { $0 }.compactMap(Self.name).first) ?? shownByline
  }

  /// The byline in the page's text.
  private var shownByline: String? {
    let element = page.first { element in
      guard let text = Optional(element.text), (3...100).contains(text.count) else { return false }
      return element["rel"] == "author" || element["itemprop"]?.contains("author") == true
        || ["byline", "author-name", "p-author", "author"].contains { name in
          element.hint.split(whereSeparator: \.isWhitespace).contains { $0 == name }
        }
    }
    return element.flatMap { Self.name($0.text) }
  }

  /// A person's name; nil for what is an address or a handle.
  private static func name(_ text: String) -> String? {
    var name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for word in ["by ", "written by "] where name.lowercased().hasPrefix(word) {
      name = String(name.dropFirst(word.count))
    }
    // `A. Day | 7 September 2025`, `A. Day @aday`
    for mark in [" | ", " @", " • "] {
      name = name.split(separator: mark).first.map(String.init) ?? name
    }
    let isName = name.contains(where: \.isLetter) && !name.contains("://") && name.first != "@"
    return isName ? name : nil
  }
}
