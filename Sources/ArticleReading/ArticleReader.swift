package import IndexDefinition

/// Turns a file into articles, one at a time, in the file's order.
package struct ArticleReader: Sendable {
  package var options: ReadingOptions

  package init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// Reads `file`, calling `receive` for every article and for every part that could not be read.
  /// Only errors thrown by `receive` are thrown.
  package func read(
    _ file: SourceFile, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
  }
}

/// How files are read, from the command line.
package struct ReadingOptions: Sendable {
  /// Forces a format (`text`, `markdown`, `html`, `json`, `jsonl`, …); nil: by name and content.
  package var format: String?
  /// Source key → our field (`headline` → `title`), tried before the built-in names.
  package var fieldNames: [String: String]

  package init(format: String? = nil, fieldNames: [String: String] = [:]) {
    self.format = format
    self.fieldNames = fieldNames
  }
}

/// One article, or one thing that went wrong while reading.
package enum ReadingEvent: Sendable {
  case article(Article)
  case failure(ReadingFailure)
}

/// A file, or a place in it, that could not be read; the run goes on.
package struct ReadingFailure: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  /// `line 17`, `byte 4096`, a member's name; nil: the whole file.
  package var place: String?
  /// What is wrong and what the user can do, in one sentence.
  package var message: String

  package init(path: String, place: String? = nil, message: String) {
    self.path = path
    self.place = place
    self.message = message
  }

  package var description: String {
    place.map { "\(path): \($0): \(message)" } ?? "\(path): \(message)"
  }
}
