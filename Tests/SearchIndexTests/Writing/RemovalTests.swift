import Foundation
import IndexDefinition
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// Articles taken out for good.
struct RemovalTests {
  private static let barley = [
    "id": "a", "title": "Harvest", "body": "Barley was cut by Ada Quill.",
  ]
  private static let rain = ["id": "b", "title": "Weather", "body": "Rain fell on the barley."]

  private func remove(
    _ archive: TestArchive, _ chosen: [ChosenArticle], erases: Bool = false
  ) throws -> RemovalSummary {
    try IndexRun(index: archive.index, options: IndexingOptions()).remove(chosen, erases: erases)
  }

  private func run(_ archive: TestArchive, takesRemoved: Bool = false) throws -> RunSummary {
    var options = IndexingOptions()
    options.takesRemoved = takesRemoved
    return try IndexRun(index: archive.index, options: options).run(paths: [archive.folder.path]) {
      _ in
    }
  }

  private func ids(_ archive: TestArchive, _ word: String) throws -> [String] {
    let index = try ArticleIndex(path: archive.index.path, access: .readOnly)
    return try Searcher(index).search(request(word)).hits.map(\.id).sorted()
  }

  @Test func anArticleTakenOutStaysOutUntilItIsAskedFor() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.barley, Self.rain])
      try archive.run()
      #expect(try remove(archive, [.named("a")]) == RemovalSummary(articles: 1))
      #expect(try ids(archive, "barley") == ["b"])
      #expect(try archive.strings("SELECT value FROM entity WHERE kind = 'person'") == [])
      // The same file with one more article, and the same text under another name.
      let more = ["id": "c", "title": "More", "body": "Barley again."]
      try archive.write("one.jsonl", [Self.barley, Self.rain, more])
      try archive.write(
        "two.jsonl", [["id": "z", "title": "Copy", "body": Self.barley["body"] ?? ""]])
      let again = try run(archive)
      #expect(counts(again.indexed, again.unchanged, again.keptOut) == "1 1 2")
      #expect(try ids(archive, "barley") == ["b", "c"])
      #expect(try archive.check() == [])
      let taken = try run(archive, takesRemoved: true)
      #expect(counts(taken.indexed, taken.duplicates, taken.keptOut) == "2 0 0")
      #expect(try ids(archive, "barley") == ["a", "b", "c", "z"])
      #expect(try archive.check() == [])
    }
  }

  /// Under another headline too.
  @Test(arguments: [["a"], ["c"], ["d"], ["a", "d"]])
  func anArticleGoesWithAllPlacesOfItsText(named: [String]) throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.barley])
      let text = Self.barley["body"] ?? ""
      try archive.write(
        "two.jsonl",
        [
          ["id": "c", "title": "Harvest", "body": text],
          ["id": "d", "title": "Copy", "body": text],
        ])
      try archive.run()
      let removal = try remove(archive, named.map(ChosenArticle.named))
      #expect(removal == RemovalSummary(articles: 2, duplicates: 1))
      #expect(try ids(archive, "barley") == [])
      #expect(try run(archive).keptOut == 0)
      #expect(try archive.check() == [])
    }
  }

  @Test func anIDThatNoneHasTakesNothingOut() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.barley])
      try archive.run()
      let removal = try remove(archive, [.named("nobody"), .hit(id: "a", path: "elsewhere")])
      #expect(removal == RemovalSummary())
      #expect(try ids(archive, "barley") == ["a"])
    }
  }

  /// 300 articles, of which every third goes; compared with an index that never had them.
  @Test func nothingIsLeftOfWhatIsErased() throws {
    let all = (0..<300).map(Self.made)
    let kept = all.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
    try withArchive { archive in
      try archive.write("all.jsonl", all)
      try archive.run()
      let gone = stride(from: 0, to: 300, by: 3).map { ChosenArticle.named("n\($0)") }
      let removal = try remove(archive, gone, erases: true)
      #expect(removal == RemovalSummary(articles: 100, isErased: true))
      #expect(try archive.check() == [])
      let bytes = try Self.bytes(of: archive)
      for number in 0..<300 {
        let isThere = bytes.firstRange(of: Data("Sentence number \(number) of".utf8)) != nil
        #expect(isThere == (number % 3 != 0), "\(number)")
      }
      #expect(bytes.firstRange(of: Data("Harkness".utf8)) == nil)
      let terms = "temp.terms USING fts5vocab(main, article_fts, row)"
      let index = try ArticleIndex(path: archive.index.path, access: .readOnly)
      let count: Int? = try index.readWithoutTransaction { database in
        try database.execute("CREATE VIRTUAL TABLE \(terms)")
        return try database.value("SELECT count(*) FROM temp.terms WHERE term GLOB 'zq*'")
      }
      #expect(count == 200)
      try withArchive { other in
        try other.write("all.jsonl", kept)
        try other.run()
        for query in [
          "sentence", "harbour", "common", "number", "person:quill", "zq\(Self.word(3))",
        ] {
          let (erased, never) = try (answer(archive, query), answer(other, query))
          #expect(erased.count == never.count)
          let differences = zip(erased, never).filter { $0 != $1 }
          #expect(differences.map(\.0) == differences.map(\.1), "\(query)")
        }
        #expect(try archive.index.statistics().people == other.index.statistics().people)
      }
    }
  }

  /// The file as it was before a repair is the user's to delete; half-made files are not.
  @Test func filesThatRepairsKeptAreNamedByAnErasure() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.barley])
      try archive.run()
      let kept = ["", "-wal", "2"].map { archive.index.path + ".damaged" + $0 }
      let halfMade = [".upgrade", ".repair", ".repair-wal"].map { archive.index.path + $0 }
      for path in kept + halfMade {
        try Data("barley".utf8).write(to: URL(fileURLWithPath: path))
      }
      #expect(try remove(archive, [], erases: true).olderFiles.sorted() == kept.sorted())
      #expect(try remove(archive, [.named("a")]).olderFiles == [])
      #expect(halfMade.filter(FileManager.default.fileExists) == [])
    }
  }

  private static func made(_ number: Int) -> [String: String] {
    let place = number % 2 == 0 ? "harbour" : "market"
    return [
      "id": "n\(number)", "title": "Note zq\(word(number))", "date": "2025-0\(number % 9 + 1)",
      "body": "Sentence number \(number) of many common ones names the \(place). "
        + "\(people[number % people.count]) spoke in Paris about zq\(word(number))."
        + (number == 0 ? " Zebulon Harkness listened." : ""),
    ]
  }

  private static let people = ["Ada Quill", "Bo Marsh", "Cyril Moor", "Dora Vance"]

  /// Letters alone, none the beginning of another.
  private static func word(_ number: Int) -> String {
    let digits = "\(number + 100)".unicodeScalars
    return String(String.UnicodeScalarView(digits.compactMap { Unicode.Scalar($0.value + 49) }))
  }

  private static func bytes(of archive: TestArchive) throws -> Data {
    let files = ["", "-wal", "-shm", ".lock"].map { archive.index.path + $0 }
    return try files.filter { FileManager.default.fileExists(atPath: $0) }
      .reduce(into: Data()) { $0 += try Data(contentsOf: URL(fileURLWithPath: $1)) }
  }

  /// All but what depends on the place of the file and the clock.
  private func answer(_ archive: TestArchive, _ query: String) throws -> [String] {
    let index = try ArticleIndex(path: archive.index.path, access: .readOnly)
    let results = try Searcher(index).search(
      request(query) {
        $0.match = .best
        $0.limit = 400
        $0.facets = FacetRequest.Kind.usual.map { FacetRequest($0) }
      })
    return ["\(results.total)", "\(String(describing: results.people))"]
      + ["\(String(describing: results.countries))", "\(String(describing: results.dates))"]
      + results.hits.map { "\($0.id) \($0.score) \($0.snippet.text)" }
  }

  private func counts(_ counts: Int...) -> String {
    counts.map(String.init).joined(separator: " ")
  }
}
