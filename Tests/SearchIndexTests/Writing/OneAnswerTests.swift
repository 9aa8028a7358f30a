import ArticleReading
import Foundation
import IndexDefinition
import NewsTagging
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// The same articles give the same people, facets and figures, whatever way they came in.
struct OneAnswerTests {
  /// How articles come into an index.
  enum Way: String, CaseIterable {
    case backwards, shuffled, inTwentyRuns, inSmallBatches, overOlderVersions, prunedAndAddedAgain
    case oneRunAnArticleAtTheEnd, afterARunThatWasCutOff
  }

  private static let given = [
    "William", "Bill", "W.", "Anna", "Ann", "Anna J.", "Sergei", "Sergey", "Viktor", "George W.",
  ]
  private static let family = [
    "Haverford", "Zelensky", "Zelenskyy", "Lindqvist", "Orban", "Whitcombe", "Bexley",
  ]
  private static let addresses = ["Mr", "Senator", "President", "Minister"]
  private static let filler = String(
    repeating: "The harbour was quiet and the ships lay at the quays until the evening. ", count: 36
  )

  /// Articles whose people are named in full, by initials and by surname alone, within some weeks.
  private static func articles(seed: UInt64) -> [[String: String]] {
    var generator = SeededGenerator(seed: seed)
    func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
    return (0..<120).map { number in
      let day = 10 + Int.random(in: 0..<20, using: &generator)
      let full = "\(pick(addresses)) \(pick(given)) \(pick(family)) spoke in Oslo on Monday."
      let lone = "\(pick(addresses)) \(pick(family)) was pleased with number \(number)."
      let people = number % 3 == 0 ? full : number % 3 == 1 ? lone : "\(full) \(lone)"
      var article = [
        "id": "a\(number)", "title": "Number \(number)", "body": "\(people) \(number). \(filler)",
      ]
      if number % 11 != 0 { article["date"] = "2004-05-\(day)" }
      return article
    }
  }

  private func fill(
    _ archive: TestArchive, _ articles: [[String: String]], _ way: Way?, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    switch way {
    case nil: try archive.store(articles)
    case .backwards: try archive.store(articles.reversed())
    case .shuffled: try archive.store(articles.shuffled(using: &generator))
    case .inTwentyRuns:
      let all = articles.shuffled(using: &generator)
      for part in stride(from: 0, to: all.count, by: 8) {
        try archive.store(Array(all[part..<part + 8]), as: "part-\(part).jsonl")
      }
    case .inSmallBatches: try archive.store(articles.shuffled(using: &generator), memory: 1 << 20)
    case .overOlderVersions: try fillOverOlderVersions(archive, articles, &generator)
    case .prunedAndAddedAgain: try fillPrunedAndAddedAgain(archive, articles, &generator)
    case .oneRunAnArticleAtTheEnd:
      try archive.store(Array(articles.dropLast(6)))
      for (number, article) in articles.suffix(6).enumerated() {
        try archive.store([article], as: "last-\(number).jsonl")
      }
    case .afterARunThatWasCutOff:
      try archive.storeUnsettled(articles.suffix(50), as: "news.jsonl")
      try #require(try archive.unsettled == ["people, stories, stems"])
      try archive.store(articles)
      #expect(try archive.unsettled == [])
    }
  }

  /// Every article is first one that names others.
  private func fillOverOlderVersions(
    _ archive: TestArchive, _ articles: [[String: String]], _ generator: inout SeededGenerator
  ) throws {
    let others = articles.shuffled(using: &generator)
    try archive.store(
      zip(articles, others).map { article, other in
        var old = other
        old["id"] = article["id"]
        return old
      })
    try archive.store(articles.shuffled(using: &generator))
  }

  private func fillPrunedAndAddedAgain(
    _ archive: TestArchive, _ articles: [[String: String]], _ generator: inout SeededGenerator
  ) throws {
    let all = articles.shuffled(using: &generator)
    try archive.store(Array(all[..<60]), as: "first.jsonl")
    try archive.store(Array(all[60...]), as: "second.jsonl")
    try archive.remove("first.jsonl")
    try archive.run(prune: true)
    try archive.store(Array(all[..<60]), as: "third.jsonl")
  }

  @Test(arguments: Way.allCases, [1, 2] as [UInt64])
  func noWayInChangesAnAnswer(way: Way, seed: UInt64) throws {
    let articles = Self.articles(seed: seed)
    try withArchive { plain in
      try fill(plain, articles, nil, seed: seed)
      try withArchive { other in
        try fill(other, articles, way, seed: seed)
        #expect(Self.differences(try other.answers(), try plain.answers()) == [])
        #expect(try other.check() == [])
      }
    }
  }

  /// What an index reaches family by family is what the whole set comes to at once.
  @Test(arguments: [3, 4] as [UInt64])
  func anIndexNamesPeopleAsTheSetOfItsArticlesDoes(seed: UInt64) throws {
    let articles = Self.articles(seed: seed)
    try withArchive { archive in
      try fill(archive, articles, .inTwentyRuns, seed: seed)
      let tagger = Tagger()
      let directory = PersonDirectory(
        articles.map { article in
          let date = article["date"].flatMap { CalendarDate($0) }
          let tags = tagger.tags(
            title: article["title"] ?? "", body: article["body"] ?? "", date: date)
          return (people: tags.sightedPeople, date: date)
        })
      let expected = zip(articles, directory.people).flatMap { article, people in
        people.map { "\(article["id"] ?? "") \($0.name) \($0.mentions.count)" }
      }
      #expect(Self.differences(try archive.people(), expected.sorted()) == [])
    }
  }

  /// Articles that the archive must know a surname for, those that teach it, and some that make it less sure.
  private static func articlesWithBareSurnames(seed: UInt64) -> [[String: String]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<160).map { number in
      let people =
        number < 110
        ? "Gen. Francisco Villa rode to camp \(number)."
        : number < 150
          ? "More soldiers were ordered into the pursuit of Villa today, by road \(number)."
          : "Gen. Antonio Villa rode to camp \(number)."
      let day = number < 150 ? Int.random(in: 10..<30, using: &generator) : 30
      let month = number < 150 ? "04" : "09"
      return [
        "id": "v\(number)", "title": "Number \(number)", "date": "1916-\(month)-\(day)",
        "body": "\(people) \(filler)",
      ]
    }
  }

  @Test(arguments: Way.allCases)
  func noWayInChangesWhatABareSurnameMeans(way: Way) throws {
    let articles = Self.articlesWithBareSurnames(seed: 5)
    try withArchive { plain in
      try fill(plain, articles, nil, seed: 5)
      let villa = try plain.strings(
        "SELECT count(*) || ' ' || sum(assumed) FROM article_person WHERE name = 'Francisco Villa'")
      #expect(villa == ["150 40"])
      try withArchive { other in
        try fill(other, articles, way, seed: 5)
        #expect(Self.differences(try other.answers(), try plain.answers()) == [])
        #expect(try other.check() == [])
      }
    }
  }

  private static func differences(_ one: [String], _ other: [String]) -> [String] {
    one.difference(from: other).prefix(6).map { "\($0)" }
  }

  /// Its cost grows with the articles changed, which are told.
  @Test func anAdditionThatChangesWhoIsWhoIsToldByTheArticlesChanged() throws {
    try withArchive { archive in
      try archive.store(
        [
          [
            "id": "a", "date": "2004-05-01",
            "body": "Mr William Haverford spoke in Oslo on Monday.",
          ],
          ["id": "b", "date": "2004-05-02", "body": "Minister Haverford was pleased with Oslo."],
          ["id": "c", "date": "2004-05-03", "body": "Senator Paula Lindqvist spoke in Oslo."],
        ])
      #expect(
        try archive.people() == [
          "a William Haverford 1", "b William Haverford 1", "c Paula Lindqvist 1",
        ])
      let summary = try archive.store(
        [
          [
            "id": "d", "date": "2004-05-02",
            "body": "Mr Bernard Haverford spoke in Oslo on Monday.",
          ]
        ],
        as: "more.jsonl")
      #expect(summary.renamed == 1)
      #expect(
        try archive.people() == [
          "a William Haverford 1", "b Haverford 1", "c Paula Lindqvist 1", "d Bernard Haverford 1",
        ])
    }
  }
}

extension TestArchive {
  /// Writes articles into a file and runs over the folder.
  @discardableResult
  fileprivate func store(
    _ articles: [[String: String]], as name: String = "news.jsonl", memory: Int = 32 << 20
  ) throws -> RunSummary {
    try write(name, articles)
    var options = IndexingOptions()
    options.memory = memory
    options.jobs = memory < 32 << 20 ? 3 : 2
    return try IndexRun(index: index, options: options).run(paths: [folder.path]) { _ in }
  }

  /// A batch that nothing follows: who is who is not settled.
  fileprivate func storeUnsettled(_ articles: some Sequence<[String: String]>, as name: String)
    throws
  {
    let tagger = Tagger()
    let tagged = articles.map { values in
      let article = Article(
        id: values["id"] ?? "", title: values["title"] ?? "", body: values["body"] ?? "",
        date: values["date"].flatMap { CalendarDate($0) }, path: url(name).path)
      return (article, tagger.tags(title: article.title, body: article.body, date: article.date))
    }
    let options = IndexingOptions()
    let preparer = ArticlePreparer(
      PreparerResources(reader: ArticleReader(), knownTerms: options.knownTerms))
    let file = SourceFile(
      path: url(name).path, absolutePath: url(name).path, name: name, size: 0, modified: 0)
    try index.write { database in
      let writer = try ArticleWriter(database, options: options, preparer: preparer) { _ in }
      try writer.take(preparer.output(tagged, of: file))
      try writer.commit()
    }
  }

  fileprivate var unsettled: [String] {
    get throws { try strings("SELECT value FROM meta WHERE key = 'unsettled'") }
  }

  fileprivate func people() throws -> [String] {
    try strings(
      """
      SELECT external_id || ' ' || name || ' ' || mentions FROM article_person
      JOIN article ON article.id = article_id
      """
    ).sorted()
  }

  /// All that tells of the archive: people to the byte of their mentions, facets, figures.
  fileprivate func answers() throws -> [String] {
    let mentions = try strings(
      """
      SELECT external_id || ' ' || kind || ' ' || value || ' ' || label || ' ' || focus || ' ' || mentions
      FROM article_entity JOIN entity ON entity.id = entity_id
      JOIN article ON article.id = article_id
      """
    ).sorted()
    let names = try strings("SELECT name FROM person_name ORDER BY name")
    let stories = try strings(
      """
      SELECT article.external_id || ' as ' || lead.external_id FROM story
      JOIN article ON article.id = article_id JOIN article AS lead ON lead.id = lead_id ORDER BY 1
      """)
    let searcher = Searcher(index)
    let answers = try ["oslo", "pleased", "person:haverford", "person:\"Anna Lindqvist\""].map {
      try "\(searcher.search(request($0)).comparable)"
    }
    var statistics = try index.statistics()
    statistics.fileBytes = 0
    return mentions + names + stories + answers + ["\(statistics)"]
  }
}

extension SearchResults {
  /// Without what tells of the run and not of the archive.
  fileprivate var comparable: SearchResults {
    var results = self
    results.seconds = 0
    results.next = nil
    for hit in results.hits.indices {
      (results.hits[hit].path, results.hits[hit].place) = ("", nil)
      results.hits[hit].storyPath = nil
    }
    return results
  }
}
