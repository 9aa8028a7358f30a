internal import IndexDefinition

/// How long the articles of a window are, in tokens.
struct Lengths {
  let titles: UnsafePointer<Int32>
  let bodies: UnsafePointer<Int32>

  init(_ columns: ColumnReader) throws {
    titles = try columns.values(of: .titleLength)
    bodies = try columns.values(of: .bodyLength)
  }

  /// dl′ of ``BM25``: the title counts twice.
  @inline(__always)
  func weighted(_ offset: Int) -> Int32 { 2 &* titles[offset] &+ bodies[offset] }
}
