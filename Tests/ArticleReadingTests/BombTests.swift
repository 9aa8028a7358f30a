import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

/// What was made to fill a memory or a disk ends early, with a word.
struct BombTests {
  /// Source of so many zeros, as a packed file gives them.
  private final class Zeros: ByteSource {
    private var rest: Int
    init(_ count: Int) { rest = count }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
      let count = min(rest, buffer.count)
      rest -= count
      return count
    }
  }

  private func unpacked(_ count: Int, packed: Int, least: Int) -> ByteSourceError? {
    let budget = UnpackingBudget(packed: packed, least: least)
    let source = BudgetedBytes(Zeros(count), budget)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1000, alignment: 1)
    defer { buffer.deallocate() }
    do throws(ByteSourceError) {
      while try source.read(into: buffer) > 0 {}
      return nil
    } catch {
      return error
    }
  }

  @Test func aBudgetIsTheLeastOrTwoHundredTimesTheFile() {
    #expect(unpacked(50_000, packed: 10, least: 50_000) == nil)
    #expect(unpacked(51_000, packed: 10, least: 50_000)?.message.contains("as bombs do") == true)
    #expect(unpacked(200_000, packed: 1000, least: 50_000) == nil)
    #expect(unpacked(201_000, packed: 1000, least: 50_000) != nil)
  }

  @Test func archivesInArchivesEndAtADepth() throws {
    var (bytes, depth) = (Array("Words.".utf8), 0)
    while depth < 12 {
      bytes = stored(bytes, named: depth == 0 ? "a.txt" : "a.zip")
      depth += 1
    }
    let failures = try events(in: bytes, named: "a.zip").compactMap(\.failure)
    #expect(failures.map(\.message) == ["lies in more than 8 containers; unpack it yourself"])
  }

  /// A zip file of one member as it is (APPNOTE 4.3).
  private func stored(_ bytes: [UInt8], named name: String) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let sum = number(Int(CRC32.of(bytes)), 4)
    let sizes = number(bytes.count, 4) + number(bytes.count, 4)
    let common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sum + sizes
    let head =
      [0x50, 0x4b, 3, 4] + common + number(name.utf8.count, 2) + number(0, 2) + Array(name.utf8)
    let entry =
      [0x50, 0x4b, 1, 2] + number(20, 2) + common + number(name.utf8.count, 2)
      + number(0, 12) + number(0, 4) + Array(name.utf8)
    let end =
      [0x50, 0x4b, 5, 6] + number(0, 4) + number(1, 2) + number(1, 2) + number(entry.count, 4)
      + number(head.count + bytes.count, 4) + number(0, 2)
    return head + bytes + entry + end
  }

  /// Thousands of parts in parts, of brackets, of elements: read or named, in time.
  @Test(arguments: [
    ("a.rtf", "{\\rtf1 ", "{\\b ", "x"), ("a.html", "", "<div>", "x"),
    ("a.fodt", "<office:document>", "<text:p>", "x"),
    ("a.xml", "<mediawiki><page><text>", "{{", "x</text></page>"),
    ("b.xml", "<TEI><text>", "<div>", "x"),
  ])
  func deepNestingEnds(name: String, head: String, opening: String, end: String) throws {
    let text = head + String(repeating: opening, count: 50_000) + end
    let clock = ContinuousClock()
    let start = clock.now
    let found = try events(in: text.utf8, named: name)
    let time = clock.now - start
    #expect(!found.isEmpty)
    #expect(time < .seconds(20))
  }

  @Test func partsOfPartsOfMailEnd() throws {
    var mail = "Message-ID: <1@example.org>\nSubject: Deep\n"
    for depth in 0..<2000 {
      mail += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n"
    }
    #expect(try !events(in: (mail + "\nWords.\n").utf8, named: "a.eml").isEmpty)
  }
}

/// The sum that zip keeps of a member.
private enum CRC32 {
  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1
      }
    }
  }
}
