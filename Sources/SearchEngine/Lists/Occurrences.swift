/// Where a term stands in an article: `column << 32 | position`, positions counting tokens.
package typealias Occurrence = Int64

extension Occurrence {
  package init(column: Int, position: Int) {
    self = Int64(column) << 32 | Int64(position)
  }

  package var column: Int { Int(self >> 32) }

  /// Of a word that a line's end broke: it stands beside no other.
  var isJoined: Bool { column == 3 }
  package var position: Int { Int(self & 0xffff_ffff) }
}

/// Occurrences in one article by column of `article_fts`.
package struct ColumnCounts: Equatable {
  var title: Int = 0
  var body: Int = 0
  /// In columns beside the text: pairs or joined words, never both of one term.
  var others: Int = 0

  init(title: Int = 0, body: Int = 0, others: Int = 0) {
    self.title = title
    self.body = body
    self.others = others
  }

  init(_ occurrences: some Sequence<Occurrence>) {
    for occurrence in occurrences {
      switch occurrence.column {
      case 0: title += 1
      case 1: body += 1
      default: others += 1
      }
    }
  }
}

/// Occurrences in one article, ascending: valid until what they were read into is filled anew.
typealias OccurrenceList = UnsafeBufferPointer<Occurrence>

extension OccurrenceList {
  /// No occurrence is before the one that it follows; what assertions ask.
  var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}

/// Room for the occurrences in one article, filled anew for each.
///
/// Plain memory, because frequent words that stand together are looked at by the million.
struct OccurrenceBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<Occurrence>
  private(set) var count = 0
  private var capacity = 256

  init() {
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  var list: OccurrenceList { OccurrenceList(start: start, count: count) }

  mutating func removeAll() { count = 0 }

  /// Has `write` put up to `room` occurrences behind those there are, and say how many.
  @inline(__always)
  mutating func append<E: Error>(
    room: Int, _ write: (UnsafeMutablePointer<Occurrence>) throws(E) -> Int
  ) throws(E) {
    assert(room >= 0, "room for \(room)")
    if room > capacity &- count { grow(by: room) }
    let written = try write(start + count)
    assert((0...room).contains(written), "\(written) in room for \(room)")
    count &+= written
  }

  mutating func append(_ list: some Collection<Occurrence>) {
    append(room: list.count) {
      for (index, occurrence) in list.enumerated() { $0[index] = occurrence }
      return list.count
    }
  }

  /// Puts those from index `first` on in order, each once.
  mutating func sort(from first: Int) {
    assert((0...count).contains(first), "from \(first) of \(count)")
    var list = UnsafeMutableBufferPointer(start: start + first, count: count - first)
    list.sort()
    var kept = first
    for occurrence in list where kept == first || start[kept - 1] != occurrence {
      start[kept] = occurrence
      kept += 1
    }
    count = kept
  }

  /// Moves every occurrence towards the beginning of the text.
  mutating func move(back distance: Int) {
    guard distance > 0 else { return }
    for index in 0..<count { start[index] &-= Occurrence(distance) }
  }

  /// Keeps those that have an element of `list` at `distance` behind.
  @inline(never)
  mutating func keep(followedBy list: OccurrenceList, after distance: Int) {
    let (start, mineEnd, othersEnd) = (start, count, list.count)
    guard let others = list.baseAddress else { return removeAll() }
    assert(self.list.isAscending && list.isAscending, "occurrences ascend")
    let wanted = Occurrence(distance)
    var (mine, other, kept) = (0, 0, 0)
    // Signs instead of branches: which list overtakes the other cannot be foretold.
    while mine < mineEnd, other < othersEnd {
      let occurrence = start[mine]
      let apart = others[other] &- occurrence &- wanted
      let isBefore = Int(apart >> 63)
      let isBehind = Int((0 &- apart) >> 63)
      start[kept] = occurrence
      mine &+= 1 &+ isBefore
      other &+= 1 &+ isBehind
      kept &+= 1 &+ isBefore &+ isBehind
    }
    count = kept
  }

  @inline(never)
  private mutating func grow(by room: Int) {
    capacity = max(capacity * 2, count + room)
    let grown = UnsafeMutablePointer<Occurrence>.allocate(capacity: capacity)
    grown.update(from: start, count: count)
    start.deallocate()
    start = grown
  }
}
