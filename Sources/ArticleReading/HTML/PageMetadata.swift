import OperatingSystem

/// What a page says of itself outside its text; read before the page is cleaned, in one walk.
struct PageMetadata {
  let page: HTMLElement
  let linked: LinkedData
  /// Contents of `<meta>` by property, name or itemprop, lower case; of several the first, of writers all.
  private let metas: [String: String]
  /// What the window is called.
  let windowTitle: String?
  let headings: [HTMLElement]
  /// Elements that are marked as the date, then all of `<time>`.
  let dateMarks: [HTMLElement]
  /// Elements that may hold the byline, in document order.
  let bylineMarks: [HTMLElement]
  let url: String?

  init(_ page: HTMLElement, savedFrom: String? = nil) {
    var marks = PageMarks()
    marks.collect(page)
    self.page = page
    metas = Self.contents(marks.metas)
    windowTitle = marks.windowTitle
    headings = marks.headings
    dateMarks = marks.publishedDates + marks.times
    bylineMarks = marks.bylines
    let addresses = [marks.canonical, metas["og:url"], metas["parsely-link"], metas["twitter:url"]]
    let address = addresses.lazy.compactMap { $0 }.first { $0.hasPrefix("http") } ?? savedFrom
    linked = LinkedData(marks.linkedData, address: address, windowTitle: marks.windowTitle)
    url = address ?? linked.url.flatMap { $0.hasPrefix("http") ? $0 : nil }
  }

  private static func contents(_ elements: [HTMLElement]) -> [String: String] {
    var contents: [String: String] = [:]
    for attribute in ["property", "name", "itemprop", "http-equiv"] {
      for meta in elements {
        guard let names = meta[attribute]?.lowercased() else { continue }
        let content = String(
          (meta["content"] ?? meta["value"] ?? "").trimmed { $0.isBlank || $0.isLineBreak })
        // A property may hold several names.
        for name in names.split(separator: " ") {
          if !content.isEmpty, contents[String(name)] == nil { contents[String(name)] = content }
        }
        // Of writers each may have one.
        if attribute == "name", names == "author", let others = contents[names],
          !content.isEmpty, others.utf8.count < titleLimit, !others.contains(content)
        {
          contents[names] = others + ", " + content
        }
      }
    }
    return contents
  }

  /// The content of the first of the metas that there is.
  func meta(_ names: String...) -> String? {
    names.lazy.compactMap { metas[$0] }.first?.withoutEntities
  }

  /// Days that metas of no known name give, such as `sn-post-date`; not those of changes or events.
  var otherDates: [String] {
    // Pages have some dozens.
    guard metas.count < 500 else { return [] }
    let given = metas.filter { name, content in
      content.count <= 40 && name.contains("date")
        && !Self.otherDays.contains(where: name.contains)
    }
    return given.sorted { $0.key < $1.key }.map(\.value)
  }

  private static let otherDays = [
    "modif", "updat", "expir", "valid", "birth", "event", "start", "end", "review", "revis",
    "last", "format", "copyright", "check", "crawl", "cache",
  ]

  var title: String? { PageTitle(self).text }

  var byline: String? { PageByline(self).text }

  var source: String? {
    let names = [
      linked.publisher, meta("og:site_name", "dc.publisher", "application-name"),
    ].compactMap { $0 }
    // An agency's story may give the agency as its publisher.
    let name = names.first(where: isLikeHost) ?? names.first
    // `The Gazette | News from Harbour`: the motto goes.
    return name?.split(separator: " | ").first.map(String.init) ?? siteInTitle
  }

  /// Bytes; what is longer is no title, whose parts would tell something, and no list of writers.
  static let titleLimit = 1000

  /// The end of what the window is called, where the address names it.
  private var siteInTitle: String? {
    guard let title = windowTitle, title.utf8.count <= Self.titleLimit else { return nil }
    let separators = [" | ", " - ", " – ", " — ", " :: ", " · "]
    let ends = separators.compactMap { title.ranges(of: $0).last.map { title[$0.upperBound...] } }
    return ends.min { $0.count < $1.count }.map(String.init).flatMap { isOfHost($0) ? $0 : nil }
  }

  /// True of a name whose letters stand in the page's address.
  func isOfHost(_ name: String) -> Bool {
    let parts = url?.split(separator: "/", maxSplits: 2).dropFirst()
    // No host's name is longer (RFC 1035, 2.3.4).
    let host = parts?.first.map { String($0.prefix(255)) } ?? ""
    let letters = Self.letters(name)
    return letters.count > 2 && Self.letters(host).contains(letters)
  }

  /// True of a name of whose words one stands in the page's address, or their first letters.
  private func isLikeHost(_ name: String) -> Bool {
    guard name.utf8.count <= Self.titleLimit else { return false }
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let initials = String(words.compactMap(\.first))
    return isOfHost(initials) || words.contains { $0.count > 3 && isOfHost(String($0)) }
      || isOfHost(name)
  }

  /// The letters and figures of a name, small.
  static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// What the page is about, in a sentence.
  var summary: String? { meta("og:description", "description", "twitter:description")?.onOneLine }

  var language: String? {
    page["lang"] ?? page["xml:lang"] ?? meta("content-language", "og:locale", "dc.language")
      ?? linked.language
  }
}

/// The elements of a page that say something of it.
struct PageMarks {
  private(set) var metas: [HTMLElement] = []
  private(set) var linkedData: [String] = []
  private(set) var windowTitle: String?
  private(set) var headings: [HTMLElement] = []
  private(set) var times: [HTMLElement] = []
  private(set) var publishedDates: [HTMLElement] = []
  private(set) var bylines: [HTMLElement] = []
  private(set) var canonical: String?

  mutating func collect(_ page: HTMLElement) {
    page.walk { element in
      take(element)
      return element.tag != .svg
    }
  }

  private mutating func take(_ element: HTMLElement) {
    switch element.tag {
    case .meta: metas.append(element)
    case .title: if windowTitle == nil { windowTitle = element.text }
    case .h1: if headings.count < 16 { headings.append(element) }
    case .link:
      if element["rel"]?.lowercased() == "canonical" { canonical = canonical ?? element["href"] }
    case .script:
      if element["type"]?.lowercased().hasPrefix("application/ld+json") == true {
        linkedData.append(element.rawText)
      }
    default: takeMarked(element)
    }
  }

  private mutating func takeMarked(_ element: HTMLElement) {
    let property = element["itemprop"]?.lowercased()
    if property?.contains("datepublished") == true {
      publishedDates.append(element)
    } else if element.tag == .time {
      if element["pubdate"] != nil || element.hints(at: Self.publishedWords) {
        publishedDates.append(element)
      } else if element["datetime"] != nil {
        times.append(element)
      }
    }
    let isByline =
      property?.split(separator: " ").contains("author") == true
      || element["rel"]?.lowercased().split(separator: " ").contains("author") == true
      || element.hints(at: Self.bylineWords)
    if isByline, bylines.count < 64 { bylines.append(element) }
  }

  private static let publishedWords = HintWords(["publish", "pubdate", "dt-published"])
  private static let bylineWords = HintWords(["byline", "author", "writtenby", "p-author"])
}
