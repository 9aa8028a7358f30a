internal import OperatingSystem

/// A folder of articles, queries, and judgements of which articles answer which query.
///
/// `corpus.jsonl` is read as `wsearch index` reads it, `queries.tsv` has a query a line,
/// `id<TAB>words`, and `qrels.txt` is TREC's (``Judgements``).
package struct TestCollection: Sendable {
  package struct Query: Equatable, Sendable {
    package var id: String
    package var text: String
    /// Grades from 1 of the relevant articles, by their ids.
    package var grades: [String: Int]
  }

  /// The path of the articles.
  package let corpus: String
  /// In the order of the file; only those that have a relevant article.
  package let queries: [Query]

  /// - Throws: ``CollectionError`` that names the file.
  package init(folder: String) throws(CollectionError) {
    corpus = folder + "/corpus.jsonl"
    guard FileSystem.isReadable(corpus) else { throw CollectionError("\(corpus): cannot be read") }
    let judgements = try Self.read(folder + "/qrels.txt") { text throws(CollectionError) in
      try Judgements(qrels: text)
    }
    queries = try Self.read(folder + "/queries.tsv") { text throws(CollectionError) in
      try Self.queries(text, judgements)
    }
  }

  /// The judged queries of a file; every judged query must be there, or a mean would hide the loss.
  static func queries(
    _ text: String, _ judgements: Judgements
  ) throws(CollectionError) -> [Query] {
    var queries: [Query] = []
    var missing = Set(judgements.grades.keys)
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw CollectionError("no tab between id and words: \(line)") }
      guard let grades = judgements.grades[parts[0]], missing.remove(parts[0]) != nil else {
        continue
      }
      queries.append(Query(id: parts[0], text: parts[1], grades: grades))
    }
    if let one = missing.min() { throw CollectionError("no query \(one), which is judged") }
    return queries
  }

  /// What `parse` makes of a file; its errors get the path.
  private static func read<R>(
    _ path: String, _ parse: (String) throws(CollectionError) -> R
  ) throws(CollectionError) -> R {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(path)
    } catch {
      throw CollectionError("\(path): \(error)")
    }
    do throws(CollectionError) {
      return try parse(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw CollectionError("\(path): \(error)")
    }
  }
}

/// What is wrong with a collection's folder, in words.
package struct CollectionError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
