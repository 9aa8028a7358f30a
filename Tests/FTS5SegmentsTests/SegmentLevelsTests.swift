import FTS5Segments
import Testing

struct SegmentLevelsTests {
  /// A record of levels, the newest first, each the pages of its segments, the oldest first.
  private func record(_ levels: [[Int]], merging: UInt8 = 0) -> [UInt8] {
    var id: UInt8 = 0
    var bytes: [UInt8] = [0, 0, 0, 7, UInt8(levels.count), UInt8(levels.joined().count), 42]
    for (number, level) in levels.enumerated() {
      bytes += [number == 0 ? merging : 0, UInt8(level.count)]
      for pages in level {
        id += 1
        bytes += [id, 1, UInt8(pages)]
      }
    }
    return bytes
  }

  @Test(
    arguments: [
      ([[100]], 0), ([[9], [100]], 0), ([[9, 9], [100]], 2), ([[1, 1], [6], [100]], 2),
      ([[5, 1], [100]], 0), ([[2, 1], [5], [100]], 3), ([[40], [100]], 2),
      ([[1], [2], [4], [100]], 3),
    ] as [([[Int]], Int)])
  func theNewestAreMergedWhereAnOlderOneIsNotThreeTimesLarger(levels: [[Int]], count: Int) throws {
    #expect(try #require(SegmentLevels(record: record(levels))).countToMerge == count)
  }

  @Test func theNewestAreLaidOutOnOneLevelAndTheOthersEachOnItsOwn() throws {
    let levels = try #require(SegmentLevels(record: record([[1, 1], [2], [100, 20]])))
    let laidOut = try #require(levels.record(mergingNewest: 3))
    // The ids of the record above by age: 4 is the oldest, 2 the newest.
    #expect(
      laidOut == [
        0, 0, 0, 7, 4, 5, 42, 0, 3, 3, 1, 2, 1, 1, 1, 2, 1, 1, 0, 0, 0, 1, 5, 1, 20, 0, 1, 4, 1,
        100,
      ])
    #expect(try #require(SegmentLevels(record: laidOut)).countToMerge == 3)
  }

  @Test func aMergeThatHasBegunIsLeftToGoOn() throws {
    let levels = try #require(SegmentLevels(record: record([[7, 8], [9]], merging: 2)))
    #expect(levels.isMerging)
    #expect(levels.record(mergingNewest: 2) == nil)
  }

  @Test func otherRecordsAreRefused() {
    let sound = record([[7, 8], [9]])
    #expect(SegmentLevels(record: Array(sound.dropLast())) == nil)
    #expect(SegmentLevels(record: sound + [0]) == nil)
    #expect(SegmentLevels(record: [0, 0, 0, 0, 0xFF, 0, 0, 1] + sound.dropFirst(4)) == nil)
    #expect(SegmentLevels(record: []) == nil)
  }
}
