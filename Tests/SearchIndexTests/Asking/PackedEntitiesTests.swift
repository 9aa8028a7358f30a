import Foundation
import IndexDefinition
import SQLite
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Counting packed entities against counting by hand, over lists of any length.
struct PackedEntitiesTests {
  private static let entities = 9000
  private let lists: [[UInt32]]
  private var random: SeededGenerator

  /// Articles 1 to 20,000, so that the second window is not full, with up to nine entities each, the
  /// lower ids the more frequent.
  init() {
    var random = SeededGenerator(seed: 71)
    lists =
      [[]]
      + (1...20_000).map { _ in
        let ids = (0..<Int.random(in: 0...9, using: &random)).map { _ in
          UInt32(Double(Self.entities) * pow3(Double.random(in: 0..<1, using: &random))) + 1
        }
        return Set(ids).sorted().map { $0 << 1 | UInt32.random(in: 0...1, using: &random) }
      }
    self.random = random
  }

  @Test func codesCountWhatListsCount() throws {
    try withPacked { packed, counter, columns in
      var random = random
      #expect(packed.greatestLeftOut > 0)
      for share in [1.0, 0.7, 0.1, 0.01] {
        let rows = rows(share, &random)
        for markedOnly in [false, true] {
          let counted = counted(rows, markedOnly: markedOnly)
          try rows.withUnsafeBufferPointer { rows in
            counter.reset()
            counter.countsMarkedOnly = markedOnly
            try counter.count(rows, in: columns)
            let packedCounts = PackedEntityCounter(packed)
            packedCounts.count(rows, markedOnly: markedOnly)
            let leading = leading(counted, packed: packedCounts)
            #expect(Dictionary(counter.counted(atLeast: 1)) == counted)
            #expect(leading.packed == leading.byHand)
          }
        }
      }
    }
  }

  @Test func codesSayWhenAnEntityLeftOutCouldMatter() throws {
    try withPacked { packed, _, _ in
      var random = random
      let all = rows(1, &random)
      let few = rows(0.002, &random)
      let leftOut = UInt32(Self.entities)
      #expect(packed.code(of: Int(leftOut)) == nil)
      all.withUnsafeBufferPointer { rows in
        let counts = PackedEntityCounter(packed)
        counts.count(rows, markedOnly: false)
        #expect(counts.isExact(forLeading: 10, [1]))
        #expect(!counts.isExact(forLeading: 10, [leftOut]))
        #expect(!counts.isExact(forLeading: PackedEntities.codeLimit, []))
      }
      few.withUnsafeBufferPointer { rows in
        let counts = PackedEntityCounter(packed)
        counts.count(rows, markedOnly: false)
        #expect(!counts.isExact(forLeading: 10, []))
      }
    }
  }

  @Test func codesFindTheArticlesThatMentionAnEntity() throws {
    try withPacked { packed, _, _ in
      var random = random
      let rows = rows(0.8, &random)
      for id in [1, 2, 40, 700] as [UInt32] {
        guard let code = packed.code(of: Int(id)) else { continue }
        for markedOnly in [false, true] {
          let wanted = rows.filter { row in
            lists[Int(row)].contains { $0 >> 1 == id && (!markedOnly || $0 & 1 == 1) }
          }
          var found = rows
          let count = found.withUnsafeMutableBufferPointer { found in
            found.baseAddress.map {
              packed.mentioning(code: code, markedOnly: markedOnly, Rows(found), into: $0).count
            }
          }
          #expect(Array(found.prefix(count ?? 0)) == wanted)
        }
      }
    }
  }

  /// The counts that an exact answer about its leading entities rests on.
  private func leading(
    _ counted: [Int: Int], packed: PackedEntityCounter
  ) -> (packed: [Int: Int], byHand: [Int: Int]) {
    guard packed.isExact(forLeading: 10, []) else { return ([:], [:]) }
    let least = packed.count(atRank: 10)
    return (Dictionary(packed.counted(atLeast: least)), counted.filter { $0.value >= least })
  }

  private func counted(_ rows: [UInt32], markedOnly: Bool) -> [Int: Int] {
    rows.reduce(into: [:]) { counted, row in
      for value in lists[Int(row)] where !markedOnly || value & 1 == 1 {
        counted[Int(value >> 1), default: 0] += 1
      }
    }
  }

  private func rows(_ share: Double, _ random: inout SeededGenerator) -> [UInt32] {
    (1..<UInt32(lists.count)).filter { _ in Double.random(in: 0..<1, using: &random) < share }
  }

  private func withPacked(
    _ body: (PackedEntities, EntityCounter, ColumnReader) throws -> Void
  ) throws {
    let database = try Connection.inMemory()
    do {
      try database.execute("CREATE TABLE column_chunk (name, chunk, data)")
      for window in 0...1 {
        try database.execute(
          "INSERT INTO column_chunk VALUES ('country', ?, ?)",
          .integer(Int64(window)), .blob(chunk(window)))
      }
      let columns = ColumnReader(
        ColumnLoader(try SQLiteChunks(database), for: ColumnCache(lastRow: Int64(lists.count - 1))))
      let counter = EntityCounter(.country, highest: Self.entities)
      let lastRow = UInt32(lists.count - 1)
      try counter.countAll(through: lastRow, in: columns)
      try body(PackedEntities(counter, lastRow: lastRow, columns), counter, columns)
    }
  }

  /// A window of the lists as ``ColumnLayout`` says.
  private func chunk(_ window: Int) -> [UInt8] {
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    for row in window * ColumnLayout.chunkSize..<(window + 1) * ColumnLayout.chunkSize {
      if row < lists.count { values += lists[row] }
      offsets.append(UInt32(values.count))
    }
    return (offsets + values).withUnsafeBytes { Array($0) }
  }
}

private func pow3(_ value: Double) -> Double { value * value * value }

extension Dictionary where Key == Int, Value == Int {
  fileprivate init(_ counted: [(id: Int, count: Int)]) {
    self.init(uniqueKeysWithValues: counted.map { ($0.id, $0.count) })
  }
}
