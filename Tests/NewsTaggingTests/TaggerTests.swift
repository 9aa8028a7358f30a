import IndexDefinition
import NewsTagging
import Testing

struct TaggerTests {
  private static let article = Article(
    id: "1", title: "Leaders meet in Paris",
    body: """
      Sir Keir Starmer met French president Emmanuel Macron in Paris on Saturday. Mr Macron thanked \
      Sir Keir. On 3 May 2024 they had met in London.
      """, date: CalendarDate("2025-09-07"))

  @Test func tagsWhoWhereAndWhenOfOneArticle() {
    let tags = Tagger().tags(of: Self.article)
    #expect(tags.people.map(\.name) == ["Keir Starmer", "Emmanuel Macron"])
    #expect(tags.people.map(\.mentions.count) == [2, 2])
    #expect(Set(tags.countries.map(\.code)) == ["FR", "GB"])
    #expect(tags.dates.map(\.date.description) == ["2024-05-03", "2025-09-06"])
  }

  @Test func anArticleInPartsIsTaggedAsAWhole() {
    let tags = Tagger().tags(
      title: Self.article.title, body: Self.article.body, date: Self.article.date)
    #expect(tags == Tagger().tags(of: Self.article))
    #expect(Set(tags.countries.map(\.name)) == ["France", "United Kingdom"])
  }

  @Test func weekdaysAreNoDatesWithoutADay() {
    let days = [nil, CalendarDate("2025-09"), CalendarDate("2025-09-07")].map { date in
      Tagger().tags(body: "They met in Paris on Saturday.", date: date).dates.map(
        \.date.description)
    }
    #expect(days == [[], [], ["2025-09-06"]])
  }

  @Test func theSameArticleGivesTheSameTags() {
    #expect(Tagger().tags(of: Self.article) == Tagger().tags(of: Self.article))
  }
}
