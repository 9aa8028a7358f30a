import IndexDefinition
import SearchIndex
import SearchModel
import Testing

/// What is said when a query finds nothing.
struct EmptyAnswerTests {
  private let articles = [
    article(1, "Harbour strike", "The harbour workers walk out.", date: "2025-03-01"),
    article(2, "Harbour talks", "The harbour talks begin.", date: "2025-03-02"),
    article(3, "Wheat", "A good year for wheat.", date: "2024-08-01"),
  ]

  @Test func wordsThatNoArticleHoldsTogetherAreCounted() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("harbour workers wheat"))
      #expect(results.ids == [])
      #expect(
        results.notes == [
          "no article has all of the words; articles with each: “harbour” 2, “workers” 1, “wheat” 1"
        ])
    }
  }

  @Test func anUnknownWordIsAskedBack() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("harbuor strike"))
      #expect(results.ids == [])
      #expect(results.notes.first == "no article has the word “harbuor”; did you mean harbour?")
    }
  }

  /// A letter left out or two swapped say more than a wrong one; then the more frequent word.
  @Test(arguments: [
    ("harbuor", "harbour"), ("whaet", "wheat"), ("strke", "strike"), ("talksbegin", "talks begin"),
    ("workesr", "workers"), ("yeer", "year"), ("walc", "walk"),
  ])
  func theLikeliestWordComesFirst(typed: String, meant: String) throws {
    try withSearcher(articles) { searcher, _ in
      let suggestions = try searcher.suggestions(for: typed)
      #expect(suggestions.first == meant)
    }
  }

  @Test func wordsThatStandNowhereSideBySideAreNotSuggested() throws {
    try withSearcher(articles) { searcher, _ in
      let suggestions = try searcher.suggestions(for: "wheatharbour")
      #expect(suggestions == [])
    }
  }

  @Test func aWordCutInTwoIsJoined() throws {
    try withSearcher(articles) { searcher, _ in
      let notes = try searcher.search(request("har bour")).notes
      #expect(notes.first == "no article has the word “har”; did you mean harbour?")
    }
  }

  @Test func ofARequestThatWantsNoHelpNothingIsSaid() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("harbour wheat") { $0.isStrict = true })
      #expect(results.total == 0)
      #expect(results.notes.isEmpty)
    }
  }

  @Test func filtersAreNeverDroppedButExplained() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(
        request("harbour") { $0.filters.dates = [DateRange(to: CalendarDate(year: 2024))] })
      #expect(results.total == 0)
      #expect(results.notes == ["without the filter on date: 2 articles"])
    }
  }

  @Test func aPhraseThatNoArticleHasIsExplained() throws {
    try withSearcher(articles) { searcher, _ in
      let phrase = try searcher.search(request("\"strike harbour\""))
      #expect(phrase.total == 0)
      #expect(
        phrase.notes
          == ["no article has “strike harbour” as a phrase; with the words anywhere: 1"])
      let near = try searcher.search(request("harbour NEAR/0 wheat"))
      #expect(
        near.notes
          == ["no article has “harbour wheat” so near each other; with the words anywhere: 0"])
    }
  }

  @Test func theClauseThatKillsTheQueryIsNamedWithWhatItCosts() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("harbour date:2024 -wheat"))
      #expect(results.total == 0)
      #expect(results.notes == ["without date:2024: 2 articles"])
    }
  }

  @Test func stopWordsExcludeNothing() throws {
    try withSearcher(articles) { searcher, _ in
      let wheat = try searcher.search(request("the wheat"))
      #expect(wheat.ids == ["3"])
      let the = try searcher.search(request("the"))
      #expect(the.total == 2)
    }
  }
}
