import IndexDefinition
import NewsTagging
import QueryLanguage
import SearchIndex
import SearchModel
import TestSupport
import Testing

struct PersonCorrectionsTests {
  /// Two spellings that the directory leaves apart, a town that is no person, and bystanders.
  private func withNews(_ body: (TestArchive, PersonCorrections) throws -> Void) throws {
    try withArchive { archive in
      try archive.write("news.jsonl", Self.news)
      try archive.run()
      try body(archive, PersonCorrections(index: archive.index))
    }
  }

  private static let news: [[String: String]] = [
    [
      "id": "a", "date": "1992-05-01", "title": "Talks",
      "body": "Mr Harold Whitcombe met Mrs Emilia Navarro in Oslo. Whitcombe was pleased.",
    ],
    [
      "id": "b", "date": "2004-05-01", "title": "More talks",
      "body": "Mr Harold Whitcombe wrote to President Paula Lindqvist on Monday.",
    ],
    [
      "id": "c", "date": "2004-06-01", "title": "Speech",
      "body": "President Paula Lindqvist spoke. Mrs Emilia Navarro did not.",
    ],
  ]

  private func people(_ archive: TestArchive) throws -> [String] {
    try archive.strings(
      """
      SELECT external_id || ' ' || name || ' ' || mentions FROM article_person
      JOIN article ON article.id = article_id ORDER BY external_id, name
      """)
  }

  /// Every tag with its mentions, to compare states byte for byte.
  private func tags(_ archive: TestArchive) throws -> [String] {
    try archive.strings(
      """
      SELECT article_id || kind || value || label || focus || count || mentions
      FROM article_entity JOIN entity ON entity.id = entity_id ORDER BY 1
      """)
  }

  private func facet(_ archive: TestArchive) throws -> [String] {
    let request = request("") { $0.facets = [FacetRequest(.person)] }
    let buckets = try Searcher(archive.index).search(request).people?.buckets ?? []
    return buckets.map { "\($0.value) \($0.count)" }.sorted()
  }

  private static let untouched = [
    "a Emilia Navarro 1", "a Harold Whitcombe 2", "b Harold Whitcombe 1", "b Paula Lindqvist 1",
    "c Emilia Navarro 1", "c Paula Lindqvist 1",
  ]

  @Test func mergingReachesTagsFacetsAndViewsAtOnce() throws {
    try withNews { archive, corrections in
      #expect(try people(archive) == Self.untouched)
      let change = try corrections.make([.merge("Paula Lindqvist", into: "Emilia Navarro")])
      #expect(change.articles == 2)
      #expect(
        try people(archive) == [
          "a Emilia Navarro 1", "a Harold Whitcombe 2", "b Emilia Navarro 1",
          "b Harold Whitcombe 1", "c Emilia Navarro 2",
        ])
      #expect(try facet(archive) == ["Emilia Navarro 3", "Harold Whitcombe 2"])
      #expect(try archive.check() == [])
    }
  }

  static let rules: [PersonRule] = [
    .merge("Paula Lindqvist", into: "Emilia Navarro"), .rename("Emilia Navarro", to: "E. N."),
    .hide("Harold Whitcombe"),
    .split(
      "Harold Whitcombe", into: "Harold Whitcombe (elder)",
      where: .dates(DateRange(to: CalendarDate("1993")))),
    .split("Paula Lindqvist", into: "P. L.", where: .article("c")),
    .keepApart("Paula Lindqvist", from: "Emilia Navarro"),
  ]

  @Test(arguments: rules)
  func undoingARuleRestoresEveryTag(rule: PersonRule) throws {
    try withNews { archive, corrections in
      let before = try tags(archive)
      let made = try corrections.make([rule])
      #expect(try archive.check() == [])
      let undone = try corrections.undo()
      #expect(undone.undone == [rule])
      #expect(undone.articles == made.articles)
      #expect(try tags(archive) == before)
      #expect(try archive.check() == [])
      #expect(try archive.strings("SELECT name FROM named_person") == [])
    }
  }

  /// Random rules made and undone in random order end where they began, and on the way the stored
  /// tags are those that an index made under the same rules has.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func anyOrderOfUndoingIsAsIfTheRulesHadNeverBeen(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try withNews { archive, corrections in
      let before = try tags(archive)
      for rule in Self.rules.shuffled(using: &generator) { _ = try corrections.make([rule]) }
      for count in stride(from: Self.rules.count, to: 0, by: -1) {
        let rules = try corrections.rules().map(\.rule)
        let indexed = try Self.peopleIndexed(under: rules)
        #expect(try people(archive) == indexed, "seed \(seed), \(rules)")
        _ = try corrections.undo(Int.random(in: 1...count, using: &generator))
        #expect(try archive.check() == [])
      }
      #expect(try tags(archive) == before)
    }
  }

  private static func peopleIndexed(under rules: [PersonRule]) throws -> [String] {
    var found: [String] = []
    try withArchive { archive in
      _ = try PersonCorrections(index: archive.index).make(rules)
      try archive.write("news.jsonl", news)
      try archive.run()
      found = try PersonCorrectionsTests().people(archive)
    }
    return found
  }

  @Test func laterRunsReplayTheRules() throws {
    try withNews { archive, corrections in
      _ = try corrections.make([
        .rename("Paula Lindqvist", to: "President Lindqvist of Norway"), .hide("Harold Whitcombe"),
      ])
      try archive.write(
        "more.jsonl",
        [
          [
            "id": "d", "date": "2004-06-03",
            "body": "President Paula Lindqvist met Mr Harold Whitcombe. Lindqvist left early.",
          ]
        ])
      try archive.run()
      #expect(
        try people(archive).filter { $0.hasPrefix("d") } == ["d President Lindqvist of Norway 2"])
      #expect(try archive.check() == [])
      _ = try corrections.undo()
      _ = try corrections.undo()
      #expect(
        try people(archive) == Self.untouched + ["d Harold Whitcombe 1", "d Paula Lindqvist 2"])
    }
  }

  @Test func changedAndRemovedArticlesLeaveNothingBehind() throws {
    try withNews { archive, corrections in
      _ = try corrections.make([.hide("Harold Whitcombe")])
      try archive.write(
        "news.jsonl",
        [
          ["id": "a", "title": "Talks", "body": "Mr Harold Whitcombe met nobody at all."]
        ])
      try archive.run(prune: true)
      #expect(try archive.strings("SELECT name FROM named_person") == ["Harold Whitcombe"])
      #expect(try people(archive) == [])
      try archive.remove("news.jsonl")
      try archive.run(prune: true)
      #expect(try archive.strings("SELECT name FROM named_person") == [])
      #expect(try archive.check() == [])
    }
  }

  /// "Bill" and "William" are one person to the directory until a rule keeps them apart.
  @Test func namesKeptApartAreToldApartInStoredArticles() throws {
    try withArchive { archive in
      try archive.write(
        "news.jsonl",
        [
          ["id": "a", "body": "Senator William Haverford spoke. Mr William Haverford was brief."],
          ["id": "b", "body": "Senator Bill Haverford sang on Monday."],
          ["id": "c", "body": "Senator William Haverford left early."],
        ])
      try archive.run()
      #expect(
        try people(archive) == [
          "a William Haverford 2", "b William Haverford 1", "c William Haverford 1",
        ])
      let corrections = PersonCorrections(index: archive.index)
      let change = try corrections.make([.keepApart("Bill Haverford", from: "William Haverford")])
      #expect(change.articles == 1)
      #expect(
        try people(archive) == [
          "a William Haverford 2", "b Bill Haverford 1", "c William Haverford 1",
        ])
      #expect(try archive.check() == [])
      _ = try corrections.undo()
      #expect(
        try people(archive) == [
          "a William Haverford 2", "b William Haverford 1", "c William Haverford 1",
        ])
    }
  }

  @Test func knownRulesAreNotMadeAgain() throws {
    try withNews { archive, corrections in
      _ = try corrections.make([.hide("Paula Lindqvist")])
      let change = try corrections.make(
        [.hide("Paula Lindqvist"), .hide("Nobody")], skippingKnown: true)
      #expect(change == .init(made: [.hide("Nobody")], undone: [], articles: 0))
      #expect(try corrections.rules().map(\.rule) == [.hide("Paula Lindqvist"), .hide("Nobody")])
      #expect(try corrections.undo(3).undone == [])
    }
  }

  @Test(arguments: [
    ("", ["Emilia Navarro 2", "Harold Whitcombe 2", "Paula Lindqvist 2"]),
    ("LIND", ["Paula Lindqvist 2"]), ("emilia na", ["Emilia Navarro 2"]), ("avarro", []),
  ])
  func peopleAreListedByTheWordsOfTheirNames(prefix: String, expected: [String]) throws {
    try withNews { archive, _ in
      let people: [KnownPerson] = try archive.index.people(beginning: prefix)
      #expect(people.map { "\($0.name) \($0.articles)" }.sorted() == expected)
    }
  }

  /// A surname alone is looked up among the names that the texts gave, whatever they are shown as.
  @Test func lateSurnamesFindTheirRenamedPersonAndComeBackWithIt() throws {
    try withNews { archive, corrections in
      _ = try corrections.make([.rename("Paula Lindqvist", to: "The President")])
      try archive.write(
        "more.jsonl",
        [["id": "d", "date": "2004-06-03", "body": "The minister thanked President Lindqvist."]])
      try archive.run()
      #expect(try people(archive).filter { $0.hasPrefix("d") } == ["d The President 1"])
      _ = try corrections.undo()
      #expect(try people(archive) == Self.untouched + ["d Paula Lindqvist 1"])
      #expect(try archive.check() == [])
    }
  }
}
