import IndexDefinition
import NewsTagging
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// Articles whose text is so damaged that their tags are doubtful.
struct DoubtfulTagsTests {
  private static let damaged = """
    The clty of Orrin was qulet on Monday aud the meu of Gen. Haldwick stnyed in tlieir camp. A \
    traln from Dunmore hroke down at Kelso, where the crcw fonnd the rnils torn. At Marden the \
    mnyor saw Miss Alder nnd her slster, wbo had conie from Ferris witb the inail.
    """
  private static let sound = """
    The city of Orrin was quiet on Monday and the men of Gen. Haldwick stayed in their camp. A \
    train from Dunmore broke down at Kelso, where the crew found the rails torn.
    """

  /// Two articles with all tags, one damaged; a third names no one, no country, no date.
  private func withDamagedArchive(_ body: (TestArchive, Searcher) throws -> Void) throws {
    try withArchive { archive in
      try archive.write(
        "a.jsonl",
        [
          ["id": "damaged", "body": Self.damaged, "date": "1916-05-02"],
          ["id": "sound", "body": Self.sound + " France sent help.", "date": "1916-05-02"],
          ["id": "bare", "body": "The water in the camp was cold."],
        ])
      try archive.run()
      try body(archive, Searcher(ArticleIndex(path: archive.index.path, access: .readOnly)))
    }
  }

  @Test func articlesThatLackTagsOrHaveDoubtfulOnesAreCounted() throws {
    try withDamagedArchive { archive, _ in
      let statistics = try archive.index.statistics()
      #expect(
        [
          statistics.articles, statistics.undated, statistics.withoutPersons,
          statistics.withoutCountries, statistics.withoutDates, statistics.doubtful,
        ] == [3, 1, 1, 1, 1, 1])
    }
  }

  private static let note = "tags of 1 of these 3 articles are doubtful: damaged text"

  @Test func anAnswerSaysWhatItsFacetsRestOn() throws {
    try withDamagedArchive { _, searcher in
      let results = try searcher.search(
        request("camp") { $0.facets = [FacetRequest(.person), FacetRequest(.date)] })
      #expect(results.total == 3 && results.doubtful == 1 && results.notes == [Self.note])
    }
  }

  @Test(arguments: ["camp", "camp date:1916"])
  func whatRestsOnNoTagsSaysNothing(query: String) throws {
    try withDamagedArchive { _, searcher in
      for facets in [[], [FacetRequest(.date)]] {
        let results = try searcher.search(request(query) { $0.facets = facets })
        #expect(results.doubtful == nil && results.notes == [])
      }
    }
  }

  @Test func filtersRestOnTagsToo() throws {
    try withDamagedArchive { _, searcher in
      let option = try searcher.search(request("camp") { $0.filters.people = ["Haldwick"] })
      let field = try searcher.search(request("camp person:Haldwick"))
      for results in [option, field] {
        #expect(results.total == 2 && results.doubtful == 1)
        #expect(results.notes.last == "tags of 1 of these 2 articles are doubtful: damaged text")
      }
    }
  }

  @Test func aStoredArticleHasTheShareThatItsTextHas() throws {
    try withDamagedArchive { archive, _ in
      let shares = try ["damaged", "sound"].map { id in
        try archive.index.articles(named: id)[0].tags.unknownWords
      }
      #expect(shares == [Tagger().tags(body: Self.damaged).unknownWords, nil])
      #expect(shares[0] != nil)
    }
  }

  @Test func anArchiveOfSoundTextsHasNoChunkForIt() throws {
    try withArchive { archive in
      try archive.write("a.jsonl", [["id": "sound", "body": Self.sound]])
      try archive.run()
      let chunks: Int? = try archive.index.read {
        try $0.value("SELECT count(*) FROM column_chunk WHERE name = 'unknown_words'")
      }
      #expect(chunks == 0)
    }
  }

  @Test func whatReplacesADamagedTextIsNotDoubtful() throws {
    try withDamagedArchive { archive, _ in
      try archive.write("a.jsonl", [["id": "damaged", "body": Self.sound]])
      try archive.run()
      #expect(try archive.index.statistics().doubtful == 0)
    }
  }
}
