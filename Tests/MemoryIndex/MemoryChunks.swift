internal import IndexDefinition
internal import SearchEngine

/// The packed columns of articles in memory, all in one window.
final class MemoryChunks: ChunkSource {
  /// A chunk that should have been sound.
  struct Damage: Error {}

  private var chunks: [ColumnLayout.Column: [UInt32]] = [:]

  init(_ articles: [(Article, Tags)], _ entities: MemoryEntities, _ postings: MemoryPostings) {
    precondition(articles.count < ColumnLayout.chunkSize, "one window only")
    chunks[.date] = Self.fixed(
      articles.map { UInt32(bitPattern: $0.0.date?.packed ?? ColumnLayout.undated) })
    chunks[.time] = Self.fixed(articles.map { $0.0.timeOfDay })
    chunks[.titleLength] = Self.fixed(postings.lengths.map { UInt32($0.title) })
    chunks[.bodyLength] = Self.fixed(postings.lengths.map { UInt32($0.body) })
    chunks[.language] = Self.fixed(articles.map { Self.language($0.0.language) })
    chunks[.tie] = Self.fixed(articles.map { ColumnLayout.Column.tie(of: $0.0.id) })
    chunks[.person] = Self.lists(
      articles.map { article in
        article.1.people.compactMap { person in
          entities.id("person", person.name).map { $0 << 1 | (person.isAssumed ? 0 : 1) }
        }
      })
    chunks[.country] = Self.lists(
      articles.map { article in
        article.1.countries.compactMap { country in
          entities.id("country", country.code).map { $0 << 1 | (country.isFocus ? 1 : 0) }
        }
      })
  }

  func read(
    _ column: ColumnLayout.Column, _ window: UInt32,
    into memory: (Int) -> UnsafeMutableRawPointer
  ) -> UnsafeMutableRawBufferPointer? {
    guard window == 0, let words = chunks[column] else { return nil }
    return words.withUnsafeBytes { bytes in
      let target = UnsafeMutableRawBufferPointer(
        start: memory(bytes.count), count: bytes.count)
      target.copyMemory(from: bytes)
      return target
    }
  }

  private static func language(_ code: String?) -> UInt32 {
    let letters = Array((code ?? "").utf8)
    return letters.count == 2 ? UInt32(letters[0]) << 8 | UInt32(letters[1]) : 0
  }

  func damage(_ column: ColumnLayout.Column, _ window: UInt32) -> any Error { Damage() }

  /// Article 1 stands in slot 1.
  private static func fixed(_ values: [UInt32]) -> [UInt32] {
    let filled = [0] + values
    return filled + Array(repeating: 0, count: ColumnLayout.chunkSize - filled.count)
  }

  private static func lists(_ lists: [[UInt32]]) -> [UInt32] {
    var offsets: [UInt32] = [0, 0]
    var values: [UInt32] = []
    for list in lists {
      values += list.sorted()
      offsets.append(UInt32(values.count))
    }
    let rest = ColumnLayout.chunkSize + 1 - offsets.count
    return offsets + Array(repeating: UInt32(values.count), count: rest) + values
  }
}
