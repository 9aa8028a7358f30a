internal import IndexDefinition

/// The people or countries of every article in eight bytes each, so that a facet can be counted again
/// and again without reading the articles' lists.
///
/// The most frequent entities have a *code*. Each article is one `UInt64` of four 16-bit *lanes*, and
/// a lane holds the code of one of its entities; the lowest bit of a code tells whether the entity is
/// marked there (``MarkedTags``). Lanes that are left over hold codes 0 to 3, which stand for nothing. To count an
/// article is therefore to add 1 to four counters, without a branch, in a table that fits the nearest
/// cache.
///
/// An article with more than four entities keeps two of them in its lower lanes; the two upper lanes
/// hold the place of the others in a list of *overflows*, written as numbers above all codes. They are
/// counted as if they were codes too, in counters that nobody reads.
///
/// Entities without a code are not counted. That changes no answer where all the counts that are shown
/// exceed ``greatestLeftOut``; see ``PackedEntityCounter/isExact(forLeading:_:)``.
///
/// `@unchecked Sendable`: nothing changes once it is made.
final class PackedEntities: @unchecked Sendable {
  /// Entities that have codes: their counters take 32 kB.
  static let codeLimit = 4096
  private static let laneCount = 4
  /// The first code of an entity: even, and above those of empty lanes.
  private static let firstCode = 4
  /// The upper lanes of an article with overflows hold its place in two digits, each from here on.
  private static let firstDigit = firstCode + 2 * codeLimit
  private static let digitCount = 1 << 16 - firstDigit
  /// Counters that ``count(_:into:)`` needs.
  static let counterCount = 1 << 16

  private let memory: MappedBuffer
  /// By article id, to the end of the last window.
  private let packed: UnsafeMutablePointer<UInt64>
  /// Of each article with more than four entities all but the first two: how many they are, then
  /// their codes.
  private var overflows: [UInt16] = []
  /// The entity ids that have codes, in the order of their codes.
  private(set) var coded: [Int] = []
  /// The greatest number of articles that any entity left out stands in; 0 when none is.
  private(set) var greatestLeftOut = 0
  /// By entity id; 0 for one left out.
  private var codes: [UInt16]

  /// Reads a list column up to the article `lastRow`, whose entities `counter` has all counted.
  init(_ counter: EntityCounter, lastRow: UInt32, _ columns: ColumnReader) throws {
    let articles = Int(lastRow | ColumnLayout.offsetMask) + 1
    memory = MappedBuffer(byteCount: articles * MemoryLayout<UInt64>.stride)
    packed = memory.start.bindMemory(to: UInt64.self, capacity: articles)
    codes = [UInt16](repeating: 0, count: counter.highest + 1)
    choose(from: counter)
    var found: [UInt16] = []
    for window in 0...(lastRow >> ColumnLayout.chunkShift) {
      columns.move(to: window)
      let lists = try columns.lists(of: counter.column)
      let first = window << ColumnLayout.chunkShift
      let last = min(lastRow, first | ColumnLayout.offsetMask)
      for row in first...last {
        let entities = lists[Int(row - first)]
        guard entities.count <= UInt16.max else { throw columns.damage(counter.column) }
        packed[Int(row)] = lanes(of: entities, &found)
      }
    }
  }

  /// The code of an entity where it is not marked; nil for one left out.
  func code(of id: Int) -> Int? {
    id < codes.count && codes[id] > 0 ? Int(codes[id]) : nil
  }

  /// The code of the entity at an index of ``coded``.
  static func code(at index: Int) -> Int { firstCode + 2 * index }

  /// Adds 1 to the counters of all codes of each article.
  ///
  /// - Parameter rows: Ascending.
  func count(_ rows: Rows, into counters: UnsafeMutablePointer<UInt32>) {
    assert(hold(rows), "rows ascend to the last window")
    let packed = packed
    overflows.withUnsafeBufferPointer { overflows in
      for row in rows {
        let lanes = packed[Int(row)]
        counters[Int(lanes & 0xFFFF)] &+= 1
        counters[Int(lanes >> 16 & 0xFFFF)] &+= 1
        counters[Int(lanes >> 32 & 0xFFFF)] &+= 1
        counters[Int(lanes >> 48)] &+= 1
        guard lanes >> 48 >= Self.firstDigit else { continue }
        let start = Self.place(lanes)
        for at in start + 1...start + Int(overflows[start]) { counters[Int(overflows[at])] &+= 1 }
      }
    }
  }

  /// Whether there are lanes of all these articles; what assertions ask.
  private func hold(_ rows: Rows) -> Bool {
    let articles = memory.byteCount / MemoryLayout<UInt64>.stride
    return rows.isAscending && rows.last.map { Int($0) < articles } ?? true
  }

  /// Where the overflow of an article begins that has one.
  @inline(__always)
  private static func place(_ lanes: UInt64) -> Int {
    (Int(lanes >> 48) - firstDigit) * digitCount + Int(lanes >> 32 & 0xFFFF) - firstDigit
  }

  /// Writes those of `rows` whose article mentions the entity of `code` to `target`, which has room
  /// for all of them.
  func mentioning(
    code: Int, markedOnly: Bool, _ rows: Rows, into target: UnsafeMutablePointer<UInt32>
  ) -> Rows {
    assert(hold(rows), "rows ascend to the last window")
    let everyLane: UInt64 = 0x0001_0001_0001_0001
    let ignored = markedOnly ? 0 : everyLane
    let wanted = everyLane * UInt64(markedOnly ? code | 1 : code)
    return overflows.withUnsafeBufferPointer { overflows in
      rows.filtered(into: target) { row in
        let lanes = packed[Int(row)]
        let others = (lanes & ~ignored) ^ wanted
        // Borrows reach the high bit of the lowest lane that is 0, and of none when none is.
        if (others &- everyLane) & ~others & (everyLane << 15) != 0 { return true }
        guard lanes >> 48 >= Self.firstDigit else { return false }
        let start = Self.place(lanes)
        return overflows[start + 1...start + Int(overflows[start])].contains {
          Int($0) & ~Int(ignored & 1) == Int(wanted & 0xFFFF)
        }
      }
    }
  }

  /// Gives codes to the entities that stand in the most articles.
  private func choose(from counter: EntityCounter) {
    let counted = counter.counted(atLeast: 1)
    greatestLeftOut = counted.count > Self.codeLimit ? Self.greatestWithoutCode(of: counted) : 0
    for (id, count) in counted where count > greatestLeftOut {
      codes[id] = UInt16(Self.code(at: coded.count))
      coded.append(id)
    }
  }

  /// The greatest count that more than ``codeLimit`` entities reach, so that no code can be given for it.
  private static func greatestWithoutCode(of counted: [(id: Int, count: Int)]) -> Int {
    var entities = [Int](repeating: 0, count: 1 + (counted.map(\.count).max() ?? 0))
    for (_, count) in counted { entities[count] += 1 }
    var passed = 0
    return entities.indices.reversed().first { count in
      passed += entities[count]
      return passed > codeLimit
    } ?? 0
  }

  /// The lanes of an article.
  ///
  /// - Parameter found: Room for its codes.
  private func lanes(of entities: UnsafeBufferPointer<UInt32>, _ found: inout [UInt16]) -> UInt64 {
    found.removeAll(keepingCapacity: true)
    for entity in entities where codes[Int(entity >> 1)] > 0 {
      found.append(codes[Int(entity >> 1)] | UInt16(entity & 1))
    }
    if found.count > Self.laneCount {
      let place = overflows.count
      overflows.append(UInt16(found.count - 2))
      overflows += found[2...]
      found[2] = UInt16(Self.firstDigit + place % Self.digitCount)
      found[3] = UInt16(Self.firstDigit + place / Self.digitCount)
    }
    // Codes 0 to 3, one a lane, mean nothing.
    for lane in found.count..<max(found.count, Self.laneCount) { found.append(UInt16(lane)) }
    return (0..<Self.laneCount).reduce(0) { $0 | UInt64(found[$1]) << UInt64(16 * $1) }
  }
}
