// Prints where a word stands, from FTS5's own records: posting-list FILE TABLE WORD
import FTS5Segments

let arguments = CommandLine.arguments
let table = try FTS5Table(arguments[2], of: arguments[1])
let reader = try SegmentReader(
  pages: table, columns: table.columns, version: table.version)
if let cursor = try reader.postings(for: Array(arguments[3].utf8)) {
  try cursor.forEachPosting(below: .max) { rowid, positions in
    for place in try positions.occurrences(columns: reader.columns) {
      print("row \(rowid), column \(place.column), token \(place.position)")
    }
  }
}
