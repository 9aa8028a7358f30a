import IndexDefinition
import OperatingSystem

/// The parts of a text that is longer than an article may be, one in memory at a time; nothing is lost
/// between them.
///
/// The first is the article that a shorter text would be. The others have its title with their number,
/// its date and what else it says of itself, and ids and paths of their own: `file.txt#2`.
struct TextParts {
  /// The most bytes of one: three times *War and Peace*.
  static let limit = 8 << 20

  private let bytes: ByteReader
  private let file: SourceFile
  private var first: Article?
  private(set) var number = 0
  private var place = SourcePlace()

  static func isMet(_ bytes: ByteReader) -> Bool { bytes.peek(limit + 1).count > limit }

  init(_ bytes: ByteReader, file: SourceFile) {
    (self.bytes, self.file) = (bytes, file)
    bytes.countsLines = true
  }

  /// The next part, good until the next call; nil at the end.
  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    bytes.skip(place.bytes?.count ?? 0)
    let held = bytes.peek(Self.limit + 1)
    guard !held.isEmpty else { return nil }
    let part = held.first(held.count > Self.limit ? Self.cut(held.first(Self.limit)) : held.count)
    number += 1
    place = SourcePlace(line: bytes.line, bytes: bytes.position..<bytes.position + part.count)
    return part
  }

  /// Where a part may end: behind the last empty line of its last quarter, the last line, the last word,
  /// at least the last whole character.
  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let late = bytes.count / 4 * 3
    var line: Int?
    var place = bytes.count - 1
    while place > late {
      if bytes[place] == 0x0a {
        if bytes[place - 1] == 0x0a { return place + 1 }
        line = line ?? place + 1
      }
      place -= 1
    }
    if let line { return line }
    if let space = bytes.lastIndex(of: 0x20) { return space + 1 }
    let start = bytes.lastIndex { $0 < 0x80 || $0 >= 0xc0 } ?? 0
    return start > 0 ? start : bytes.count
  }

  /// What the last part holds, as its text.
  ///
  /// - Parameter read: what the first part is read by.
  mutating func events(_ text: String, _ read: (String) -> [ReadingEvent]) -> [ReadingEvent] {
    if let first { return [.article(following(first, text))] }
    let events = read(text)
    for case .article(let article) in events { first = article }
    return events.map { $0.lying(at: place) }
  }

  private func following(_ first: Article, _ text: String) -> Article {
    var article = Article(
      id: "", title: "\(first.title) (part \(number))",
      body: InvisibleMarks.removed(from: text).inFormC, date: first.date,
      dateSource: first.dateSource, publishedAt: first.publishedAt, byline: first.byline,
      source: first.source, url: first.url, language: first.language,
      path: "\(file.path)#\(number)", place: place)
    article.id = article.derivedID(in: file, member: "part \(number)")
    return article
  }
}
