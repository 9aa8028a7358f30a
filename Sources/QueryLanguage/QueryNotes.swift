/// What a reader of the query should be told, each thing once.
struct QueryNotes {
  /// Notes are for people: more than these would not be read.
  private static let limit = 8
  private static let longestQuote = 40

  private(set) var texts: [String] = []
  /// What was meant as more than words and cannot be.
  private(set) var mistakes: [String] = []

  mutating func add(_ note: String) {
    if texts.count < Self.limit, !texts.contains(note) { texts.append(note) }
  }

  /// Notes what is wrong, and what was done instead.
  mutating func add(mistake: String, done: String) {
    add("\(mistake); \(done).")
    mistakes.append(mistake)
  }

  /// `text` in quotation marks, cut where it is long.
  static func quote(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count > longestQuote
      ? "“\(String(scalars.prefix(longestQuote)))…”" : "“\(text)”"
  }
}
