internal import NearCopies
internal import SQLite

/// The bodies of articles as they are compared, some of which are remembered.
final class ShingledTexts {
  /// Words of the texts that are remembered: some 30 MB.
  private static let keptWords = 1 << 18

  private let body: Statement
  private var texts: [Int64: ShingledText] = [:]
  private var words = 0

  init(_ database: Connection) throws {
    body = try Statement(database, "SELECT body FROM article WHERE id = ?")
  }

  func text(of row: Int64) throws -> ShingledText {
    if let known = texts[row] { return known }
    if words > Self.keptWords { forget() }
    let text = ShingledText(try body.first(of: row) { $0.text(0) } ?? "")
    words += text.wordCount
    texts[row] = text
    return text
  }

  private func forget() {
    texts.removeAll()
    words = 0
  }
}
