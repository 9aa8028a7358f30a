import ArticleReading
import CLateLibraries
import IndexDefinition
import TestSupport
import Testing

struct GzipTests {
  private let line = #"{"id": "a", "body": "Text."}"# + "\n"

  @Test func membersFollowEachOther() throws {
    let packed = try gzip(Array(line.utf8)) + gzip(Array(line.utf8))
    #expect(try events(in: packed, named: "a.jsonl.gz").compactMap(\.article?.id) == ["a", "a"])
  }

  @Test func formatIsThatOfTheNameInside() throws {
    let packed = try gzip(Array("# Title\n\nText.".utf8))
    #expect(try events(in: packed, named: "a.md.gz").first?.article?.title == "Title")
  }

  @Test func articlesBeforeDamageAreKept() throws {
    var generator = SeededGenerator(seed: 7)
    let noise = (0..<50_000).map { _ in String(generator.next(), radix: 36) + "\n" }.joined()
    let whole = try gzip(Array((line + noise).utf8))
    let cut = try events(in: whole.prefix(whole.count / 2), named: "a.jsonl.gz")
    #expect(cut.first?.article?.id == "a")
    #expect(cut.last?.failure?.message.contains("ends in the middle") == true)
    let spoilt = whole.prefix(whole.count / 2) + [UInt8](repeating: 0xff, count: 5000)
    let events = try events(in: spoilt, named: "a.jsonl.gz")
    #expect(events.first?.article?.id == "a")
    #expect(events.last?.failure?.message.contains("damaged") == true)
  }

  @Test func damageFromTheStartIsOneFailure() throws {
    let events = try events(
      in: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff], named: "a.txt.gz")
    #expect(events.count == 1)
    #expect(events.first?.failure?.place?.hasPrefix("byte ") == true)
  }

  private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let zlib = try #require(late_zlib_functions()).pointee
    var stream = late_zlib_stream()
    let size = Int32(MemoryLayout<late_zlib_stream>.size)
    let method = Int32(late_zlib_deflated)
    _ = zlib.deflateInit2_(&stream, 6, method, 15 + 16, 8, 0, LATE_ZLIB_VERSION, size)
    var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count + 1000))
    let count = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        _ = zlib.deflate(&stream, Int32(late_zlib_finish))
        return target.count - Int(stream.avail_out)
      }
    }
    _ = zlib.deflateEnd(&stream)
    return Array(output[..<count])
  }
}
