import ArticleReading
import IndexDefinition
import Testing

struct MarkdownTests {
  @Test func frontMatterGivesTheFields() throws {
    let text = """
      ---
      # a comment
      title: "Harbour: open \\"again\\""
      date: 2024-05-06
      author: [A. Day, 'B. Night']
      source: Gazette
      lang: en-GB
      url: https://example.org/a
      id: m1
      tags:
        - ports
        - trade
      summary: >
        Ships may
        come.
      ---

      Ships came.
      """
    #expect(
      try events(in: text.utf8, named: "a.md") == [
        .article(
          Article(
            id: "m1", title: "Harbour: open \"again\"", body: "\nShips came.",
            date: CalendarDate("2024-05-06"), byline: "A. Day, B. Night", source: "Gazette",
            url: "https://example.org/a", language: "en", path: "a.md",
            extra: #"{"summary":"Ships may come.","tags":["ports","trade"]}"#))
      ])
  }

  @Test(arguments: [
    "# Port opens #\n\nText.", "Port opens\n=====\n\nText.", "\n# *Port* opens\nText.",
  ])
  func firstHeadingIsTheTitle(text: String) throws {
    let article = try #require(try events(in: text.utf8, named: "a.md").first?.article)
    #expect(article.title == "Port opens")
    #expect(article.body == "Text.")
  }

  @Test(arguments: [
    ("**Bold**, *slanted* and _so_ snake_case 2 * 3", "Bold, slanted and so snake_case 2 * 3"),
    ("A [link](https://x.org/a_(b)), ![a ship](s.png) and [one][1]", "A link, a ship and one"),
    ("## Part\n> quoted\n- item\n* item", "Part\nquoted\n- item\n* item"),
    ("`code` \\*kept\\* <https://x.org> <b>bold</b> 1 < 2", "code *kept* https://x.org bold 1 < 2"),
    ("One \\\nand on", "One \nand on"), ("[not a link] and ~~gone~~", "[not a link] and gone"),
    ("```swift\nlet a\n```\n", "\nlet a\n\n"),
  ])
  func marksGoAndWordsStay(markdown: String, plain: String) throws {
    let text = "---\ntitle: T\n---\n" + markdown
    #expect(try events(in: text.utf8, named: "a.md").first?.article?.body == plain)
  }

  @Test func unendedFrontMatterIsText() throws {
    let events = try events(in: "---\ntitle: T\n\nText goes on.".utf8, named: "a.md")
    #expect(events.first?.article?.body.contains("title: T") == true)
  }
}
