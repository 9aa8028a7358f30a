internal import Foundation
internal import IndexDefinition

/// Counts articles by the people or countries they mention: one flat table over entity ids.
final class EntityCounter {
  /// Articles by entity id.
  ///
  /// Zeroed pages that are never touched cost nothing.
  private let table: UnsafeMutablePointer<UInt32>
  let limit: Int

  /// Counts entities with ids up to `highest`.
  init(highest: Int) {
    limit = highest + 1
    table = calloc(limit, 4).assumingMemoryBound(to: UInt32.self)
  }

  deinit { free(table) }

  func count(_ articles: WindowSet, in lists: ColumnLists) {
    let table = table
    let limit = UInt32(limit)
    articles.forEach { offset in
      for value in lists[offset] where value >> 1 < limit { table[Int(value >> 1)] += 1 }
    }
  }

  subscript(id: Int) -> Int { id < limit ? Int(table[id]) : 0 }

  /// The entities counted at least once, by id.
  var counted: [(id: Int, count: Int)] {
    (0..<limit).lazy.filter { self.table[$0] > 0 }.map { ($0, Int(self.table[$0])) }
  }
}
