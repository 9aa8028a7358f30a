import Foundation
import TestSupport
import Testing

@testable import ArticleReading

struct RobustnessTests {
  private static let samples = [
    "a.jsonl": #"{"id": 1, "body": "Caf\u00e9 \ud83d\udea2", "tags": [1, {"x": null}]}"# + "\n",
    "a.json": #"{"articles": [{"title": "A", "text": "B", "date": "2024-05-06"}, {"body": "C"}]}"#,
    "a.md": "---\ntitle: \"A\"\ntags: [a, b]\n---\n# H\n*a* [b](c) `d` <e>",
    "a.html":
      "<title>A | B</title><script type='application/ld+json'>{\"@type\":\"Article\"}</script><p>C, d.<br><br>E",
    "a.xml":
      "<rss><channel><item><title>A</title><description>&lt;p&gt;B</description></item></channel></rss>",
    "a.rss":
      "<rss><item><title>A</title></item><item><description><![CDATA[<p>B]]></description></item></rss>",
    "b.json": #"[{"title": "A", "body": "B", "date": "6 May 2024"}, {"body": "C"}]"#,
    "a.tst":
      "\u{16}\u{1}W1\u{1f}a\nf l\n\u{2}^BC-A,4<\n^Head<\n\tText.\n\u{3}AP-WF-05-06-24 1509GMT<\n\u{4}",
    "a.sgm":
      "<REUTERS NEWID=\"1\"><DATE>6-MAY-1987</DATE><TEXT><TITLE>A</TITLE><BODY>B\n&#3;</BODY></TEXT></REUTERS>",
    "a.csv": "id,body\n1,\"a, b\"\n2,c\n",
    "a.txt": " date 2025-09-07 Words, “quoted”. More.\n\nEnd.",
  ]

  /// Whatever happens to a file's bytes, reading ends, with valid text or a failure.
  @Test(arguments: samples.keys.sorted(), 1...4)
  func spoiltFilesAreReadOrNamed(name: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var bytes = Array(Self.samples[name, default: ""].utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = .random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
        }
      }
      #expect(try !events(in: bytes, named: name).isEmpty, "seed \(seed): \(bytes)")
    }
  }

  private static let corpus: [String] = {
    let folder = repository.appendingPathComponent("Tests/Fixtures/formats/files")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { !$0.hasSuffix(".pdf") && $0.contains(".") }.sorted()
  }()

  /// The same of every file of the corpus; PDF, which another program reads, aside.
  @Test(arguments: corpus)
  func spoiltFilesOfTheCorpusAreReadOrNamed(name: String) throws {
    let folder = repository.appendingPathComponent("Tests/Fixtures/formats/files")
    let whole = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    var generator = SeededGenerator(seed: UInt64(whole.count))
    for _ in 0..<12 where !whole.isEmpty {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          .random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      let file = String(name.split(separator: "/").last ?? "")
      #expect(try !events(in: bytes, named: file).isEmpty, "\(name): \(bytes.count) bytes")
    }
  }

  /// A source that gives its bytes in pieces of any size.
  private final class Pieces: ByteSource {
    private var bytes: ArraySlice<UInt8>
    private var generator: SeededGenerator

    init(_ bytes: [UInt8], seed: UInt64) {
      self.bytes = bytes[...]
      generator = SeededGenerator(seed: seed)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
      let piece = bytes.prefix(Int.random(in: 1...3000, using: &generator))
      buffer.copyBytes(from: piece)
      bytes = bytes.dropFirst(piece.count)
      return piece.count
    }
  }

  @Test(arguments: 1...8)
  func linesAreThoseOfASplit(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<200_000).map { _ -> UInt8 in
      Int.random(in: 0..<2000, using: &generator) == 0
        ? 10 : .random(in: 65...90, using: &generator)
    }
    var lines: [[UInt8]] = []
    let reader = ByteReader(Pieces(bytes, seed: seed))
    while let line = reader.line(limit: 1 << 20) { lines.append(Array(line.bytes)) }
    var expected = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    if expected.last?.isEmpty == true { expected.removeLast() }
    #expect(lines == expected, "seed \(seed)")
  }

  /// What a reader makes of bytes must not depend on the pieces that they come in.
  @Test(arguments: 1...6)
  func streamsAreReadAlikeInPiecesOfAnySize(seed: UInt64) {
    let items = (0..<400).map { number in
      "<item><title>T\(number)</title><description><![CDATA[</item> \(String(repeating: "word ", count: number % 90))]]></description></item>"
    }
    let feed = "<rss><channel><title>C</title>" + items.joined(separator: "\n") + "</channel></rss>"
    let objects = (0..<400).map {
      #"{"id": \#($0), "body": "\#(String(repeating: #"a\"b,"#, count: $0 % 90))"}"#
    }
    let rows = (0..<400).map { "\($0),\"\(String(repeating: "a,\n\"\"b", count: $0 % 90)) x\"" }
    let samples: [(String, FileFormat)] = [
      (feed, .xml), ("[" + objects.joined(separator: ",\n") + "]", .json),
      ("id,body\n" + rows.joined(separator: "\n"), .csv),
    ]
    for (text, format) in samples {
      let whole = Self.read(MemoryBytes(Array(text.utf8)), format)
      #expect(whole.count >= 399)
      #expect(
        Self.read(Pieces(Array(text.utf8), seed: seed), format) == whole, "seed \(seed), \(format)")
    }
  }

  private static func read(_ source: any ByteSource, _ format: FileFormat) -> [ReadingEvent] {
    var events: [ReadingEvent] = []
    let file = SourceFile(path: "a", absolutePath: "/a", name: "a", size: 0, modified: 0)
    let reader = ByteReader(source)
    switch format {
    case .xml: FeedStream(reader, file: file)?.read { events.append($0) }
    case .json: JSONArray(file: file, names: FieldNames()).read(reader) { events.append($0) }
    default:
      var table = CSVTable(file: file, names: FieldNames())
      table.read(reader) { events.append($0) }
    }
    return events
  }

  @Test func linesBeyondTheLimitArePassedOver() {
    let long = [UInt8](repeating: 65, count: 3_000_000)
    let reader = ByteReader(Pieces(Array("a\n".utf8) + long + Array("\nb\n".utf8), seed: 1))
    var lines: [String] = []
    while let line = reader.line(limit: 1_000_000) {
      lines.append(line.isCut ? "cut" : String(decoding: line.bytes, as: UTF8.self))
    }
    #expect(lines == ["a", "cut", "b"])
  }

  /// What Foundation takes for JSON, the scanner does too, and the other way round.
  @Test(arguments: 1...4)
  func scannerAgreesWithFoundation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u00e9\"", " 1", "-0.5e+3", "true", "null", " ",
      "\n",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 1...9, using: &generator)
      var text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let whole = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      let scanned = text.withUTF8 { bytes in
        var scanner = JSONScanner(bytes)
        return (try? scanner.value()) != nil && scanner.isAtEnd()
      }
      #expect(scanned == (whole != nil), "seed \(seed): \(text)")
    }
  }
}
