import QueryLanguage
import SearchIndex
import SearchModel
import Testing

/// What a file of synonyms does to answers.
struct SynonymSearchTests {
  private let articles = [
    article(1, "", "A car stood there."), article(2, "", "The automobiles stood there."),
    article(3, "", "Old motor cars stood there."), article(4, "", "A motor of some kind."),
    article(5, "", "The United Nations met."), article(6, "", "The UN met again."),
    article(7, "", "Nations that united."), article(8, "", "The Security Council met."),
  ]

  private func search(
    _ text: String, _ file: String, _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> SearchResults {
    try withSearcher(articles) { searcher, _ in
      let synonyms = try Synonyms(file: file.utf8)
      return try searcher.search(
        request(text) {
          $0.synonyms = synonyms
          change(&$0)
        })
    }
  }

  private static let cars = "car, automobile, motor car"
  private static let nations = "UN, United Nations => Security Council\nUN => United Nations"

  @Test func aWordFindsItsGroupInAllForms() throws {
    for word in ["car", "cars", "Automobile"] {
      let results = try search(word, Self.cars)
      #expect(Set(results.ids) == ["1", "2", "3"], "\(word)")
    }
    #expect(
      try search("cars", Self.cars).notes == ["cars stands also for automobile, motor car"])
    #expect(try search("wheel OR car", Self.cars).total == 3)
    #expect(Set(try search("-car stood", Self.cars).ids) == [])
  }

  @Test func severalWordsFindTheirGroupAndStillBothWords() throws {
    #expect(Set(try search("motor car", Self.cars).ids) == ["1", "2", "3"])
    let any = try search("motor car", Self.cars) { $0.match = .any }
    #expect(Set(any.ids) == ["1", "2", "3", "4"])
    let nations = try search("met united nations", Self.nations)
    #expect(Set(nations.ids) == ["5", "8"])
    #expect(nations.notes == ["united nations stands also for Security Council"])
  }

  @Test func oneWayIsOneWay() throws {
    #expect(Set(try search("UN", Self.nations).ids) == ["5", "6", "8"])
    #expect(Set(try search("united nations", Self.nations).ids) == ["5", "7", "8"])
    #expect(try search("security council", Self.nations).ids == ["8"])
    #expect(try search("security council", Self.nations).notes == [])
  }

  @Test func exactWordsAndPhrasesStayThemselves() throws {
    #expect(try search("=car", Self.cars).ids == ["1"])
    #expect(try search("\"motor cars\"", Self.cars).ids == ["3"])
    #expect(try search("ca*", Self.cars).ids.sorted() == ["1", "3"])
  }

  @Test func aTypedWordCountsMoreThanItsSynonyms() throws {
    let results = try search("car", Self.cars) { $0.ranking = .fast }
    #expect(results.ids.first == "1")
  }

  @Test func synonymsAreHighlighted() throws {
    let results = try search("car", Self.cars)
    let shown = results.hits.map { hit in
      hit.snippet.highlights.map {
        String(decoding: Array(hit.snippet.text.utf8)[$0], as: UTF8.self)
      }
    }
    #expect(Set(shown) == [["car"], ["automobiles"], ["motor cars"]])
  }
}
