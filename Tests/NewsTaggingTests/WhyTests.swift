import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct WhyTests {
  private func readings(_ word: String, _ body: String, title: String = "") -> [WordReadings] {
    Tagger().readings(of: word, in: Article(id: "a", title: title, body: body))
  }

  @Test(arguments: try FixtureRow.all("tagging/why.tsv"))
  func aWordHasItsReasons(row: FixtureRow) {
    let place = readings(row[0], row[1]).first
    let told = place?.readings.map { reading in
      "\(reading.kind.rawValue) \(reading.code ?? "-") \(reading.isTagged ? "yes" : "no") \(reading.rule)"
    }
    #expect(told?.joined(separator: "; ") == row[2])
  }

  @Test func eachPlaceIsAnsweredTitleFirstAndWithoutCase() {
    let places = readings("villa", "They saw Villa. The VILLA burnt.", title: "Villa")
    #expect(places.map(\.field) == [.title, .body, .body])
    #expect(places.map(\.range) == [0..<5, 9..<14, 20..<25])
  }

  @Test func whatIsTaggedIsWhatTheReadingsSay() {
    let body = """
      PARIS, Aug. 28. Gen. Haldwick left Greece for Georgia. French troops and Dr. Anna Marsh of \
      Keene, N. H., saw Chad and Lima. Paris is quiet, and so is Haldwick.
      """
    let article = Article(id: "a", title: "", body: body)
    let tags = Tagger().tags(of: article)
    let people = tags.people.flatMap(\.mentions).map(\.range)
    for word in ["Paris", "Haldwick", "Greece", "Georgia", "French", "Marsh", "Keene", "Chad"] {
      for place in Tagger().readings(of: word, in: article) {
        let codes = tags.countries.filter { country in
          country.mentions.contains { $0.range.overlaps(place.range) }
        }.map(\.code)
        let told = place.readings.filter { $0.kind == .country && $0.isTagged }.compactMap(\.code)
        #expect(Set(told) == Set(codes), "\(word)")
        let isPerson = people.contains { $0.overlaps(place.range) }
        #expect(place.readings[0].isTagged == isPerson, "\(word)")
      }
    }
  }

  @Test func aPlaceBelowItsBarTellsBothNumbers() throws {
    let reading = try #require(
      readings("Reading", "Reading is fun for all.").first?.readings.last)
    let (score, threshold) = try #require(
      reading.score.flatMap { score in reading.threshold.map { (score, $0) } })
    #expect(!reading.isTagged && reading.rule == "votes" && score < threshold)
  }

  @Test func nothingIsToldOfATextThatIsNotTagged() {
    let body = "Город был тихий, и люди спали. Вильсон приехал в Москву."
    #expect(readings("Вильсон", body) == [])
  }
}
