internal import ArgumentParser
internal import ArticleReading
internal import IndexDefinition

/// What `index`, `tag` and `read` share: paths, and how to read them.
struct ReadingArguments: ParsableArguments {
  @Argument(help: "Files and folders; - is standard input.", completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The files' format: \(ReadingOptions.formats.joined(separator: ", ")); else by name and "
        + "content."))
  var format: String?

  @Option(name: .customLong("field"), help: "Reads a source's key as our field: title=headline.")
  var fieldNames: [String] = []

  func validate() throws {
    guard let format, !ReadingOptions.formats.contains(format) else { return }
    let known = ReadingOptions.formats.joined(separator: ", ")
    throw ValidationError("--format takes one of \(known), not '\(format)'")
  }

  var options: ReadingOptions {
    get throws {
      var options = ReadingOptions(format: format)
      for pair in fieldNames {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else {
          throw ValidationError("--field takes FIELD=KEY, such as title=headline, not '\(pair)'")
        }
        options.fieldNames[String(parts[1])] = String(parts[0])
      }
      return options
    }
  }

  /// Reads every article under the paths in order; failures go to stderr.
  ///
  /// True when all was read.
  func forEachArticle(_ receive: (Article) throws -> Void) throws -> Bool {
    let reader = ArticleReader(options: try options)
    var complete = true
    let fail = { (failure: ReadingFailure) in
      Terminal.say(failure.description)
      complete = false
    }
    try FileWalker().walk(paths, fail: fail) { file in
      try reader.read(file) { event in
        switch event {
        case .article(let article): try receive(article)
        case .failure(let failure): fail(failure)
        }
      }
    }
    return complete
  }
}
