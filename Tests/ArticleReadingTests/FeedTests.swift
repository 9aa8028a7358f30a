import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

struct FeedTests {
  /// The only article of an item with this inside.
  private func article(_ inside: String, root: String = "rss", attributes: String = "") throws
    -> Article
  {
    let feed =
      "<\(root) \(attributes)><channel><title>Coast</title><link>https://a.example/news/</link>"
      + "<item>\(inside)</item></channel></\(root)>"
    return try #require(try events(in: feed.utf8, named: "a.xml").first?.article)
  }

  @Test func namespacesCountNotTheirPrefixes() throws {
    let rdf = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:r="http://purl.org/rss/1.0/"
        xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:x="urn:x">
      <r:channel><r:title>Coast</r:title></r:channel>
      <r:item rdf:about="https://a.example/1"><title>No</title><r:title>Port</r:title><x:title>Other</x:title>
      <r:description>Short.</r:description><c:encoded>&lt;p&gt;Ships.&lt;/p&gt;</c:encoded>
      <d:date>2024-05-06T10:00:00Z</d:date><d:creator>Ada Day</d:creator></r:item></rdf:RDF>
      """
    let article = try #require(try events(in: rdf.utf8, named: "a.rdf").first?.article)
    #expect(
      [
        article.title, article.body, article.date?.description, article.byline, article.source,
        article.url,
      ]
        == ["Port", "Ships.", "2024-05-06", "Ada Day", "Coast", "https://a.example/1"])
  }

  @Test(arguments: [
    (#"<content mode="base64" type="text/html">PHA+U2hpcHM8L3A+</content>"#, "Ships"),
    (#"<content type="application/octet-stream">PHA+U2hpcHM8L3A+</content>"#, "Ships"),
    (
      #"<content type="text">History of the &lt;blink&gt; tag</content>"#,
      "History of the <blink> tag"
    ),
    (
      #"<content type="html">the &amp;lt;b&amp;gt; &lt;i&gt;tag&lt;/i&gt;</content>"#, "the <b> tag"
    ),
    (
      #"<body xmlns="http://www.w3.org/1999/xhtml"><p>Ships.</p><p>Two.</p></body>"#,
      "Ships.\n\nTwo."
    ),
    ("<description></description><summary>Ships</summary>", "Ships"),
    ("<description>&#X201C;A&#x201d; &#8212; &eacute; &nbsp;b</description>", "“A” — é b"),
    (
      #"<content type="image/png">iVBORw0KGgo=</content><summary>Ships</summary>"#, "Ships"
    ),
    ("<description>&#226;&#128;&#152;A&#226;&#128;&#153;</description>", "‘A’"),
    ("<description>été Ãœ</description>", "été Ãœ"),
    (#"<m:description xmlns:m="http://search.yahoo.com/mrss/">Ships</m:description>"#, "Ships"),
  ])
  func contentIsTextHoweverItIsWritten(inside: String, body: String) throws {
    let mrss = #"xmlns:m="http://search.yahoo.com/mrss/""#
    #expect(try article("<title>T</title>" + inside, attributes: mrss).body == body)
  }

  @Test(arguments: [
    ("<link>https://a.example/1</link><guid>g</guid>", "https://a.example/1"),
    ("<guid>https://a.example/2</guid>", "https://a.example/2"),
    (#"<guid isPermaLink="false">https://a.example/2</guid>"#, nil),
    ("<link>/3.html</link>", "https://a.example/3.html"),
    ("<link>4.html</link>", "https://a.example/news/4.html"),
    (
      #"<link rel="self" href="x"/><link rel="alternate" href="https://a.example/5"/>"#,
      "https://a.example/5"
    ),
    (#"<link xml:base="https://b.example/c/d" href="e"/>"#, "https://b.example/c/e"),
    (#"<link xml:base="../c/" href="e"/>"#, "https://a.example/c/e"),
    ("<link>?id=7</link>", "https://a.example/news/?id=7"),
    (
      #"<link type="application/pdf" href="/6.pdf"/><link type="text/html" href="/6"/>"#,
      "https://a.example/6"
    ),
    (
      "<link>https://count.example/7</link><feedburner:origLink>https://a.example/7</feedburner:origLink>",
      "https://a.example/7"
    ),
  ])
  func linksAreWhole(inside: String, url: String?) throws {
    #expect(try article("<title>T</title>" + inside).url == url)
  }

  @Test func anAddressIsWholeWhereTheFeedWasFetched() throws {
    let feed = "<rss><channel><item><title>T</title><link>9.html</link></item></channel></rss>"
    let event = try #require(try events(in: feed.utf8, named: "a.xml").first)
    #expect(
      event.found(at: "https://a.example/news/feed").article?.url == "https://a.example/news/9.html"
    )
  }

  @Test(arguments: [
    ("<author>ada@a.example (Ada Day)</author>", "Ada Day"),
    ("<author>Ada Day</author>", "Ada Day"),
    ("<author><name>Ada Day</name><email>x</email></author>", "Ada Day"),
    ("<author>ada@a.example</author><dc:creator>Ada Day</dc:creator>", "Ada Day"),
    ("<author>Ada Day (ada@a.example)</author>", "Ada Day"),
    ("<dc:creator>Ada Day &lt;ada@a.example&gt;</dc:creator>", "Ada Day"),
    ("<author>ada@a.example</author>", "ada@a.example"),
    (
      "<author><name>Ada Day</name></author><author><name>Bo Lee</name></author>",
      "Ada Day, Bo Lee"
    ),
    ("<dc:creator>Ada Day</dc:creator><dc:creator>Bo Lee</dc:creator>", "Ada Day, Bo Lee"),
    ("<dc:author>Ada Day</dc:author>", "Ada Day"),
  ])
  func writersAreNamed(inside: String, byline: String) throws {
    #expect(try article("<title>T</title>" + inside).byline == byline)
  }

  @Test(arguments: [
    ("<pubDate>Mon, 06 May 2024 10:11:12 GMT</pubDate>", "2024-05-06T10:11:12Z"),
    ("<pubDate>soon</pubDate><dc:date>2024-05-06T10:11:12Z</dc:date>", "2024-05-06T10:11:12Z"),
    (
      "<published>2024-05-07T10:00:00Z</published><published>2024-05-06T10:11:12Z</published>",
      "2024-05-06T10:11:12Z"
    ),
    (
      "<updated>2024-05-09T10:00:00Z</updated><issued>2024-05-06T10:11:12Z</issued>",
      "2024-05-06T10:11:12Z"
    ),
  ])
  func theDayIsThatOfPublication(inside: String, published: String) throws {
    #expect(try article("<title>T</title>" + inside).publishedAt == published)
  }

  @Test(arguments: [
    (#"<source url="https://b.example/">The Mail</source>"#, "The Mail"),
    ("<source><title>The Mail</title><id>urn:b</id></source>", "The Mail"),
    ("<source><id>urn:b</id></source>", "Coast"),
    ("", "Coast"),
  ])
  func whatIsTakenOverIsTheOtherOutlets(inside: String, source: String) throws {
    #expect(try article("<title>T</title>" + inside).source == source)
  }

  @Test func theFeedsOwnNameIsText() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;b>Coast&lt;/b></title>
      <link href="https://a.example/news/"/><author><name>Ada Day</name></author>
      <entry><title>T</title><link href="8"/><dc:language>fr</dc:language></entry></feed>
      """
    let article = try #require(try events(in: feed.utf8, named: "a.atom").first?.article)
    #expect(
      [article.source, article.url, article.byline, article.language]
        == ["The Coast", "https://a.example/news/8", "Ada Day", "fr"])
  }

  @Test func aChannelOfTheOldKindIsAFeedWhateverItsName() throws {
    let feed = """
      <CHANNEL><TITLE>Coast</TITLE><ITEM HREF="https://a.example/1" LASTMOD="2024-05-06T10:00">
      <TITLE>Port</TITLE><ABSTRACT>Ships.</ABSTRACT></ITEM></CHANNEL>
      """
    let article = try #require(try events(in: feed.utf8, named: "a").first?.article)
    #expect(
      [article.title, article.body, article.source, article.url, article.date?.description]
        == ["Port", "Ships.", "Coast", "https://a.example/1", "2024-05-06"])
  }
}
