import ArticleReading
import IndexDefinition
import Testing

/// Texts as editors of blogs store them, and feeds with elements of their own.
struct BlogExportTests {
  private func body(_ content: String, wordPress: Bool) throws -> String? {
    let mark = wordPress ? #" xmlns:wp="http://wordpress.org/export/1.2/""# : ""
    let feed = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"\(mark)><channel>
      <title>The Quay</title><item><title>Port</title>
      <content:encoded><![CDATA[\(content)]]></content:encoded></item></channel></rss>
      """
    return try events(in: feed.utf8, named: "a.xml").compactMap(\.article).first?.body
  }

  @Test(arguments: [
    (
      "[dropcap]S[/dropcap]hips <b>came</b>.\n\nThey left [sic].", "Ships came.\n\nThey left [sic]."
    ),
    (
      "One.\n\n[gallery ids=\"4,5\"]\n\n[contact_form]\n\nTwo [he said] now.",
      "One.\n\nTwo [he said] now."
    ),
    ("<h2>Head</h2>\nOne.\n<ul>\n <li>a</li>\n</ul>\n\nTwo.", "Head\n\nOne.\n\na\n\nTwo."),
  ])
  func postsAreReadAsTheyAreShown(typed: String, shown: String) throws {
    #expect(try body(typed, wordPress: true) == shown)
  }

  @Test func emptyLinesDivideMarkupThatHasNoParagraphs() throws {
    #expect(try body("<b>One</b>.\n\nTwo.", wordPress: false) == "One.\n\nTwo.")
    #expect(try body("<p>One\n\nand on.</p>", wordPress: false) == "One and on.")
    #expect(try body("One.\n \nTwo\nand on.", wordPress: false) == "One.\n\nTwo and on.")
  }

  @Test func anAgencysOwnElementsHoldTheWholeText() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:ca="http://a.example/ca"><title>CA</title><entry>
      <title>Port</title><content type="text">Ships.</content><ca:meta><ca:title>Port</ca:title>
      <ca:first_line>Ships came on Monday.</ca:first_line>
      <ca:body>  They found a berth, each of them.\n\n  They left.</ca:body></ca:meta></entry></feed>
      """
    let article = try events(in: feed.utf8, named: "a.xml").compactMap(\.article).first
    #expect(
      article?.body == "Ships came on Monday.\n\nThey found a berth, each of them.\n\nThey left.")
  }

  @Test func aGroupOfMediaHoldsText() throws {
    let feed = """
      <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Q</title><item><title>Port</title>
      <media:group><media:content url="x"/><media:text>Ships came.</media:text></media:group><description/></item>
      </channel></rss>
      """
    #expect(
      try events(in: feed.utf8, named: "a.xml").compactMap(\.article).first?.body == "Ships came.")
  }

  @Test func picturesAndMenusOfAnExportAreTold() throws {
    let feed = """
      <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Q</title>
      <item><title>quay.jpg</title><wp:post_type>attachment</wp:post_type></item>
      <item><title>Port</title><description>Ships.</description><wp:post_type>post</wp:post_type></item>
      </channel></rss>
      """
    let events = try events(in: feed.utf8, named: "a.xml")
    #expect(events.compactMap(\.article).map(\.title) == ["Port"])
    #expect(
      events.compactMap(\.failure?.message) == ["no body and no title; it holds no text"])
  }
}
