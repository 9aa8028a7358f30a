import SearchEngine
import TestSupport
import Testing

/// One typing error told from the bytes, against the distance itself.
struct EditDistanceTests {
  private static let letters: [Character] = ["a", "b", "c", "é", "è", "語"]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func oneErrorIsToldAsTheDistanceTellsIt(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func word() -> String {
      String(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          Self.letters.prefix(random.next() % 2 == 0 ? 3 : 6).randomElement(using: &random) ?? "a"
        })
    }
    for _ in 0..<20_000 {
      let (one, other) = (word(), word())
      let isNear = Array(other.utf8).withUnsafeBytes {
        EditDistance.isWithinOneError(Array(one.utf8), $0)
      }
      #expect(
        isNear == (EditDistance.distance(one, other, limit: 1) <= 1), "\(one) \(other) seed \(seed)"
      )
    }
  }
}
