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

  func forEach(_ body: (String, String) throws -> Void) throws {
    for (number, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let words = String((parts.last ?? "").trimmed(where: \.isLineBreak))
      try body(parts.count == 2 ? String(parts[0]) : String(number + 1), words)
    }
  }
}
