import ArticleReading
import IndexDefinition
import Testing

/// Documents of TREC's and LDC's collections, as each paper names its parts.
struct TRECDocumentTests {
  private func article(_ document: String) throws -> Article {
    try #require(try events(in: document.utf8, named: "a").compactMap(\.article).first)
  }

  @Test func ofTheFinancialTimes() throws {
    let article = try article(
      """
      <DOC>
      <DOCNO> FT911-1 </DOCNO>
      <PROFILE>_AN-B</PROFILE>
      <DATE>910514
      </DATE>
      <HEADLINE>
      Port reopens
      </HEADLINE>
      <BYLINE>
         By ADA DAY
      </BYLINE>
      <TEXT>
      Ships came,
      all of them.

      They left.
      </TEXT>
      <PUB>The Quay
      </PUB>
      </DOC>
      """)
    #expect(
      article
        == Article(
          id: "FT911-1", title: "Port reopens", body: "Ships came,\nall of them.\n\nThey left.",
          date: CalendarDate("1991-05-14"), byline: "ADA DAY", source: "The Quay", path: "a",
          extra: #"{"profile":"_AN-B"}"#))
  }

  /// Elements for paragraphs; a date that could be two days is told by the id.
  @Test func ofPapersInOtherForms() throws {
    let article = try article(
      """
      <DOC>
      <DOCNO> WSJ870304-0001 </DOCNO>
      <DOCID> 7 </DOCID>
      <HL> Port Reopens </HL>
      <DD> 03/04/87</DD>
      <SO> THE QUAY (Q) </SO>
      <LEADPARA>First.</LEADPARA>
      <TEXT>
      <P>
      Ships came.
      </P>
      <P>
      They left.
      </P>
      </TEXT>
      </DOC>
      """)
    #expect(
      article
        == Article(
          id: "WSJ870304-0001", title: "Port Reopens",
          body: "First.\n\nShips came.\n\nThey left.", date: CalendarDate("1987-03-04"),
          source: "THE QUAY (Q)", path: "a", extra: #"{"docid":"7"}"#))
  }

  @Test(arguments: [
    """
    <DOC id="CAX_ENG_20080131.0004" type="story" >
    <HEADLINE>
    Port reopens
    </HEADLINE>
    <DATELINE>WESTHAVEN, Jan 31</DATELINE>
    <TEXT>
    <P>
    Ships came,
    </P>
    </TEXT>
    </DOC>
    """,
    """
    <DOC>
    <DOCNO> CAX_ENG_20080131.0004 </DOCNO>
    <BODY>
    <HEADLINE> Port reopens </HEADLINE>
    <DATELINE>WESTHAVEN, Jan 31</DATELINE>
    <TEXT>
    <P>
    Ships came,
    </P>
    </TEXT>
    </BODY>
    </DOC>
    """,
  ])
  func ofGigawordAndAQUAINT(document: String) throws {
    #expect(
      try article(document)
        == Article(
          id: "CAX_ENG_20080131.0004", title: "Port reopens", body: "Ships came,",
          date: CalendarDate("2008-01-31"), path: "a",
          extra: #"{"dateline":"WESTHAVEN, Jan 31"}"#))
  }

  @Test func ofAP() throws {
    let article = try article(
      """
      <DOC>
      <DOCNO> AP880212-0001 </DOCNO>
      <HEAD>Port Reopens</HEAD>
      <TEXT>
         Ships came,
      all of them.
         They left.
      </TEXT>
      </DOC>
      """)
    #expect(
      [article.body, article.date?.description] == [
        "Ships came,\nall of them.\n\nThey left.", "1988-02-12",
      ])
  }
}
