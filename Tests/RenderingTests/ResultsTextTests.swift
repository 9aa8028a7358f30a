import IndexDefinition
import SearchModel
import Testing

@testable import Rendering

/// What an answer looks like on a terminal.
struct ResultsTextTests {
  private static let plain = Style(usesColor: false)

  private static let hit: Hit = {
    var hit = Hit(
      id: "7kq2m9xw4t", score: 2, title: "Harbour strike ends", date: CalendarDate("2025-03-02"),
      source: "Harbour Wire", url: nil, path: "news/2025/strike.txt",
      snippet: Snippet(text: "The harbour strike ends.", highlights: []), people: ["Ada Quill"],
      countries: ["GB"])
    hit.missing = []
    return hit
  }()

  private func results(_ change: (inout SearchResults) -> Void) -> SearchResults {
    var results = SearchResults(
      text: "harbour", understood: "harbour", total: 1, seconds: 0.5, hits: [Self.hit])
    change(&results)
    return results
  }

  private func text(_ width: Int, _ change: (inout SearchResults) -> Void = { _ in }) -> String {
    ResultsText(results(change), style: Self.plain, width: width).text
  }

  @Test func aHitNamesItsFileOrItsAddress() {
    #expect(
      text(80) == """
        1 article  ·  harbour  ·  500 ms

        1. Harbour strike ends  2025-03-02 · Harbour Wire
           The harbour strike ends.
           Ada Quill · GB
           id 7kq2m9xw4t · news/2025/strike.txt


        """)
    let online = text(80) { $0.hits[0].url = "https://example.org/strike" }
    #expect(online.contains("\n   id 7kq2m9xw4t · https://example.org/strike\n"))
  }

  /// Names, addresses and texts that are longer than any line.
  private func long(_ results: inout SearchResults) {
    let word = String(repeating: "longer", count: 40)
    results.understood = Array(repeating: "harbour", count: 40).joined(separator: " ")
    results.notes = ["no article mentions a person named \(word); did you mean \(word)?"]
    results.tree = "side by side\n  word \(word)"
    results.hits[0].title = word
    results.hits[0].source = word
    results.hits[0].url = "https://example.org/\(word)"
    results.hits[0].people = [word, "Bo Marsh", "Cy Moor", word]
    results.hits[0].snippet = Snippet(
      text: "See https://example.org/\(word) and \(String(repeating: "選挙", count: 60)).",
      highlights: [4..<30])
    results.hits[0].missing = [word, word]
    results.hits[0].explanation = (0..<9).map { ScorePart(.word, name: "\(word)\($0)", value: 1) }
    results.people = facet(within: 3, labels: [word, "Bo Marsh"])
    results.timeline = Timeline(
      kind: .person, interval: .year, dates: (1900...2025).compactMap { CalendarDate(year: $0) },
      series: [.init(value: word, label: word, counts: (0..<126).map { $0 }, undated: 0)])
  }

  private func facet(within: Int?, labels: [String]) -> FacetResult {
    FacetResult(
      buckets: labels.map {
        FacetResult.Bucket(
          value: $0, label: $0, count: 1_234_567, within: within, isSelected: false)
      }, hasMore: true)
  }

  @Test(arguments: [40, 60, 80, 140, 200]) func nothingOverrunsALine(width: Int) {
    for line in text(width, long).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test(arguments: [40, 80]) func anIdIsNeverBroken(width: Int) {
    let id = "feed/" + String(repeating: "0123456789", count: 12)
    let lines = text(width) {
      long(&$0)
      $0.hits[0].id = id
    }.split(separator: "\n")
    #expect(lines.contains("   id \(id)"))
  }

  @Test func ofAPathThatIsTooLongTheEndIsShown() {
    let shown = text(40) {
      $0.hits[0].path = "news/" + String(repeating: "a", count: 60) + "/strike.txt"
    }
    let line = shown.split(separator: "\n").first { $0.hasSuffix("/strike.txt") }
    #expect(line == "   …aaaaaaaaaaaaaaaaaaaaaaaaa/strike.txt")
  }

  @Test func ofAFacetThatIsFilteredWhatHitsHaveStandsFirst() {
    let shown = text(80) {
      $0.people = FacetResult(
        buckets: [
          .init(value: "Ada Quill", label: "Ada Quill", count: 12, within: 12, isSelected: true),
          .init(value: "Bo Marsh", label: "Bo Marsh", count: 195, within: 3, isSelected: false),
        ], hasMore: false)
    }
    #expect(
      shown.hasSuffix(
        """
        People  in these articles, of all without this filter
        ● Ada Quill  12 of  12  ████████████████████████████████████████
          Bo Marsh    3 of 195  ██████████


        """))
  }

  @Test func datesWithoutArticlesAreFolded() {
    let shown = text(80) {
      let months = [("May 2025", 2), ("June 2025", 0), ("July 2025", 0), ("August 2025", 4)]
      $0.dates = DateFacetResult(
        interval: .month,
        facet: FacetResult(
          buckets: months.map { .init(value: $0, label: $0, count: $1, isSelected: false) },
          hasMore: false), undated: 7)
    }
    #expect(
      shown.hasSuffix(
        """
        Dates by month
          May 2025     2  ████████████████████
          ⋮ 2 months without articles
          August 2025  4  ████████████████████████████████████████
          undated: 7


        """))
  }

  @Test func facetsAreARecordABucketInCSV() {
    let results = results {
      $0.people = FacetResult(
        buckets: [.init(value: "Ada “A” \"B\"", label: "Ada", count: 2, isSelected: false)],
        hasMore: false)
      $0.sources = FacetResult(
        buckets: [.init(value: "Wire", label: "Wire", count: 5, within: 1, isSelected: false)],
        hasMore: false, unknown: .init(count: 3, within: 0))
      $0.dates = DateFacetResult(
        interval: .week,
        facet: FacetResult(
          buckets: [
            .init(value: "2025-W36", label: "1 September 2025", count: 4, isSelected: false)
          ], hasMore: false), undated: 2)
    }
    #expect(FacetLines.head(isBatch: true) == "qid,kind,value,label,count,within\r\n")
    #expect(
      FacetLines(results).text.split(separator: "\r\n") == [
        "\"person\",\"Ada “A” \"\"B\"\"\",\"Ada\",\"2\",\"2\"",
        "\"date\",\"2025-W36\",\"1 September 2025\",\"4\",\"4\"",
        "\"date\",\"\",\"undated\",\"2\",\"2\"",
        "\"source\",\"Wire\",\"Wire\",\"5\",\"1\"",
        "\"source\",\"\",\"unknown\",\"3\",\"0\"",
      ])
  }
}
