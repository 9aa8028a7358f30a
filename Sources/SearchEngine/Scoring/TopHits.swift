/// The best `capacity` candidates of any number offered: a binary heap with the worst on top.
struct TopHits {
  private let capacity: Int
  private var heap: [Candidate] = []
  /// What a candidate of group 0 must reach to get in: a lower key is worse than all that are kept.
  private(set) var threshold = -Double.infinity
  private var isFull = false

  init(capacity: Int) {
    self.capacity = capacity
    isFull = capacity == 0
  }

  /// False when a candidate of group 0 cannot get in: pool making it.
  @inline(__always)
  func mayTake(_ key: Double) -> Bool { !isFull || key >= threshold }

  /// - Parameter tie: what parts it from others of equal rank; asked for when it may get in.
  @inline(__always)
  mutating func offer(_ candidate: Candidate, tie: () throws -> UInt32) rethrows {
    var candidate = candidate
    if heap.count == capacity {
      guard let worst = heap.first, !Candidate.isBelow(candidate, worst) else { return }
      candidate.tie = try tie()
      guard Candidate.isBetter(candidate, worst) else { return }
      heap[0] = candidate
      siftDown()
    } else {
      candidate.tie = try tie()
      heap.append(candidate)
      siftUp()
    }
    isFull = heap.count == capacity
    if isFull { threshold = heap[0].group > 0 ? .infinity : heap[0].key }
  }

  /// The candidates kept, best first.
  var sorted: [Candidate] { heap.sorted(by: Candidate.isBetter) }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0, Candidate.isBetter(heap[(child - 1) / 2], heap[child]) {
      heap.swapAt((child - 1) / 2, child)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      for child in 2 * parent + 1...2 * parent + 2
      where child < heap.count && Candidate.isBetter(heap[worst], heap[child]) {
        worst = child
      }
      if worst == parent { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}

/// An article on its way into the hits, with what later stages need of it.
package struct Candidate: Equatable {
  package var row: UInt32
  /// Sorts before `key`: higher where the query's words stand as a phrase, and where an article holds
  /// every word among others that do not; else 0.
  var group: Int32
  /// Sorts within the group, higher first: the score, or the date.
  var key: Double
  package var score: Double
  /// Tokens of the title.
  var titleLength: Int32
  /// Tokens of title and body.
  var length: Int32
  /// The column `tie`; the lower comes first among articles of one group and key.
  var tie: UInt32 = 0
  /// What the key is of the score: less than 1 where age counts.
  package var factor = 1.0

  /// The one order of hits everywhere: group, key, then what the article's id makes of it.
  ///
  /// Exact, so runs are equal; row ids decide only between articles of one external id.
  @inline(__always)
  static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.group != right.group { return left.group > right.group }
    if left.key != right.key { return left.key > right.key }
    return left.tie != right.tie ? left.tie < right.tie : left.row < right.row
  }

  /// Whether it comes behind whatever the ties are.
  @inline(__always)
  static func isBelow(_ left: Candidate, _ right: Candidate) -> Bool {
    left.group != right.group ? left.group < right.group : left.key < right.key
  }
}
