internal import IndexDefinition

/// What a document says of itself, in the names of Dublin Core that Office, OpenDocument and EPUB
/// share; Word of 2003 has its own.
final class DocumentMetadata: MarkupVisitor {
  /// The first text of each element, by its name without prefix; of `creator` all.
  private(set) var values: [String: String] = [:]
  private var name: String?
  private var bytes: [UInt8] = []

  subscript(names: String...) -> String? {
    names.lazy.compactMap { self.values[$0] }.first
  }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    let local = (name.split(separator: ":").last.map(String.init) ?? name).lowercased()
    // A book's translator and illustrator are no writers.
    let isOther = (attributes["opf:role"] ?? attributes["role"] ?? "aut") != "aut"
    self.name = Self.names.contains(local) && !isOther ? local : nil
    bytes.removeAll(keepingCapacity: true)
  }

  func end(_ name: String) {
    defer { self.name = nil }
    guard let known = self.name, values[known] == nil || known == "creator" else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !words.isEmpty { values[known] = values[known].map { "\($0), \(words)" } ?? words }
  }

  func text(_ part: UnsafeBufferPointer<UInt8>) {
    if name != nil { bytes.append(contentsOf: part) }
  }

  private static let names: Set<String> = [
    "title", "creator", "initial-creator", "created", "creation-date", "date", "language",
    "publisher", "author",
  ]

  /// The fields that are there.
  var draft: ArticleDraft {
    var draft = ArticleDraft()
    draft[.title] = self["title"]
    draft[.byline] = self["initial-creator", "creator", "author"]
    draft[.date] = self["created", "creation-date", "date"]
    draft[.language] = self["language"]
    draft[.source] = self["publisher"]
    draft.dateSource = .metadata
    return draft
  }
}

extension ArticleDraft {
  /// The draft with this text as its body; a document without a title has that of its first line.
  func with(text: String) -> ArticleDraft {
    var draft = self
    let isTitled = draft[.title]?.contains { !$0.isWhitespace } ?? false
    if !isTitled { draft[.title] = Heading(text).title }
    draft[.body] = text
    return draft
  }
}
