import Testing

@testable import SearchEngine

struct EntitySetTests {
  @Test(
    arguments: [[], [7], [3, 4, 9], [0, 70_000], [UInt32.max - 1, .max], [5, 5]] as [[UInt32]])
  func itHoldsItsIdsAndNoOthers(ids: [UInt32]) {
    let entities = EntitySet(ids)
    #expect(entities.ids == ids)
    let near = ids.flatMap { [$0 &- 1, $0, $0 &+ 1] } + [0, 8, .max]
    #expect(near.allSatisfy { entities.contains($0) == ids.contains($0) })
  }
}
