internal import CommandLineOptions
internal import Foundation

/// `wsearch-bench generate`: a corpus as JSON Lines on stdout.
struct GenerateCommand: Command {
  static let configuration = CommandConfiguration(
    "generate", "Writes generated articles as JSON Lines.",
    example: "wsearch-bench generate --articles 100000 > corpus.jsonl")

  @Option("articles", "How many articles.", takes: .number(from: 0))
  var articles = 10_000

  @Option("seed", "The same seed gives the same articles.")
  var seed: UInt64 = 1

  func run() throws {
    var generator = CorpusGenerator(seed: seed)
    var buffer: [UInt8] = []
    for _ in 0..<articles {
      generator.next().appendJSONLine(to: &buffer)
      if buffer.count > 1 << 20 {
        try FileHandle.standardOutput.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try FileHandle.standardOutput.write(contentsOf: buffer)
  }
}

extension CorpusGenerator.GeneratedArticle {
  /// Appends one line of JSON; the words hold nothing that needs escaping but line ends.
  func appendJSONLine(to line: inout [UInt8]) {
    line += Array(#"{"id":"\#(id)","date":"\#(date)","title":""#.utf8)
    line += title
    line += Array(#"","body":""#.utf8)
    for byte in body {
      if byte == 0x0A { line += [0x5C, 0x6E] } else { line.append(byte) }
    }
    line += Array("\"}\n".utf8)
  }
}
