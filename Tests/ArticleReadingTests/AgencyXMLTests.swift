import ArticleReading
import IndexDefinition
import Testing

/// Agencies' files beyond the plain story: what they hold in odd places, and how its paragraphs are told.
struct AgencyXMLTests {
  private func article(_ text: String) throws -> Article {
    try #require(try events(in: text.utf8, named: "a.xml").compactMap(\.article).first)
  }

  /// An item of NewsML-G2 with these elements in its content's metadata and this content.
  private func item(meta: String = "<headline>Port</headline>", _ content: String) -> String {
    """
    <newsItem guid="n1" xml:lang="en"><itemMeta><provider literal="CA"/></itemMeta>
    <contentMeta>\(meta)</contentMeta><contentSet>\(content)</contentSet></newsItem>
    """
  }

  @Test func linesSetInFromTheMarginAreParagraphsWithinOneElement() throws {
    let text = item(
      """
      <inlineXML><html><body><p>(Adds detail)
          * Freight may fall
          By Ada Day
          WESTHAVEN (CA) - Ships came on Monday, all of
      them at once, the harbour said.
          "We had no berths," it added.

       (Editing by Ole Brandt and
      Eva Carp)</p></body></html></inlineXML>
      """)
    let article = try article(text)
    #expect(
      article.body == """
        (Adds detail)

        * Freight may fall

        By Ada Day

        WESTHAVEN (CA) - Ships came on Monday, all of them at once, the harbour said.

        "We had no berths," it added.

        (Editing by Ole Brandt and Eva Carp)
        """)
    #expect(article.byline == "Ada Day")
  }

  @Test func linesThatAreOnlyIndentedStayOneParagraph() throws {
    let text = item(
      """
      <inlineXML><html><body>
          <p>Ships came on Monday,
              all of them at once,
              the harbour said.</p>
      </body></html></inlineXML>
      """)
    #expect(
      try article(text).body == "Ships came on Monday, all of them at once, the harbour said.")
  }

  @Test(arguments: [
    (
      "<inlineData><![CDATA[<p>Ships\n   came.\nAll.\n   They left.</p>]]></inlineData>",
      "Ships\n\ncame. All.\n\nThey left."
    ),
    (
      "<inlineData>Ships came,\nall of them.\n\n  They left.\n</inlineData>",
      "Ships came,\nall of them.\n\nThey left."
    ),
    (
      "<inlineXML><html><body>&lt;p&gt;Ships.&lt;/p&gt;&lt;p&gt;Boats.&lt;/p&gt;</body></html></inlineXML>",
      "Ships.\n\nBoats."
    ),
    (
      "<inlineXML><html><body><p>Four o&amp;#39;clock &amp;amp; &amp;quot;all&amp;quot;</p></body></html></inlineXML>",
      "Four o'clock & \"all\""
    ),
    ("<inlineData>Ships.&#13;&#13;They left.&#13;</inlineData>", "Ships.\n\nThey left."),
    ("<inlineXML><html><body><bq>One.</bq><p>Two.</p></body></html></inlineXML>", "One.\n\nTwo."),
    (
      "<inlineData>Short.</inlineData><inlineXML><html><body><p>The long one.</p></body></html></inlineXML>",
      "The long one."
    ),
    (
      "<inlineXML><html><body><p>Ships came.</p><p>ends</p></body></html></inlineXML>",
      "Ships came."
    ),
  ])
  func contentIsReadHoweverItIsPut(content: String, body: String) throws {
    #expect(try article(item(content)).body == body)
  }

  @Test func whatHasNoFieldIsKept() throws {
    let meta = """
      <headline role="hld:subHeadline">Ferries follow</headline><headline>Port reopens</headline>
      <creator><name>Ada Day</name></creator><creator><name>oba</name></creator>
      <creator><name>Ole Brandt</name></creator><keyword>ships</keyword><keyword>ports</keyword>
      <description role="drol:summary">In short.</description><creditline>CA</creditline>
      """
    let article = try article(item(meta: meta, "<inlineData>Ships came.</inlineData>"))
    #expect(article.title == "Port reopens")
    #expect(article.byline == "Ada Day, Ole Brandt")
    #expect(
      article.extra == #"{"abstract":"In short.","creditline":"CA","keywords":["ships","ports"],"#
        + #""subheadlines":["Ferries follow"]}"#)
  }

  @Test(arguments: [("de", "Von Ada Day"), ("fr", "Par Ada Day"), ("en", "By Ada Day")])
  func aBylineIsTheName(language: String, line: String) throws {
    let text = """
      <nitf baselang="\(language)"><body><body.head><hedline><hl1>Port</hl1><hl2>Ferries</hl2></hedline>
      <byline>\(line)</byline><dateline><location><city>Westhaven</city><country>Norland</country></location>
      </dateline></body.head><body.content><p>One.</p></body.content></body></nitf>
      """
    let article = try article(text)
    #expect(article.byline == "Ada Day")
    #expect(article.extra == #"{"dateline":"Westhaven, Norland","subheadlines":["Ferries"]}"#)
  }

  @Test func componentsOfNewsMLAreTitleLeadTextAndOthers() throws {
    func component(_ role: String, _ text: String) -> String {
      """
      <NewsComponent><Role FormalName="\(role)"/><ContentItem><MediaType FormalName="Text"/>
      <DataContent>\(text)</DataContent></ContentItem></NewsComponent>
      """
    }
    let text = """
      <NewsML><NewsEnvelope><DateAndTime>20240506T101500Z</DateAndTime></NewsEnvelope>
      <NewsItem><NewsComponent>\(component("Title", "Port reopens"))\(component("Lead", "After the storm."))
      \(component("Body", "<p>Ships came.</p><p>All of them.</p>"))\(component("Caption", "The quay."))
      </NewsComponent></NewsItem></NewsML>
      """
    let article = try article(text)
    #expect(
      [article.title, article.body] == [
        "Port reopens", "After the storm.\n\nShips came.\n\nAll of them.",
      ])
    #expect(article.publishedAt == "2024-05-06T10:15:00Z")
    #expect(article.extra == #"{"texts":["The quay."]}"#)
  }

  @Test func whatElseXMLOfOtherKindsSaysIsKept() throws {
    let text = """
      <?xml version="1.0"?><CNews><NewsID>7</NewsID><headline/><town>Westhaven</town><section>Home</section>
      <content>&lt;p&gt;Ships came.&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;</content><ContentShort>Ships</ContentShort>
      <byLine>Ada Day</byLine></CNews>
      """
    let article = try article(text)
    #expect(
      [article.id, article.body, article.byline] == ["7", "Ships came.\n\nThey left.", "Ada Day"])
    #expect(article.extra == #"{"contentshort":"Ships","section":"Home","town":"Westhaven"}"#)
  }

  @Test func componentsWithHeadlinesOfTheirOwnAreStories() throws {
    func story(_ headline: String, _ text: String) -> String {
      """
      <NewsComponent><NewsLines><HeadLine>\(headline)</HeadLine></NewsLines><ContentItem>
      <MediaType FormalName="Text"/><DataContent><p>\(text)</p></DataContent></ContentItem></NewsComponent>
      """
    }
    let text = """
      <NewsML><NewsItem><Identification><NewsIdentifier><DateId>20240506</DateId>
      <PublicIdentifier>urn:1</PublicIdentifier></NewsIdentifier></Identification><NewsComponent>
      <NewsLines><HeadLine>Two stories</HeadLine></NewsLines>
      \(story("Port", "Ships came."))\(story("Ferry", "It sailed."))</NewsComponent></NewsItem></NewsML>
      """
    let articles = try events(in: text.utf8, named: "a.xml").compactMap(\.article)
    #expect(
      articles.map { [$0.id, $0.title, $0.body, $0.date?.description] } == [
        ["urn:1#1", "Port", "Ships came.", "2024-05-06"],
        ["urn:1#2", "Ferry", "It sailed.", "2024-05-06"],
      ])
  }

  @Test func aPicturesMakerIsItsWriter() throws {
    let text = """
      <NewsML><NewsItem><Identification><NameLabel>PORT-QUAY</NameLabel></Identification><NewsComponent>
      <NewsLines><HeadLine/><NewsLine><NewsLineText>No use after May.</NewsLineText></NewsLine></NewsLines>
      <AdministrativeMetadata><Provider><Party FormalName="CA"/></Provider>
      <Creator><Party FormalName="ADA DAY "/></Creator></AdministrativeMetadata>
      <NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><nitf><body><body.content><p>The quay.

       / CA / ADA DAY</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>
      </NewsComponent></NewsItem></NewsML>
      """
    let article = try article(text)
    #expect(
      [article.title, article.body, article.byline, article.source]
        == ["PORT-QUAY", "The quay.\n\n/ CA / ADA DAY", "ADA DAY", "CA"])
    #expect(article.extra == #"{"notes":["No use after May."]}"#)
  }

  /// AP's own form of NewsML has its day in attributes.
  @Test func whatCarriesNITFIsReadAsAnAgencys() throws {
    let text = """
      <Publication xmlns="http://ap.org/schemas/03/2005/appl"><Identification><ItemId>i1</ItemId></Identification>
      <PublicationManagement><FirstCreated Year="2024" Month="5" Day="6" Time="10:15:00"/></PublicationManagement>
      <NewsLines><Title>PORT-1</Title><HeadLine>Port</HeadLine><ByLine>By ADA DAY</ByLine></NewsLines>
      <AdministrativeMetadata><Provider>CA</Provider></AdministrativeMetadata><PublicationComponent>
      <TextContentItem><DataContent><nitf><body.content><block><p>Ships.</p><p>Left.</p></block></body.content></nitf>
      </DataContent></TextContentItem></PublicationComponent></Publication>
      """
    #expect(
      try article(text)
        == Article(
          id: "i1", title: "Port", body: "Ships.\n\nLeft.", date: CalendarDate("2024-05-06"),
          publishedAt: "2024-05-06T10:15:00Z", byline: "ADA DAY", source: "CA", path: "a.xml"))
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>CA</title><entry><title>Port</title>
      <content type="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Port</hl1></hedline>
      <byline>By Ada Day</byline></body.head><body.content><p>Ships.</p></body.content></body></nitf></content>
      </entry></feed>
      """
    let entry = try article(feed)
    #expect([entry.title, entry.body, entry.byline] == ["Port", "Ships.", "Ada Day"])
  }

  @Test func theHeadlineIsInTheItemsLanguage() throws {
    let meta = """
      <headline xml:lang="de">Hafen</headline><headline xml:lang="en">Port</headline><language tag="en"/>
      """
    #expect(try article(item(meta: meta, "<inlineData>Ships.</inlineData>")).title == "Port")
  }

  @Test func textInBase64IsRead() throws {
    let text = """
      <NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Port</HeadLine></NewsLines><ContentItem>
      <MediaType FormalName="Text"/><Encoding Notation="Base64"><DataContent>U2hpcHMg
      Y2FtZS4=</DataContent></Encoding></ContentItem></NewsComponent></NewsItem></NewsML>
      """
    #expect(try article(text).body == "Ships came.")
  }

  @Test func aSummaryHasItsParagraphsAndAnAddressAtTheEndIsNoText() throws {
    let text = """
      <nitf><body><body.head><hedline><hl1>Port</hl1></hedline><abstract><p>One.</p><p>Two.</p></abstract></body.head>
      <body.content><p>Ships.</p></body.content><body.end><tagline>ada@example.org</tagline></body.end></body></nitf>
      """
    let article = try article(text)
    #expect(article.body == "Ships.")
    #expect(article.extra == #"{"abstract":"One.\n\nTwo."}"#)
  }
}
