import Testing

@testable import SearchIndex

struct OrderedPipelineTests {
  @Test(arguments: [1, 3, .max])
  func whatSeveralWorkersMadeComesInOrder(_ workers: Int) throws {
    var squares: [Int] = []
    try OrderedPipeline<Int, Int>(window: 8).run(
      workers: workers, produce: { send in for number in 0..<100 { try send(number, 1) } },
      transform: { { $0 * $0 } }, consume: { squares.append($0) })
    #expect(squares == (0..<100).map { $0 * $0 })
  }
}
