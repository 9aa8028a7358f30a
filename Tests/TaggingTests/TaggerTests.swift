import IndexDefinition
import Tagging
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

  @Test func theSameArticleGivesTheSameTags() {
    #expect(Tagger().tags(of: Self.article) == Tagger().tags(of: Self.article))
  }
}
