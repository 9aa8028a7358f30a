/// What a page says of itself in JSON-LD, in the words of schema.org.
///
/// A page may describe many things: of several articles the one that is this page counts, by its
/// address, else the first with a headline. What is named by `@id` alone is looked up.
struct LinkedData {
  private(set) var headline: String?
  private(set) var datePublished: String?
  private(set) var author: String?
  private(set) var publisher: String?
  private(set) var language: String?
  private(set) var articleBody: String?
  private(set) var url: String?

  private typealias Thing = [String: JSONValue]

  /// - Parameters:
  ///   - scripts: the texts of the page's scripts of the kind.
  ///   - address: the page's own, as far as it is known otherwise.
  ///   - windowTitle: the text of `<title>`.
  init(_ scripts: [String], address: String?, windowTitle: String?) {
    let texts = scripts.map { LinkedDataText.mended($0) }
    Self.withThings(in: texts) { things in
      let articles = things.filter { Self.isArticle($0["@type"]) }
      let pages = things.filter { Self.names($0["@type"], anyOf: ["WebPage"]) }
      let own =
        articles.first { Self.isOwn($0, address) }
        ?? articles.first { $0["headline"] != nil } ?? articles.first
      var byID: [String: Thing] = [:]
      for thing in things {
        if let id = thing["@id"]?.text, thing.count > 1, byID[id] == nil { byID[id] = thing }
      }
      if let own { take(own, byID, windowTitle) }
      for page in pages { takePage(page) }
      for thing in things where publisher == nil && Self.names(thing["@type"], anyOf: ["WebSite"]) {
        publisher = Self.text(thing["name"])
      }
    }
  }

  /// Calls `body` with all objects of all texts, the outer before the inner.
  private static func withThings(in texts: [String], _ body: ([Thing]) -> Void) {
    // Values point into these bytes.
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for text in texts {
      bytes += text.utf8
      ends.append(bytes.count)
    }
    bytes.withUnsafeBufferPointer { bytes in
      var things: [Thing] = []
      var start = 0
      for end in ends {
        var scanner = JSONScanner(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        if let value = try? scanner.value() { collect(value, depth: 0, &things) }
        start = end
      }
      body(things)
    }
  }

  private static func collect(_ value: JSONValue, depth: Int, _ things: inout [Thing]) {
    guard depth < 8, things.count < 500 else { return }
    var scanner = JSONScanner(value.bytes)
    var inside: [JSONValue] = []
    if value.kind == .array {
      try? scanner.elements { (element) throws(JSONSyntaxError) in inside.append(element) }
    } else if value.kind == .object {
      var members: Thing = [:]
      try? scanner.members { (key, value) throws(JSONSyntaxError) in
        if let key = key.text, members[key] == nil { members[key] = value }
      }
      things.append(members)
      inside = holders.compactMap { members[$0] }
    }
    for value in inside { collect(value, depth: depth + 1, &things) }
  }

  private static let holders = [
    "@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed",
  ]

  private static func isArticle(_ type: JSONValue?) -> Bool {
    names(
      type, anyOf: ["Article", "BlogPosting", "Report", "SocialMediaPosting", "Review", "LiveBlog"])
  }

  private static func names(_ type: JSONValue?, anyOf kinds: [String]) -> Bool {
    guard let names = type?.plainText(separator: " ") else { return false }
    return kinds.contains { names.contains($0) }
  }

  private static func isOwn(_ thing: Thing, _ address: String?) -> Bool {
    guard let address else { return false }
    return ["url", "mainEntityOfPage", "@id"].contains { key in
      guard let value = thing[key] else { return false }
      let own = value.isString ? value.text : member("@id", of: value) ?? member("url", of: value)
      return own.map { Self.bare($0) == Self.bare(address) } ?? false
    }
  }

  private static func bare(_ address: String) -> Substring {
    var text = address.prefix { $0 != "#" && $0 != "?" }
    for start in ["https://", "http://", "www."] where text.hasPrefix(start) {
      text = text.dropFirst(start.count)
    }
    return text.last == "/" ? text.dropLast() : text
  }

  private static func member(_ name: String, of value: JSONValue) -> String? {
    guard value.kind == .object else { return nil }
    var text: String?
    var scanner = JSONScanner(value.bytes)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      if text == nil, key.text == name { text = value.text }
    }
    return text
  }

  private static func text(_ value: JSONValue?, separator: String = ", ") -> String? {
    let text = value?.plainText(separator: separator)?.withoutEntities.onOneLine ?? ""
    return text.isEmpty ? nil : text
  }

  /// A person's or a publisher's name, in the object or in the one that it names.
  private static func name(_ value: JSONValue?, _ byID: [String: Thing]) -> String? {
    guard let value else { return nil }
    if value.kind == .array {
      var names: [String] = []
      var met: Set<String> = []
      var scanner = JSONScanner(value.bytes)
      try? scanner.elements { (element) throws(JSONSyntaxError) in
        if let name = name(element, byID), met.insert(name).inserted { names.append(name) }
      }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    if value.kind == .object {
      if let name = member("name", of: value) { return name.withoutEntities.onOneLine }
      if let id = member("@id", of: value), let thing = byID[id] { return text(thing["name"]) }
      return text(value)
    }
    return value.text.flatMap { byID[$0] }.flatMap { text($0["name"]) } ?? text(value)
  }

  private mutating func take(_ own: Thing, _ byID: [String: Thing], _ windowTitle: String?) {
    headline = Self.headline(own, windowTitle)
    datePublished = Self.text(own["datePublished"]) ?? Self.text(own["dateCreated"])
    author = Self.name(own["author"], byID) ?? Self.name(own["creator"], byID)
    publisher = Self.name(own["publisher"], byID)
    language = Self.text(own["inLanguage"])
    articleBody = own["articleBody"]?.plainText(separator: "\n\n")
    url = own["url"]?.text
  }

  /// Of a headline and another name the one that the window shows; a site's own name is but the window's end.
  private static func headline(_ own: Thing, _ windowTitle: String?) -> String? {
    let (headline, name) = (text(own["headline"]), text(own["name"]))
    guard let headline, let name, let windowTitle else { return headline ?? name }
    let isShown = windowTitle.contains(name) && 2 * name.count > windowTitle.count
    return isShown && !windowTitle.contains(headline) ? name : headline
  }

  /// What the page's own entry adds where no article says it.
  private mutating func takePage(_ page: Thing) {
    datePublished = datePublished ?? Self.text(page["datePublished"])
    language = language ?? Self.text(page["inLanguage"])
  }
}

/// JSON-LD as pages have it: in CDATA or comments, with commas behind the last member.
enum LinkedDataText {
  /// The text as JSON, where little is missing to it.
  static func mended(_ text: String) -> String {
    var text = text
    let isSound = text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      return (try? scanner.value()) != nil && scanner.isAtEnd()
    }
    return isSound ? text : text.withUTF8 { String(decoding: mended($0), as: UTF8.self) }
  }

  private static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var mended: [UInt8] = []
    var isInString = false
    // What stands in front is a comment's or CDATA's mark.
    var position =
      bytes.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? bytes.count
    if bytes[..<position].contains(UInt8(ascii: "<")), position < bytes.count,
      bytes[position...].starts(with: "[CDATA[".utf8)
    {
      position += 7
    }
    while position < bytes.count {
      let byte = bytes[position]
      if isInString, byte == UInt8(ascii: "\\") {
        if JSONEscape.length(in: bytes, at: position) == nil {
          mended += "\\\\".utf8
        } else {
          mended += [byte, bytes[position + 1]]
          position += 1
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
        mended.append(byte)
      } else if !isInString, byte == UInt8(ascii: ","), isLastComma(bytes, position) {
        // Left out.
      } else {
        mended.append(byte)
      }
      position += 1
    }
    return mended
  }

  private static func isLastComma(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let next = bytes[(position + 1)...].first { $0 > 0x20 }
    return next == UInt8(ascii: "}") || next == UInt8(ascii: "]") || next == UInt8(ascii: ",")
  }
}

extension String {
  /// The text with `&amp;` and its like resolved, where a page escaped what needed no escape.
  var withoutEntities: String {
    utf8.contains(0x26) && utf8.contains(0x3b) ? HTMLParser.parse(self).text : self
  }
}
