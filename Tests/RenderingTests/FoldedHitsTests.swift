import ArticleModel
import Rendering
import SearchModel
import Testing

/// Near-copies on a page as one hit.
struct FoldedHitsTests {
  private static func hit(
    _ id: String, _ source: String?, story: String? = nil, path: String = "a.jsonl"
  ) -> Hit {
    var hit = Hit(
      id: id, score: 1, title: "Title \(id)", date: nil, source: source, url: nil, path: id,
      snippet: Snippet(text: "Text.", highlights: []), people: [], countries: [])
    (hit.story, hit.storyPath) = (story, story.map { _ in path })
    return hit
  }

  private func text(_ hits: [Hit], total: Int, stories: Int?, folds: Bool = true) -> String {
    var results = SearchResults(
      text: "q", understood: "q", total: total, seconds: 0.5, hits: hits)
    results.totalStories = stories
    return ResultsText(results, style: Style(usesColor: false), width: 80, folds: folds).text
  }

  private static let hits = [
    hit("a", "Wire", story: "a"), hit("b", nil), hit("c", "Post", story: "a"),
    hit("d", "Wire", story: "a"), hit("e", "Wire", story: "a", path: "other.jsonl"),
  ]

  @Test func copiesStandUnderTheFirstWhichKeepsItsPlace() {
    #expect(
      text(Self.hits, total: 9, stories: 6) == """
        9 articles in 6 stories  ·  q  ·  500 ms

        1. Title a  Wire
           Text.
           id a
           also in 1 outlet, and 2 near-copies

        2. Title b
           Text.
           id b

        5. Title e  Wire
           Text.
           id e


        """)
  }

  @Test func unfoldedTheyAreHits() {
    let text = text(Self.hits, total: 5, stories: nil, folds: false)
    #expect(text.hasPrefix("5 articles  ·"))
    #expect(!text.contains("near-cop") && text.contains("4. Title d"))
  }

  @Test func placesOfAnArticleAreOutletsToo() {
    var hit = Self.hit("a", "Wire")
    hit.duplicatePlaces = [
      .init(id: "x", path: "x", source: "Post"), .init(id: "y", path: "y", source: "Times"),
      .init(id: "z", path: "z", source: "Wire"),
    ]
    #expect(text([hit], total: 1, stories: 1).contains("\n   also in 2 outlets\n"))
  }

  @Test func aFacetOfStoriesSaysSo() {
    var results = SearchResults(text: "q", understood: "q", total: 1, seconds: 0.5, hits: [])
    let japan = FacetResult.Bucket(value: "JP", label: "Japan", count: 1, isSelected: false)
    results.countries = FacetResult(buckets: [japan], hasMore: false)
    results.facetsCountStories = true
    let text = ResultsText(results, style: Style(usesColor: false), width: 80).text
    #expect(text.contains("\nCountries, stories\n  Japan"))
  }
}
