import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

struct UnionPostingsTests {
  /// Many short lists, with articles and occurrences that several have.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func aUnionHoldsWhatAnyOfItsTermsHolds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var entries: [[(row: Int64, occurrence: Occurrence)]] = []
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      entries.append(
        (0..<Int.random(in: 0...30, using: &random)).map { _ in
          (.random(in: 1...60, using: &random), .random(in: 0...9, using: &random))
        })
    }
    let union = try UnionPostings(entries.map { ListPostings($0) })
    let all = Set(entries.joined().map { [$0.row, $0.occurrence] })
    var row: Int64 = 0
    var buffer = OccurrenceBuffer()
    try union.withWalk { walk in
      while true {
        let skipped = row...(row + .random(in: 0...3, using: &random))
        let next = all.map { $0[0] }.filter { $0 >= skipped.upperBound }.min() ?? .max
        #expect(try walk.next(from: skipped.upperBound) == next, "seed \(seed)")
        if next == .max { return }
        buffer.removeAll()
        try walk.appendOccurrences(in: next, to: &buffer)
        let expected = all.filter { $0[0] == next }.map { $0[1] }.sorted()
        #expect(Array(buffer.list) == expected, "seed \(seed), article \(next)")
        row = next + 1
      }
    }
  }
}
