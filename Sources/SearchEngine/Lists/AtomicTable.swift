internal import OperatingSystem
internal import Synchronization

/// A table of numbers that any number of cores read and write at once, zeros at first.
///
/// A number usually tells where something lies, and whoever reads it also sees what its writer wrote
/// there before. The memory comes zeroed from the system and costs nothing until it is touched.
///
/// `@unchecked Sendable`: the cells are atomic.
final class AtomicTable: @unchecked Sendable {
  let count: Int
  private let cells: UnsafeMutablePointer<Atomic<UInt>>

  /// Memory that cannot be had ends the process, as it does everywhere in Swift.
  init(count: Int) {
    self.count = count
    guard let zeros = calloc(max(count, 1), MemoryLayout<Atomic<UInt>>.stride) else {
      preconditionFailure("out of memory for a table of \(count)")
    }
    cells = zeros.bindMemory(to: Atomic<UInt>.self, capacity: max(count, 1))
  }

  deinit { free(cells) }

  subscript(place: Int) -> UInt {
    @inline(__always) get {
      assert((0..<count).contains(place), "place \(place) of \(count)")
      return cells[place].load(ordering: .acquiring)
    }
    set {
      assert((0..<count).contains(place), "place \(place) of \(count)")
      cells[place].store(newValue, ordering: .releasing)
    }
  }

  /// Puts a number where there is none yet; false where another core was quicker.
  func publish(_ number: UInt, at place: Int) -> Bool {
    cells[place].compareExchange(expected: 0, desired: number, ordering: .acquiringAndReleasing)
      .exchanged
  }
}
