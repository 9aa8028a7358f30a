/// What a page says of itself in JSON-LD, in the words of schema.org.
struct LinkedData {
  private(set) var headline: String?
  private(set) var datePublished: String?
  private(set) var author: String?
  private(set) var publisher: String?
  private(set) var language: String?
  private(set) var articleBody: String?

  /// Reads every script of the kind; of several articles the first one's values hold.
  init(_ page: HTMLElement) {
    let scripts = page.all {
      $0.name == "script" && $0["type"]?.hasPrefix("application/ld+json") == true
    }
    for script in scripts {
      var text = script.rawText
      text.withUTF8 { bytes in
        var scanner = JSONScanner(bytes)
        if let value = try? scanner.value() { read(value, depth: 0) }
      }
    }
  }

  /// Looks for articles in `value` and in what it holds.
  private mutating func read(_ value: JSONValue, depth: Int) {
    guard depth < 8 else { return }
    var scanner = JSONScanner(value.bytes)
    var inside: [JSONValue] = []
    if value.kind == .array {
      try? scanner.elements { (element) throws(JSONSyntaxError) in inside.append(element) }
    } else if value.kind == .object {
      var members: [String: JSONValue] = [:]
      try? scanner.members { (key, value) throws(JSONSyntaxError) in
        members[key.text ?? ""] = value
      }
      if Self.isArticle(members["@type"]) { take(members) }
      inside = members.filter { Self.holders.contains($0.key) }.map(\.value)
    }
    for value in inside { read(value, depth: depth + 1) }
  }

  private static let holders: Set<String> = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"]

  private static func isArticle(_ type: JSONValue?) -> Bool {
    guard let names = type?.plainText(separator: " ") else { return false }
    return ["Article", "BlogPosting", "Report", "SocialMediaPosting", "Review"].contains {
      names.contains($0)
    }
  }

  private mutating func take(_ members: [String: JSONValue]) {
    func text(_ key: String) -> String? {
      let text = members[key]?.plainText(separator: ", ")?.withoutEntities ?? ""
      return text.isEmpty ? nil : text
    }
    headline = headline ?? text("headline")
    datePublished = datePublished ?? text("datePublished") ?? text("dateCreated")
    author = author ?? text("author") ?? text("creator")
    publisher = publisher ?? text("publisher")
    language = language ?? text("inLanguage")
    articleBody = articleBody ?? members["articleBody"]?.plainText(separator: "\n\n")
  }
}

extension String {
  /// The text with `&amp;` and its like resolved, where a page escaped what needed no escape.
  var withoutEntities: String {
    contains("&") && contains(";") ? HTMLParser.parse(self).text : self
  }
}
