import ArticleReading
import Foundation
import IndexDefinition
import TestSupport

/// Everything read from a file of these bytes, its folder's path left out.
func events(
  in bytes: some Sequence<UInt8>, named name: String, options: ReadingOptions = ReadingOptions()
) throws -> [ReadingEvent] {
  try withTemporaryDirectory { folder in
    try Data(bytes).write(to: folder.appendingPathComponent(name))
    return events(of: folder.appendingPathComponent(name).path, options: options).map {
      $0.relative(to: folder.path + "/")
    }
  }
}

/// Everything read from the paths, the walker's failures included; where articles lie in their files
/// is left out, ``SourcePlaceTests`` look at that.
func events(of paths: String..., options: ReadingOptions = ReadingOptions()) -> [ReadingEvent] {
  var events: [ReadingEvent] = []
  var failures: [ReadingEvent] = []
  FileWalker().walk(paths, fail: { failures.append(.failure($0)) }) { file in
    ArticleReader(options: options).read(file) { events.append($0.withoutPlace) }
  }
  return events + failures
}

extension ReadingEvent {
  fileprivate var withoutPlace: ReadingEvent {
    guard case .article(var article) = self else { return self }
    article.place = nil
    return .article(article)
  }

  var article: Article? { if case .article(let article) = self { article } else { nil } }
  var failure: ReadingFailure? { if case .failure(let failure) = self { failure } else { nil } }

  func relative(to folder: String) -> ReadingEvent {
    switch self {
    case .article(var article):
      article.path = article.path.replacingOccurrences(of: folder, with: "")
      return .article(article)
    case .failure(var failure):
      failure.path = failure.path.replacingOccurrences(of: folder, with: "")
      return .failure(failure)
    case .orderedDate: return self
    }
  }
}

/// Calls `body` with the path of a file of this text.
func withFile<R>(_ text: String, named name: String, _ body: (String) throws -> R) throws -> R {
  try withTemporaryDirectory { folder in
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return try body(file.path)
  }
}
