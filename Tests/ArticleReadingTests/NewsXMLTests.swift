import ArticleReading
import IndexDefinition
import Testing

struct NewsXMLTests {
  @Test func everyItemOfAFeedIsAnArticle() throws {
    let feed = """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
           xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>Coast Gazette</title><language>en-gb</language>
      <item><guid>g1</guid><title>Port &amp;amp; pier reopen</title><link>https://a.example/1</link>
        <description>Short.</description><dc:creator>Ada Day</dc:creator>
        <content:encoded><![CDATA[<p>Ships <b>came</b>.</p><p>All of them.</p>]]></content:encoded>
        <pubDate>Mon, 06 May 2024 21:10:00 +0200</pubDate></item>
      <item><title>No id</title><description>Only a line.</description></item>
      </channel></rss>
      """
    let events = try events(in: feed.utf8, named: "a.rss")
    let articles = events.compactMap(\.article)
    #expect(events.count == 2)
    #expect(
      articles.first
        == Article(
          id: "g1", title: "Port & pier reopen", body: "Ships came.\n\nAll of them.",
          date: CalendarDate("2024-05-06"), publishedAt: "2024-05-06T21:10:00+02:00",
          byline: "Ada Day", source: "Coast Gazette",
          url: "https://a.example/1", language: "en", path: "a.rss"))
    #expect(articles.last?.path == "a.rss#2")
    #expect(articles.last?.body == "Only a line.")
  }

  @Test func entriesOfAtomAreArticles() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Côte</title>
      <entry><id>e1</id><title type="html">Le &lt;i&gt;port&lt;/i&gt;</title>
        <link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/>
        <author><name>A. Jour</name></author><updated>2024-05-06T10:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un.</p><p>Deux.</p></div></content>
      </entry></feed>
      """
    #expect(
      try events(in: feed.utf8, named: "a.xml") == [
        .article(
          Article(
            id: "e1", title: "Le port", body: "Un.\n\nDeux.", date: CalendarDate("2024-05-06"),
            publishedAt: "2024-05-06T10:00:00Z", byline: "A. Jour", source: "La Côte",
            url: "https://a.example/1", language: "fr",
            path: "a.xml"))
      ])
  }

  @Test func agencyFilesAreArticles() throws {
    let nitf = """
      <nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20240506T101500Z"/>
      <doc.copyright holder="Coast Agency"/></docdata></head><body>
      <body.head><hedline><hl1>Port reopens</hl1></hedline><byline>Ada Day</byline></body.head>
      <body.content><p>Ships came.</p><p>All of them.</p></body.content></body></nitf>
      """
    let g2 = """
      <newsItem guid="n1" xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>
      <provider literal="Coast Agency"/><versionCreated>2024-05-06T10:15:00Z</versionCreated></itemMeta>
      <contentMeta><headline>Port reopens</headline><by>Ada Day</by></contentMeta><contentSet><inlineXML>
      <html xmlns="http://www.w3.org/1999/xhtml"><body><p>Ships came.</p><p>All of them.</p></body></html>
      </inlineXML></contentSet></newsItem>
      """
    for text in [nitf, g2] {
      #expect(
        try events(in: text.utf8, named: "a.xml") == [
          .article(
            Article(
              id: "n1", title: "Port reopens", body: "Ships came.\n\nAll of them.",
              date: CalendarDate("2024-05-06"), publishedAt: "2024-05-06T10:15:00Z",
              byline: "Ada Day",
              source: "Coast Agency",
              path: "a.xml"))
        ])
    }
  }

  @Test func whatAnAgencyTakesBackIsToldAndNoArticle() throws {
    let g2 = """
      <newsItem guid="n1"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>
      <contentMeta><headline>Port reopens</headline></contentMeta></newsItem>
      """
    #expect(
      try events(in: g2.utf8, named: "a.xml") == [
        .failure(
          ReadingFailure(
            path: "a.xml",
            message: "the agency takes the story “Port reopens” back (canceled);"
              + " wsearch remove n1 takes it out", kind: .withheld))
      ])
  }

  @Test func captionsArePicturesTextsAndWhatIsElsewhereIsTold() throws {
    let message = """
      <newsMessage><itemSet>
      <packageItem guid="p"><contentMeta><headline>Top</headline></contentMeta><groupSet><group>
      <itemRef residref="n1"/><itemRef residref="n9"><headline>Storm</headline></itemRef></group></groupSet></packageItem>
      <newsItem guid="n1" xml:lang="en"><contentMeta><headline>Ferry</headline>
      <description role="drol:caption">The ferry in port.</description></contentMeta>
      <contentSet><remoteContent href="https://a.example/1.jpg"/></contentSet></newsItem>
      <newsItem guid="n2"><contentMeta><headline>Fish</headline></contentMeta>
      <contentSet><remoteContent href="https://a.example/2.xml"/></contentSet></newsItem>
      </itemSet></newsMessage>
      """
    let events = try events(in: message.utf8, named: "a.xml")
    #expect(
      events.compactMap(\.article).map { [$0.id, $0.title, $0.body] } == [
        ["n1", "Ferry", "The ferry in port."], ["n2", "Fish", ""],
      ])
    #expect(
      events.compactMap(\.failure?.message) == [
        "the package “Top” lists an item that is not in the file: “Storm”",
        "“Fish” has no text in the file; it is at https://a.example/2.xml",
      ])
  }

  @Test func newsMLTellsProviderLanguageAndItsLongestText() throws {
    let text = """
      <NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:1</PublicIdentifier></NewsIdentifier></Identification>
      <NewsManagement><FirstCreated>20240506T101500Z</FirstCreated><Status FormalName="Usable"/></NewsManagement>
      <NewsComponent><NewsLines><HeadLine>Port</HeadLine></NewsLines>
      <AdministrativeMetadata><Provider><Party FormalName="CA"/></Provider></AdministrativeMetadata>
      <DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
      <NewsComponent><ContentItem><MediaType FormalName="Photo"/><DataContent>0101</DataContent></ContentItem></NewsComponent>
      <NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><p>Un.</p><p>Deux.</p></DataContent></ContentItem>
      </NewsComponent></NewsComponent></NewsItem></NewsML>
      """
    #expect(
      try events(in: text.utf8, named: "a.xml") == [
        .article(
          Article(
            id: "urn:1", title: "Port", body: "Un.\n\nDeux.", date: CalendarDate("2024-05-06"),
            publishedAt: "2024-05-06T10:15:00Z", source: "CA", language: "fr", path: "a.xml"))
      ])
  }

  @Test func nitfHasItsLanguageItsWritersAndItsEnd() throws {
    let text = """
      <nitf baselang="de"><head><docdata><date.issue norm="YYYY"/><date.release norm="20240506"/></docdata></head><body>
      <body.head><hedline><hl1>Hafen</hl1></hedline><note><body.content><p>Hinweis</p></body.content></note>
      <byline>By <person>Ada Day</person><byttl>Coast Agency</byttl></byline></body.head>
      <body.content><p>Schiffe.</p><media><media-caption>Das Schiff</media-caption></media></body.content>
      <body.end><tagline>Ole half.</tagline></body.end></body></nitf>
      """
    let article = try #require(try events(in: text.utf8, named: "a.xml").first?.article)
    #expect(
      [article.body, article.byline, article.language] == [
        "Schiffe.\n\nOle half.", "Ada Day", "de",
      ])
    #expect(article.date == CalendarDate("2024-05-06"))
    #expect(article.extra == #"{"captions":["Das Schiff"]}"#)
  }

  @Test func elementsNamedAfterFieldsAreRead() throws {
    let text = """
      <?xml version="1.0"?><stories><story><headline>Port</headline><content>&lt;p&gt;Ships &amp;amp; boats.&lt;/p&gt;</content>
      <pubdate>6 May 2024</pubdate></story><story><text>Two.</text></story></stories>
      """
    let articles = try events(in: text.utf8, named: "a.xml").compactMap(\.article)
    #expect(articles.map(\.body) == ["Ships & boats.", "Two."])
    #expect(articles.map { $0.date?.description } == ["2024-05-06", nil])
  }

  /// Neither its name nor a declaration says that it is XML.
  @Test func aRootThatIsNoneOfHTMLsIsXML() throws {
    let text = "<story><headline>Port</headline><text>Ships came.</text></story>"
    let article = try events(in: text.utf8, named: "a").compactMap(\.article).first
    #expect([article?.title, article?.body] == ["Port", "Ships came."])
  }

  /// Settings have a `description` too, and nothing beside it.
  @Test(arguments: ["", "<name>wrap</name>"])
  func aShortTextThatNothingIsSaidOfIsNoArticle(name: String) throws {
    let settings =
      "<component>\(name)<description>Wraps the lines.</description><size>4</size></component>"
    let events = try events(in: settings.utf8, named: "a.xml")
    #expect(
      events == [
        .failure(
          ReadingFailure(
            path: "a.xml", message: "XML of an unknown kind: <component>; convert it to JSON Lines")
        )
      ])
  }

  @Test func otherXMLIsNamed() throws {
    let events = try events(in: "<?xml version='1.0'?><recipe/>".utf8, named: "a.xml")
    #expect(
      events == [
        .failure(
          ReadingFailure(
            path: "a.xml", message: "XML of an unknown kind: <recipe>; convert it to JSON Lines"))
      ])
  }
}
