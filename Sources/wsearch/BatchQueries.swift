internal import OperatingSystem

/// The queries of a batch file, a line each: `qid<TAB>words`; without a tab the line's number
/// is the id.
struct BatchQueries {
  private let lines: [[UInt8]]

  /// - Throws: ``InputError`` when the file cannot be read.
  init(path: String) throws {
    lines = try InputFile(path, content: "the batch of queries").bytes
      .split(separator: 10, omittingEmptySubsequences: true).map(Array.init)
  }

  /// Each with its id, made from its line as it is needed.
  var queries: some Sequence<(id: String, words: String)> {
    lines.enumerated().lazy.map { number, line in
      let text = String(decoding: line, as: UTF8.self)
      let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let words = String((parts.last ?? "").trimmed(where: \.isLineBreak))
      return (id: parts.count == 2 ? String(parts[0]) : String(number + 1), words: words)
    }
  }
}
