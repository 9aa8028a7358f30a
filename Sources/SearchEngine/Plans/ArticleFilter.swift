package import IndexDefinition

/// A condition on articles that does not score, resolved against one index.
package enum ArticleFilter: Equatable {
  /// Mentions one of these entities, of one kind; ``MarkedTags`` says what `markedOnly` leaves.
  case entities(ColumnLayout.Column, EntitySet, markedOnly: Bool)
  /// The article's own date lies in one of the ranges, or is missing where `undated`.
  case dates([DateRange], undated: Bool)
  /// `first << 8 | second` of the ISO 639-1 code.
  case language(Int32)
  /// Articles up to this one.
  case rowsThrough(UInt32)
  /// These articles, ascending.
  case rows([UInt32])

  /// Of a language by its code, as the `language` column has it; no articles for what is no code.
  package static func language(named code: String) -> ArticleFilter {
    let letters = Array(code.lowercased().utf8.prefix(2))
    guard letters.count == 2 else { return .rows([]) }
    return .language(Int32(letters[0]) << 8 | Int32(letters[1]))
  }
}

/// Entities filtered by, with a table that tells whether one is among them: made once a query.
///
/// The table has a byte for each id from the lowest to the highest.
package struct EntitySet: Equatable {
  /// Ascending.
  package let ids: [UInt32]
  private let lowest: UInt32
  private let isMember: [Bool]

  /// - Parameter ids: Ascending.
  package init(_ ids: [UInt32]) {
    assert(zip(ids, ids.dropFirst()).allSatisfy { $0 <= $1 }, "ids ascend")
    self.ids = ids
    lowest = ids.first ?? 0
    var isMember = [Bool](repeating: false, count: ids.last.map { Int($0 - ids[0]) + 1 } ?? 0)
    for id in ids { isMember[Int(id - ids[0])] = true }
    self.isMember = isMember
  }

  @inline(__always)
  func contains(_ id: UInt32) -> Bool {
    let place = Int(id) - Int(lowest)
    return place >= 0 && place < isMember.count && isMember[place]
  }
}
