internal import CommandLineOptions
internal import Foundation
internal import QueryLanguage
internal import SearchIndex
internal import SearchModel

/// `wsearch-bench smoke`: the whole path once on a small generated corpus, so that a benchmark that
/// no longer runs is noticed before it is needed.
struct SmokeCommand: Command {
  static let configuration = CommandConfiguration(
    "smoke", "Indexes and queries a small generated corpus once.")

  @Option("articles", "How many articles.", takes: .number(from: 0))
  var articles = 2_000

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wsearch-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let corpus = folder.appendingPathComponent("corpus.jsonl")
    var generator = CorpusGenerator(seed: 1)
    var lines: [UInt8] = []
    for _ in 0..<articles { generator.next().appendJSONLine(to: &lines) }
    try Data(lines).write(to: corpus)
    try measure(corpus: corpus.path, index: folder.appendingPathComponent("index.db").path)
  }

  private func measure(corpus: String, index path: String) throws {
    let index = try ArticleIndex(path: path, access: .readWrite)
    let summary = try IndexRun(index: index, options: .init()).run(paths: [corpus]) { _ in }
    print("indexed \(summary.indexed) articles, \(Int(summary.seconds * 1000)) ms")
    guard summary.indexed == articles else { throw UsageError("articles were lost") }
    let searcher = Searcher(try ArticleIndex(path: path, access: .readOnly))
    for text in ["the", "government minister", "\"of the\"", "said OR president", "zz"] {
      let query = QueryParser().parse(text).query
      let results = try searcher.search(SearchRequest(text: text, query: query))
      print("\(text): \(results.total) articles, \(Int(results.seconds * 1_000_000)) µs")
    }
  }
}
