import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Lists that outgrow the heap, and move while they do.
struct GrowingMemoryTests {
  private static let count = 1_500_000

  @Test func whatWasAppendedStaysThroughEveryMove() {
    let spares = SparePostings()
    for _ in 1...2 {
      var memory = PostingMemory(from: spares)
      for number in 0..<Self.count { memory.append(UInt32(number), Float(number % 7)) }
      #expect(memory.count == Self.count)
      for number in stride(from: 0, to: Self.count, by: 997) {
        #expect(memory.rows[number] == UInt32(number))
        #expect(memory.frequencies[number] == Float(number % 7))
      }
    }
    let kept = spares.take()
    #expect((kept?.capacity ?? 0) >= Self.count)
    kept?.free()
  }

  @Test func listsOfRowsGrowByAnyNumber() {
    let list = RowList()
    let piece = (0..<70_000).map { UInt32($0) }
    for _ in 1...20 { piece.withUnsafeBufferPointer { list.append($0) } }
    #expect(list.rows.count == 20 * piece.count)
    #expect(Array(list.rows.suffix(piece.count)) == piece)
    #expect(Array(list.rows.prefix(piece.count)) == piece)
  }

  @Test func moreThanIsKeptGoesBackToTheSystem() {
    let spares = SparePostings()
    for capacity in [1 << 20, 1 << 21, 1 << 21, 1 << 23] { spares.give(.init(capacity: capacity)) }
    let kept = [spares.take(), spares.take(), spares.take()]
    #expect(kept.map(\.?.capacity) == [1 << 21, 1 << 21, nil])
    for block in kept { block?.free() }
  }
}
