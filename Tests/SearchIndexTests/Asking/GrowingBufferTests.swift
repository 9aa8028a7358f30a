import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Lists that outgrow the heap, and move while they do.
struct GrowingBufferTests {
  private static let count = 1_500_000

  @Test func whatWasAppendedStaysThroughEveryMove() {
    let pool = PostingBufferPool()
    for _ in 1...2 {
      var buffer = PostingBuffer(from: pool)
      for number in 0..<Self.count { buffer.append(UInt32(number), Float(number % 7)) }
      #expect(buffer.count == Self.count)
      for number in stride(from: 0, to: Self.count, by: 997) {
        #expect(buffer.rows[number] == UInt32(number))
        #expect(buffer.frequencies[number] == Float(number % 7))
      }
    }
    let kept = pool.take()
    #expect((kept?.capacity ?? 0) >= Self.count)
    kept?.free()
  }

  @Test func listsOfRowsGrowByAnyNumber() {
    let list = RowList()
    let all = (0..<1_400_000).map { UInt32($0) }
    all.withUnsafeBufferPointer { all in
      for start in stride(from: 0, to: all.count, by: 70_000) {
        list.append(Rows(rebasing: all[start..<start + 70_000]))
      }
    }
    #expect(Array(list.rows) == all)
  }

  @Test func moreThanIsKeptGoesBackToTheSystem() {
    let pool = PostingBufferPool()
    for capacity in [1 << 20, 1 << 21, 1 << 21, 1 << 23] { pool.give(.init(capacity: capacity)) }
    let kept = [pool.take(), pool.take(), pool.take()]
    #expect(kept.map(\.?.capacity) == [1 << 21, 1 << 21, nil])
    for storage in kept { storage?.free() }
  }
}
