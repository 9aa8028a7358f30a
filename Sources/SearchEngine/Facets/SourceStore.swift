internal import OperatingSystem

/// The sources of articles that queries have counted in one state of an index, for all of its cores.
///
/// No packed column tells a source: each article is looked up once, and then known by a number.
final class SourceStore: Sendable {
  /// The number of an article without a source; 0 is that of one not looked up yet.
  static let unknown: UInt = 1

  private struct Names {
    var numbers: [String: UInt] = [:]
    /// Those numbered from 2 on.
    var names: [String] = []
  }

  /// By article id.
  let numbers: AtomicTable
  private let known = Guarded(Names())

  init(lastRow: Int64) {
    numbers = AtomicTable(count: Int(lastRow) + 1)
  }

  /// The number of an article that was not looked up yet.
  func lookUp(_ row: UInt32, in source: any CoreSource) throws -> UInt {
    let number = try source.source(of: row).map(number) ?? Self.unknown
    numbers[Int(row)] = number
    return number
  }

  private func number(of name: String) -> UInt {
    known.withLock { known in
      if let number = known.numbers[name] { return number }
      known.names.append(name)
      let number = Self.unknown + UInt(known.names.count)
      known.numbers[name] = number
      return number
    }
  }

  /// Those numbered so far, from the number 2 on.
  var names: [String] { known.withLock { $0.names } }
}

/// Counts articles by source.
final class SourceCounter {
  private let store: SourceStore
  /// By number.
  private var counts: [Int] = []

  init(_ store: SourceStore) {
    self.store = store
  }

  /// Counts `rows` too.
  func count(_ rows: Rows, from source: any CoreSource) throws {
    for row in rows {
      let known = store.numbers[Int(row)]
      add(1, at: Int(known == 0 ? try store.lookUp(row, in: source) : known))
    }
  }

  /// Adds what was counted of other articles.
  func add(_ other: SourceCounter) {
    for (number, count) in other.counts.enumerated() { add(count, at: number) }
  }

  private func add(_ count: Int, at number: Int) {
    if number >= counts.count {
      counts += repeatElement(0, count: number + 1 - counts.count)
    }
    counts[number] += count
  }

  var unknown: Int { counts.count > SourceStore.unknown ? counts[Int(SourceStore.unknown)] : 0 }

  /// The sources counted at least once.
  var counted: [(source: String, count: Int)] {
    zip(store.names, counts.dropFirst(Int(SourceStore.unknown) + 1)).filter { $1 > 0 }
      .map { (source: $0, count: $1) }
  }
}
