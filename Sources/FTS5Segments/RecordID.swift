/// Row ids of the `%_data` table (`fts5_index.c`, `fts5_dri`).
///
/// A page's id packs, from the high bits down: 16 bits of segment, 1 bit that marks a doclist
/// index, 5 bits of height in the doclist index's tree, 31 bits of page number.
enum RecordID {
  static let averages: Int64 = 1
  static let structure: Int64 = 10

  static func leaf(segment: Int, page: Int) -> Int64 {
    assert(1...0xFFFF ~= segment && 0...Int(Int32.max) ~= page, "page \(page) of \(segment)")
    return Int64(segment) << 37 | Int64(page)
  }

  static func doclistIndex(segment: Int, height: Int, page: Int) -> Int64 {
    assert(0...31 ~= height, "a doclist index of height \(height)")
    return leaf(segment: segment, page: page) | 1 << 36 | Int64(height) << 31 | Int64(page)
  }
}
