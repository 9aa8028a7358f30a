internal import ArticleReading
internal import CommandLineOptions
internal import IndexDefinition

/// What `index`, `tag` and `read` share: paths, and how to read them.
struct ReadingArguments: OptionGroup {
  @Argument("PATH", "Files and folders; - is standard input.", takes: .file("archive.jsonl"))
  var paths: [String]

  @Option("format", "The files' format; else by name and content.", takes: ReadingArguments.format)
  var format: String?

  @Option(
    "field", "Reads a source's key as our field: title=headline.", takes: ReadingArguments.field)
  var fieldNames: [String]

  @Option(
    "date-order",
    "What 03/04/2025 means where a file's other dates do not say it: dmy or mdy.")
  var dateOrder: DateOrder?

  @Option(
    "encoding", "The files' encoding; else as declared, UTF-8, or as the bytes suggest.",
    takes: ReadingArguments.encoding)
  var encoding: String?

  private static let encoding = ValueKind(
    "NAME", takes: "an encoding's name such as windows-1251 or Shift_JIS", example: "windows-1251")

  private static let format = ValueKind.choice(
    ReadingOptions.formats,
    takes: "one of \(ReadingOptions.formats.joined(separator: ", "))")

  private static let field = ValueKind(
    "FIELD=KEY",
    takes: "FIELD=KEY such as title=headline, FIELD being "
      + ArticleField.allCases.map(\.rawValue).alternatives,
    example: "title=headline",
    accepts: { text in
      let parts = text.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && ArticleField(rawValue: String(parts[0])) != nil
    })

  /// Source key → our field.
  var keys: [String: String] {
    var keys: [String: String] = [:]
    for pair in fieldNames {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { keys[String(parts[1])] = String(parts[0]) }
    }
    return keys
  }

  /// Reads every article under the paths in order; failures go to stderr.
  ///
  /// True when all was read.
  func forEachArticle(_ receive: (Article) throws -> Void) throws -> Bool {
    let options = ReadingOptions(
      format: format, fieldNames: keys, dateOrder: dateOrder, encoding: encoding)
    let reader = ArticleReader(options: options)
    var complete = true
    let fail = { (failure: ReadingFailure) in
      Terminal.say(failure.advised)
      complete = false
    }
    try FileWalker().walk(paths, fail: fail) { file in
      try reader.read(file) { event in
        switch event {
        case .article(let article): try receive(article)
        case .failure(let failure): fail(failure)
        case .orderedDate: break
        }
      }
    }
    return complete
  }
}
