import FTS5Segments
import SQLite
import TestSupport
import Testing

/// Bytes that no FTS5 wrote: an error or wrong postings, never a crash, a hang or a wild read.
struct DamagedPagesTests {
  @Test(arguments: [32, 200, 4050])
  func flippedBitsNeverCrash(pageSize: Int) throws {
    let seed = UInt64(pageSize)
    let pages = try Self.pages(seed: seed, pageSize: pageSize)
    var random = SeededGenerator(seed: seed)
    let sound = pages.blocks
    let ids = sound.keys.sorted()
    var outcomes: Set<String> = []
    for _ in 0..<300 {
      pages.blocks = sound
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let id = ids.randomElement(using: &random) ?? 0
        let byte = Int.random(in: 0..<max(1, sound[id]?.count ?? 0), using: &random)
        guard byte < sound[id]?.count ?? 0 else { continue }
        pages.blocks[id]?[byte] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      outcomes.insert(try Self.readEverything(pages))
    }
    #expect(outcomes == ["read", "corrupt"])
  }

  @Test(arguments: [32, 200, 4050])
  func pagesCutShortNeverCrash(pageSize: Int) throws {
    let pages = try Self.pages(seed: 7, pageSize: pageSize)
    let sound = pages.blocks
    for (id, block) in sound.sorted(by: { $0.key < $1.key }).prefix(100) {
      for count in Set([0, 1, 3, 4, 5, block.count / 2, block.count - 1]) where count >= 0 {
        pages.blocks[id] = Array(block.prefix(count))
        _ = try Self.readEverything(pages)
      }
      pages.blocks[id] = nil
      _ = try Self.readEverything(pages)
      pages.blocks[id] = block
    }
    #expect(try Self.readEverything(pages) == "read")
  }

  private static func pages(seed: UInt64, pageSize: Int) throws -> StoredPages {
    var corpus = try Corpus(seed: seed, pageSize: pageSize, vocabulary: 40)
    for _ in 0..<2 { try corpus.insert(20, length: 60) }
    try corpus.update(share: 0.3)
    return try StoredPages(corpus.database)
  }

  /// Walks the vocabulary and every posting in windows and by skips, checking what callers rely on.
  private static func readEverything(_ pages: StoredPages) throws -> String {
    defer { #expect(pages.isAtRest) }
    do {
      let reader = try SegmentReader(pages: pages, columns: 3, version: 4)
      for number in 0..<40 {
        try read("w\(number)", reader)
        try walk("w\(number)", reader)
      }
      try reader.forEachTerm { _ in true }
      return "read"
    } catch is SegmentError {
      return "corrupt"
    }
  }

  private static func read(_ term: String, _ reader: SegmentReader) throws {
    guard let cursor = try reader.postings(for: term.utf8) else { return }
    for window in Int64(-10)..<20 {
      let range = window * 8..<(window + 1) * 8
      if window % 3 == 0 { try cursor.skip(to: range.lowerBound) }
      var last = Int64.min
      try cursor.forEachPosting(below: range.upperBound) { rowid, list in
        #expect(rowid < range.upperBound && rowid > last)
        if window % 3 == 0 { #expect(range.contains(rowid)) }
        last = rowid
        #expect(list.frequencies.total >= 0)
        for occurrence in try list.occurrences() { #expect((0..<3).contains(occurrence.column)) }
      }
    }
  }

  /// Goes from row to row, now and then past some, as a phrase does.
  private static func walk(_ term: String, _ reader: SegmentReader) throws {
    guard let cursor = try reader.postings(for: term.utf8) else { return }
    try withExtendedLifetime(cursor) {
      var row = try cursor.walk.next(from: -50)
      while row < .max {
        let positions = try cursor.walk.positions(in: row)?.occurrences() ?? []
        for position in positions { #expect((0..<3).contains(position.column)) }
        let target = row &+ 1 &+ row & 7
        row = try cursor.walk.next(from: max(row + 1, target))
        #expect(row >= target || target < 0)
      }
    }
  }
}
