/// What a reader of the query should be told, each thing once.
struct QueryNotes {
  /// Notes are for people: more than these would not be read.
  private static let limit = 8
  private static let longestQuote = 40

  private(set) var texts: [String] = []

  mutating func add(_ note: String) {
    if texts.count < Self.limit, !texts.contains(note) { texts.append(note) }
  }

  /// `text` in quotation marks, cut where it is long.
  static func quote(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count > longestQuote
      ? "“\(String(scalars.prefix(longestQuote)))…”" : "“\(text)”"
  }
}
