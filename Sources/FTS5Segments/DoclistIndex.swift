/// The doclist index of a long doclist: the first rowid of each page that it goes on over.
///
/// It is a tree of its own (`fts5_index.c`, "Segment doclist indexes"), found under the page that
/// the doclist's term stands on. A node is a flag byte, 0 for the root; the number of its first
/// child page and the first rowid there; then the rowid's growth from page to page. At the lowest
/// height the children are leaf pages, and a byte 0 stands for one on which no rowid starts.
struct DoclistIndex {
  private var pages: [Int] = []
  private var rowids: [Int64] = []
  private let segment: Segment

  private static let maximumHeight = 31

  /// Reads the whole index: two or three bytes a leaf page, so a thousandth of the doclist.
  init(segment: Segment, termPage: Int, pages: any SegmentPages) throws {
    self.segment = segment
    let node = PageBytes()
    var height = 0
    while true {
      try read(node, height: height, page: termPage, from: pages)
      guard node.base.load(as: UInt8.self) & 1 != 0 else { break }
      height += 1
      guard height <= Self.maximumHeight else { throw corrupt }
    }
    try append(node, height: height, from: pages)
  }

  /// The pages that the doclist goes on over and on which a rowid starts.
  var pageCount: Int { pages.count }

  /// The last page whose first rowid is not above `rowid`, and the first rowid of the page after it;
  /// nil when every page's is above.
  func page(holding rowid: Int64) -> (number: Int, end: Int64)? {
    var low = 0
    var high = rowids.count
    while low < high {
      let middle = (low + high) / 2
      if rowids[middle] <= rowid { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : (pages[low - 1], low < rowids.count ? rowids[low] : .max)
  }

  private mutating func append(
    _ node: PageBytes, height: Int, from source: any SegmentPages
  ) throws {
    var decoder = RecordDecoder(node, at: 1, name: "doclist index of segment \(segment.id)")
    var page = try decoder.integer(in: segment.firstPage...segment.lastPage)
    var rowid = Int64(bitPattern: try decoder.varint())
    while true {
      try append(page, rowid, height: height, from: source)
      repeat {
        if decoder.isAtEnd { return }
        let growth = try decoder.varint()
        page += 1
        rowid &+= Int64(bitPattern: growth)
        if growth != 0 { break }
      } while true
    }
  }

  private mutating func append(
    _ page: Int, _ rowid: Int64, height: Int, from source: any SegmentPages
  ) throws {
    if height > 0 {
      let child = PageBytes()
      try read(child, height: height - 1, page: page, from: source)
      return try append(child, height: height - 1, from: source)
    }
    guard page > pages.last ?? 0, page <= segment.lastPage, rowid > rowids.last ?? .min else {
      throw corrupt
    }
    pages.append(page)
    rowids.append(rowid)
  }

  private func read(
    _ node: PageBytes, height: Int, page: Int, from source: any SegmentPages
  ) throws {
    let id = RecordID.doclistIndex(segment: segment.id, height: height, page: page)
    guard try source.read(id, into: node), node.count > 1 else { throw corrupt }
  }

  private var corrupt: SegmentError {
    .corrupt("the doclist index of segment \(segment.id) does not decode")
  }
}
