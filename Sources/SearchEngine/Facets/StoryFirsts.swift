internal import IndexDefinition

/// Leaves one article a story among those that facets count.
///
/// Of the near-copies in a list that is the earliest of those that pass every filter, and where none does the
/// earliest of all: what a facet counts within the hits then adds up to the stories of the hits.
struct StoryFirsts {
  private struct Place: Comparable {
    var date: Int32
    var time: Int32
    var tie: UInt32
    var row: UInt32

    static func < (left: Place, right: Place) -> Bool {
      (left.date, left.time, left.tie, left.row) < (right.date, right.time, right.tie, right.row)
    }
  }

  let columns: ColumnReader

  /// - Parameter sections: the articles of each, together all that match.
  func keep(in sections: [CountedRows]) throws {
    var hits: [UInt32: UInt32] = [:]
    for place in 0..<CountedRows.listCount {
      let lists = sections.map { $0.lists[place] }
      if lists.allSatisfy(\.rows.isEmpty) { continue }
      let firsts = try earliest(in: lists).merging(hits) { $1 }
      if place == 0 { hits = firsts }
      for list in lists {
        try list.keep { row in
          let story = try story(of: row)
          return story == 0 || firsts[story] == row
        }
      }
    }
  }

  /// By story its earliest article, the undated and those without a time last.
  private func earliest(in lists: [RowList]) throws -> [UInt32: UInt32] {
    var places: [UInt32: Place] = [:]
    for row in lists.lazy.flatMap(\.rows) {
      let story = try story(of: row)
      if story == 0 { continue }
      let place = try place(of: row)
      places[story] = min(places[story] ?? place, place)
    }
    return places.mapValues(\.row)
  }

  private func story(of row: UInt32) throws -> UInt32 {
    columns.move(to: row >> ColumnLayout.chunkShift)
    return UInt32(bitPattern: try value(.story, row))
  }

  private func place(of row: UInt32) throws -> Place {
    let (date, time) = (try value(.date, row), try value(.time, row))
    return Place(
      date: date <= ColumnLayout.undated ? .max : date, time: time == 0 ? .max : time,
      tie: try columns.tie(of: row), row: row)
  }

  private func value(_ column: ColumnLayout.Column, _ row: UInt32) throws -> Int32 {
    try columns.values(of: column)[Int(row & ColumnLayout.offsetMask)]
  }
}
