import ArticleReading
import IndexDefinition
import Testing

/// Files made to be slow, of thousands of parts beside or in each other, are read at a cost that grows with them.
///
/// What looked at all parts for each of them took minutes.
struct SlowFilesTests {
  private func articles(_ text: String, named name: String = "a.xml") throws -> [Article] {
    try events(in: text.utf8, named: name).compactMap(\.article)
  }

  private func article(_ text: String, named name: String = "a.xml") throws -> Article {
    try #require(try articles(text, named: name).first)
  }

  private func each(_ count: Int, _ part: (Int) -> String) -> String {
    (1...count).map(part).joined()
  }

  /// An item of NewsML 1.2 whose component holds this.
  private func item(_ components: String) -> String {
    """
    <NewsML><NewsEnvelope><DateAndTime>20240506T101500Z</DateAndTime></NewsEnvelope><NewsItem>
    <Identification><NewsIdentifier><PublicIdentifier>urn:1</PublicIdentifier></NewsIdentifier></Identification>
    <NewsComponent><AdministrativeMetadata><Provider><Party FormalName="CA"/></Provider></AdministrativeMetadata>
    \(components)</NewsComponent></NewsItem></NewsML>
    """
  }

  /// An item of NewsML-G2 with these elements in its content's metadata and this content.
  private func item(meta: String = "<headline>Port</headline>", content: String) -> String {
    """
    <newsItem guid="n1" xml:lang="en"><contentMeta>\(meta)</contentMeta><contentSet>\(content)</contentSet></newsItem>
    """
  }

  @Test func thousandsOfStoriesOfOneItemShareWhatItSays() throws {
    let count = 3000
    let text = item(
      each(count) {
        """
        <NewsComponent><NewsLines><HeadLine>Port \($0)</HeadLine></NewsLines>
        <ContentItem><DataContent><p>Ship \($0) came.</p></DataContent></ContentItem></NewsComponent>
        """
      })
    let stories = (1...count).map {
      Article(
        id: "urn:1#\($0)", title: "Port \($0)", body: "Ship \($0) came.",
        date: CalendarDate("2024-05-06"), publishedAt: "2024-05-06T10:15:00Z", source: "CA",
        path: "a.xml")
    }
    #expect(try articles(text) == stories)
  }

  @Test func thousandsOfContentsOfOneComponentHaveItsRole() throws {
    let text = item(
      #"<Role FormalName="Lead"/>"#
        + each(20_000) { "<ContentItem><DataContent>Ship \($0).</DataContent></ContentItem>" })
    #expect(try article(text).body == "Ship 1.")
  }

  @Test func contentNestedInContentIsReadOnce() throws {
    let depth = 6000
    let content = String(repeating: "<inlineXML>a", count: depth)
    let ends = String(repeating: "</inlineXML>", count: depth)
    #expect(
      try article(item(content: content + ends)).body == String(repeating: "a", count: depth))
    let bodies = "<nitf><body>" + String(repeating: "<body.content><p>a</p>", count: depth)
    #expect(
      try article(bodies).body == Array(repeating: "a", count: depth).joined(separator: "\n\n"))
  }

  @Test func fieldsNestedInFieldsAreReadOnce() throws {
    func nested(_ name: String) -> String { String(repeating: "<\(name)>", count: 450) }
    let words = String(repeating: "<b>a </b>", count: 20_000)
    let line = Array(repeating: "a", count: 20_000).joined(separator: " ")
    let content = "<inlineData>Ships.</inlineData>"
    #expect(try article(item(meta: nested("headline") + words, content: "")).title == line)
    let keywords = try article(item(meta: content + nested("keyword") + words, content: ""))
    #expect(keywords.extra == #"{"keywords":["\#(line)"]}"#)
    let writers = try article(item(meta: content + "<by>" + nested("person") + words, content: ""))
    #expect(writers.byline == line)
    let makers = content + nested("creator") + "<name>Ada Day</name>" + words
    #expect(try article(item(meta: makers, content: "")).byline == "Ada Day")
  }

  @Test func itemsThatNothingEndsAreReadOnce() throws {
    let text =
      "<newsMessage>" + each(400) { "<newsItem guid=\"n\($0)\"><headline>Port \($0)</headline>" }
      + String(repeating: "<p>a</p>", count: 20_000)
    let found = try articles(text)
    #expect(found.map(\.id) == (1...400).map { "n\($0)" })
    #expect(found.map(\.title) == (1...400).map { "Port \($0)" })
  }

  @Test func thousandsOfReferencesOfAPackageAreLookedUp() throws {
    let count = 8000
    let items = each(count) {
      "<newsItem guid=\"urn:a:\($0)\"><headline>\($0)</headline><inlineData>Ship.</inlineData></newsItem>"
    }
    let references = each(count + 2) { "<itemRef residref=\"a:\($0)\"/>" }
    let text = "<newsMessage>\(items)<packageItem>\(references)</packageItem></newsMessage>"
    let failures = try events(in: text.utf8, named: "a.xml").compactMap(\.failure)
    #expect(failures.map(\.message) == ["the package lists 2 items that are not in the file"])
  }

  @Test func ofVeryManyOtherTextsTheFirstAreKept() throws {
    let text =
      "<nitf><body>" + each(5000) { "<body.content><p>Ship \($0) a.</p></body.content>" }
      + "<body.content><p>The whole story.</p></body.content></body></nitf>"
    let others = (1...64).map { "\"Ship \($0) a.\"" }.joined(separator: ",")
    let article = try article(text)
    #expect(article.body == "The whole story.")
    #expect(article.extra == #"{"texts":[\#(others)]}"#)
    let failures = try events(in: text.utf8, named: "a.xml").compactMap(\.failure)
    #expect(failures.map(\.message) == ["4936 further texts of one item are left out"])
  }

  @Test func thousandsOfWritersAreNamed() throws {
    let count = 20_000
    let names = (1...count).map { "Ada Day \($0)" }
    let byline = names.joined(separator: ", ")
    func writers(_ element: String) -> String {
      names.map { "<\(element)>\($0)</\(element)>" }.joined()
    }
    let feed = "<rss><channel><item><title>Port</title>\(writers("author"))</item></channel></rss>"
    #expect(try article(feed).byline == byline)
    let tei =
      "<TEI><teiHeader><titleStmt>\(writers("author"))</titleStmt></teiHeader><text><p>Ships.</p></text></TEI>"
    #expect(try article(tei).byline == byline)
  }

  @Test func encodedFilesWithoutAnEndAreText() throws {
    let lines = String(repeating: "=ybegin line=128 size=1 name=a\n", count: 20_000)
    let mail = "Subject: Port\nMessage-ID: <1@example.org>\n\n"
    #expect(try article(mail + lines, named: "a.eml").body == String(lines.dropLast()))
    let ended = try article(mail + "=ybegin a\nx\n=yend\n" + lines, named: "a.eml")
    #expect(ended.body == String(lines.dropLast()))
  }

  @Test func linesOfAFlowedTextGoOnForLong() throws {
    let mail =
      "Subject: Port\nMessage-ID: <1@example.org>\nContent-Type: text/plain; format=flowed\n\n"
    let text = String(repeating: "ships came \n", count: 30_000) + "in.\n"
    #expect(
      try article(mail + text, named: "a.eml").body
        == String(repeating: "ships came ", count: 30_000) + "in.")
  }

  @Test func encodedWordsWithoutAnEndAreWords() throws {
    let subject = String(repeating: "=?utf-8?q?a ", count: 30_000) + "end"
    let mail = "Message-ID: <1@example.org>\nSubject: \(subject)\n\nSome =?utf-8?q?a words.\n"
    let article = try article(mail, named: "a.eml")
    #expect(article.title == String(repeating: "= utf-8?q?a ", count: 30_000) + "end")
    #expect(article.body == "Some =?utf-8?q?a words.")
  }

  @Test(arguments: [
    (String(repeating: "[", count: 60_000), String(repeating: "[", count: 60_000)),
    (String(repeating: "[a](", count: 20_000), String(repeating: "[a](", count: 20_000)),
    (
      String(repeating: "[", count: 300) + "a" + String(repeating: "](b)", count: 300),
      "a"
    ),
    (String(repeating: "[* a](b) ", count: 9), String(repeating: "* a ", count: 9)),
    ("[a [b](c] d) (e)", "[a b (e)"), ("[a\\](b) <c", "a\\ <c"),
  ])
  func bracketsOfMarkdownAreFoundInOnePass(text: String, plain: String) throws {
    let body = try article("# Port\n\n" + text + "\n", named: "a.md").body
    #expect(body == plain + "\n")
  }

  @Test(arguments: [
    ("{{a}}", 20_000, "b", "b"), ("{{a\n", 20_000, "b", "b"),
    ("{|\n", 20_000, "b {{c {{d}} e}}f", "b f"),
    ("[[a", 20_000, "]]", String(repeating: "a", count: 20_000)),
    ("&lt;ref&gt;a ", 20_000, "b", String(repeating: "a ", count: 20_000) + "b"),
    ("", 0, "[[File:a.jpg|b [[c]] d]]e [[f|g]] {{{h}}} [[i]", "e g } i]"),
  ])
  func bracketsOfAWikiAreFoundInOnePass(
    part: String, count: Int, end: String, plain: String
  ) throws {
    let text = String(repeating: part, count: count) + end
    let dump =
      "<mediawiki><page><title>Port</title><ns>0</ns><revision><text>\(text)</text></revision></page></mediawiki>"
    let body = try article(dump).body
    #expect(body == plain)
  }

  @Test func aLetterWithMarksWithoutNumberIsKept() throws {
    let text = "Port\n\nShips a" + String(repeating: "\u{301}\u{323}", count: 60_000) + " came."
    let (below, above) = ("\u{323}", "\u{301}")
    func row(_ count: Int) -> String {
      String(repeating: below, count: count) + String(repeating: above, count: 32)
    }
    // Ordered by the standard library 64 at a time.
    let rows = row(31) + String(repeating: row(32), count: 120_000 / 64 - 1)
    let body = try article(text, named: "a.txt").body
    #expect(body.utf8.elementsEqual("Ships \u{1ea1}\(rows) came.".utf8))
  }

  @Test func ofAttributesWithoutNumberTheFirstCount() throws {
    let attributes = each(30_000) { " a\($0)=\"b>\"" }
    let text =
      "<TEI><text><p>Ships<lb\(attributes) break=\"no\"/>came<lb break=\"no\"\(attributes)/>in.</p></text></TEI>"
    #expect(try article(text).body == "Ships camein.")
  }

  @Test func aHostIsLookedForInNamesOfSites() throws {
    let head = { (site: String) in
      "<html><head><link rel=\"canonical\" href=\"https://www.westhaven.example/\(String(repeating: "a/", count: 200_000))\">"
        + "<meta property=\"og:site_name\" content=\"\(site)\"><title>Port</title></head><body><p>Ships came.</p></body></html>"
    }
    let names = Array(repeating: "Harbour", count: 20_000).joined(separator: " ")
    #expect(try article(head(names), named: "a.html").source == names)
    #expect(try article(head("The Westhaven"), named: "a.html").source == "The Westhaven")
  }
}
