import ArticleReading
import IndexDefinition
import OperatingSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What libFuzzer calls with the bytes that it thought of: they are read as the file that a user would have
/// given, in the format that WSEARCH_FUZZ_FORMAT names, or in the one that they look like.
///
/// It ends the process where reading says nothing at all, or an article holds what no reader may hand on.
@_cdecl("LLVMFuzzerTestOneInput")
public func read(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzedReader.shared.read(UnsafeRawBufferPointer(start: bytes, count: count))
  return 0
}

private struct FuzzedReader {
  static let shared = FuzzedReader()

  private let reader: ArticleReader
  /// Written anew for each input: its name tells no format.
  private let path: String

  private init() {
    let format = getenv("WSEARCH_FUZZ_FORMAT").map { String(cString: $0) }
    reader = ArticleReader(options: ReadingOptions(format: format))
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = "\(folder)/wsearch-fuzz-\(getpid())"
  }

  func read(_ bytes: UnsafeRawBufferPointer) {
    write(bytes)
    let file = SourceFile(
      path: path, absolutePath: path, name: "fuzzed", size: bytes.count, modified: 0)
    var events = 0
    reader.read(file) { event in
      events += 1
      if case .article(let article) = event { check(article) }
    }
    precondition(events > 0, "nothing is said of \(bytes.count) bytes")
  }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    guard let file = fopen(path, "w") else { preconditionFailure("\(path) cannot be written") }
    fwrite(bytes.baseAddress, 1, bytes.count, file)
    fclose(file)
  }

  /// An article has an id and words; only JSON Lines, which are kept byte for byte, may hold U+0000.
  private func check(_ article: Article) {
    precondition(!article.id.isEmpty, "an article without an id")
    precondition(!(article.title.isEmpty && article.body.isEmpty), "an article without words")
    let isWhole = !article.title.utf8.contains(0) && !article.body.utf8.contains(0)
    precondition(isWhole || reader.options.format == "jsonl", "a zero byte in a text")
  }
}
