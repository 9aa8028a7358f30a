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
  ])
  func linksAreWhole(inside: String, url: String?) throws {
    #expect(try article("<title>T</title>" + inside).url == url)
  }

  @Test(arguments: [
    ("<author>ada@a.example (Ada Day)</author>", "Ada Day"),
    ("<author>Ada Day</author>", "Ada Day"),
    ("<author><name>Ada Day</name><email>x</email></author>", "Ada Day"),
    ("<author>ada@a.example</author><dc:creator>Ada Day</dc:creator>", "Ada Day"),
  ])
  func writersAreNamed(inside: String, byline: String) throws {
    #expect(try article("<title>T</title>" + inside).byline == byline)
  }
}
