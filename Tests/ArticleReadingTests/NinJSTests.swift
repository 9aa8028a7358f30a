import ArticleReading
import IndexDefinition
import Testing

/// Agencies' items in JSON (ninjs 1 to 3), which hold one text in several forms.
struct NinJSTests {
  @Test func aTextInOneLineGivesWayToItsTwinWithParagraphs() throws {
    let item = """
      {"uri": "u1", "versioncreated": "2024-05-06T10:15:00Z", "headline": "Port", "title": "PORT-1",
       "body_text": "Ships came. They left.", "body_xhtml": "<p>Ships came.</p><p>They left.</p>"}
      """
    let article = try events(in: item.utf8, named: "a.json").compactMap(\.article).first
    #expect([article?.title, article?.body] == ["Port", "Ships came.\n\nThey left."])
    #expect(article?.extra?.contains(#""body_text":"Ships came. They left.""#) == true)
    #expect(article?.extra?.contains(#""title":"PORT-1""#) == true)
  }

  @Test func aLabelGivesWayToTheCaption() throws {
    let item = """
      {"headline": "The quay", "body_text": "The quay", "description_text": "Ships at the quay."}
      """
    let article = try events(in: item.utf8, named: "a.json").compactMap(\.article).first
    #expect([article?.title, article?.body] == ["The quay", "Ships at the quay."])
  }

  @Test func ofFormsInAListTheMainOneIsTaken() throws {
    let item = """
      {"uri": "u1", "standard": {"name": "ninjs", "version": "3.0"}, "versioncreated": "2024-05-06T10:15:00Z",
       "headlines": [{"role": "short", "value": "P"}, {"role": "main", "value": "Port"}],
       "bylines": [{"value": "By Ada Day"}],
       "bodies": [{"contenttype": "text/plain", "value": "Ships came. They left."},
         {"contenttype": "text/html", "value": "<p>Ships came.</p><p>They left.</p>"}]}
      """
    let article = try #require(try events(in: item.utf8, named: "a.json").first?.article)
    #expect(
      [article.title, article.body, article.byline]
        == ["Port", "Ships came.\n\nThey left.", "Ada Day"])
    #expect(article.extra?.contains(#"{"role": "short", "value": "P"}"#) == true)
  }

  @Test func anItemWithoutATextIsTold() throws {
    let item = """
      {"uri": "u1", "type": "composite", "versioncreated": "2024-05-06T10:15:00Z", "headline": "Top",
       "associations": {"main": {"headline": "Port"}}}
      """
    let events = try events(in: item.utf8, named: "a.json")
    #expect(events.compactMap(\.failure?.message) == ["“Top” has no text in the file"])
  }

  @Test func itemsThatAPackageHoldsItselfAreArticles() throws {
    let item = """
      {"uri": "u1", "type": "composite", "versioncreated": "2024-05-06T10:15:00Z", "headline": "Top",
       "associations": {"main": [{"uri": "u2", "headline": "Port", "body_html": "<p>Ships.</p>"}],
         "side": {"uri": "u3", "headline": "Elsewhere"}}}
      """
    let events = try events(in: item.utf8, named: "a.json")
    #expect(
      events.compactMap(\.article).map { [$0.id, $0.title, $0.body] }
        == [["u1", "Top", ""], ["u2", "Port", "Ships."]])
    #expect(events.compactMap(\.failure?.message) == ["“Top” has no text in the file"])
  }
}
