import ArticleReading
import Foundation
import IndexDefinition
import TestSupport
import Testing

struct HTMLPageTests {
  @Test func pageBecomesItsArticle() throws {
    let page = fixtures.appendingPathComponent("reading/harbour.html").path
    let article = try #require(events(of: page).first?.article)
    #expect(
      article
        == Article(
          id: article.id, title: "Harbour reopens after the storm",
          body: """
            The harbour of Westhaven opened again on Monday, four days after the storm that sank \
            two trawlers, tore the roof off the fish hall and closed the coast road.

            “We slept in the office, all of us,” said the harbour master, Ole Brandt, who counted \
            sixty damaged boats, most of them small.

            Who pays

            The county has promised loans, without interest, to every owner who asks before June.

            Forms are at the town hall.

            Banks take them too.

            Boats 60

            Owners 41

            It could have been worse. Ole Brandt, 6 May
            """,
          date: CalendarDate("2024-05-06"), dateSource: .metadata,
          publishedAt: "2024-05-06T21:10:00+02:00", byline: "Ada Day",
          source: "Coast Gazette", url: "https://gazette.example/2024/05/07/harbour",
          language: "en", path: page))
  }

  private let text =
    "<p>Some words, enough of them, that stand for the text of an article here.</p>"

  @Test(arguments: [
    (
      #"<meta property="article:published_time" content="2024-05-06T10:00:00Z">"#, "2024-05-06",
      DateSource.metadata
    ),
    (#"<meta name="DC.date.issued" content="6 May 2024">"#, "2024-05-06", .metadata),
    (#"<meta itemprop="datePublished" content="20240506">"#, "2024-05-06", .metadata),
    (#"<time datetime="2024-05-06">Monday</time>"#, "2024-05-06", .metadata),
    (#"<link rel="canonical" href="https://a.example/2024/may/06/x">"#, "2024-05-06", .url),
    (#"<link rel="canonical" href="https://a.example/2024/05/x">"#, "2024-05", .url),
    ("<h1>Head</h1><div>Posted on Monday, May 6, 2024 by A. Day</div>", "2024-05-06", .text),
    ("<h1>Head</h1><div>Publié le 6 mai 2024</div>", "2024-05-06", .text),
    (
      "<title>Head</title><h1>Gazette</h1><p>"
        + String(repeating: "A word of the house to its readers, who are many. ", count: 3)
        + "</p><h1>Head</h1><div>6 May 2024</div>", "2024-05-06", .text
    ),
    ("<p>By A. Day, 6 May 2024</p><h1>Head</h1>", "2024-05-06", .text),
    (#"<meta name="xy-post-date" content="2024/05/06">"#, "2024-05-06", .metadata),
  ])
  func dateIsFound(markup: String, date: String, source: DateSource) throws {
    let article = try #require(try events(in: (markup + text).utf8, named: "a.html").first?.article)
    #expect(article.date?.description == date)
    #expect(article.dateSource == source)
  }

  @Test func impossibleDatesAreNoDates() throws {
    let markup = #"<meta name="date" content="0001-01-01T00:00:00">"# + text
    #expect(try events(in: markup.utf8, named: "a.html").first?.article?.date == nil)
  }

  @Test(arguments: [
    ("<title>Ferry sinks | The Gazette</title>", "Ferry sinks | The Gazette"),
    (
      "<title>Ferry sinks off Westhaven in the storm | The Gazette</title>",
      "Ferry sinks off Westhaven in the storm"
    ),
    (
      #"<title>Ferry sinks - The Gazette</title><meta property="og:site_name" content="The Gazette">"#,
      "Ferry sinks"
    ),
    ("<title>Storm - and after</title>", "Storm - and after"),
    (
      "<title>Ferry sinks at dawn – Gazette</title><h1>Ferry sinks at dawn</h1>",
      "Ferry sinks at dawn"
    ),
    (#"<meta property="og:title" content="Cats &amp;amp; dogs"><title>x</title>"#, "Cats & dogs"),
  ])
  func titleIsWithoutTheSite(markup: String, title: String) throws {
    #expect(try events(in: (markup + text).utf8, named: "a.html").first?.article?.title == title)
  }

  /// A page with this in its JSON-LD.
  private func linked(_ data: String, head: String = "") throws -> Article {
    let page =
      #"<title>Window</title><script type="application/ld+json">"# + data + "</script>" + head
      + text
    return try #require(try events(in: page.utf8, named: "a.html").first?.article)
  }

  @Test(arguments: [
    #"{"@type": "NewsArticle", "headline": "Port", "author": {"name": "Ada Day"}, "publisher": {"name": "Gazette"}}"#,
    #"//<![CDATA[ {"@type": "NewsArticle", "headline": "Port", "author": ["Ada Day"], "publisher": "Gazette",} //]]>"#,
    #"<!-- [{"@type": ["NewsArticle"], "headline": "Port", "author": [{"name": "Ada Day"},], "publisher": {"name": "Gazette"}}] -->"#,
    #"{"@graph": [{"@id": "x:a", "@type": "Person", "name": "Ada Day"}, {"@id": "x:o", "@type": "Organization", "name": "Gazette"}, {"@type": "Article", "headline": "Port", "author": {"@id": "x:a"}, "publisher": {"@id": "x:o"}}]}"#,
  ])
  func linkedDataIsReadAsPagesHaveIt(data: String) throws {
    let article = try linked(data)
    #expect([article.title, article.byline, article.source] == ["Port", "Ada Day", "Gazette"])
  }

  @Test func ofSeveralEntriesTheOneThatIsThisPageCounts() throws {
    let data = """
      {"@graph": [{"@type": "NewsArticle", "headline": "Other", "url": "https://a.example/other", "datePublished": "2020-01-01"},
      {"@type": "NewsArticle", "headline": "Port", "mainEntityOfPage": {"@id": "https://a.example/port/"}, "datePublished": "2024-05-06"}]}
      """
    let article = try linked(
      data, head: #"<link rel="canonical" href="https://www.a.example/port">"#)
    #expect(article.title == "Port")
    #expect(article.date == CalendarDate("2024-05-06"))
  }

  @Test(arguments: [
    // The address has the publisher's day.
    (
      #"<link rel="canonical" href="https://a.example/2024/05/06/port">"#, "2024-05-07T03:10:00Z",
      "2024-05-06"
    ),
    // So has another stamp of the same moment.
    (
      #"<meta property="article:published_time" content="2024-05-06T22:10:00-05:00">"#,
      "2024-05-07T03:10:00Z", "2024-05-06"
    ),
    // An address of another month is of another thing.
    (
      #"<link rel="canonical" href="https://a.example/2023/01/02/port">"#, "2024-05-07T03:10:00Z",
      "2024-05-07"
    ),
    ("", "2024-05-07T03:10:00+02:00", "2024-05-07"),
  ])
  func theDayIsThePublishers(head: String, stamp: String, day: String) throws {
    let article = try linked(
      #"{"@type": "Article", "headline": "Port", "datePublished": "\#(stamp)"}"#, head: head)
    #expect(article.date?.description == day)
  }

  @Test(arguments: [
    #"<aside><time datetime="2020-01-01">1 January</time></aside>"#,
    #"<div class="most-read"><time datetime="2020-01-01">1 January</time></div>"#,
    "<footer>Last updated 1 January 2020</footer>",
    #"<meta name="last-update-date" content="2020-01-01">"#,
    #"<meta name="xy-date" content="2020">"#,
    "<h1>Port</h1><p>On 1 January 2020 the port, which is old and has seen many storms, was closed for good.</p>",
  ])
  func datesOfOtherThingsAreNoDates(markup: String) throws {
    #expect(try events(in: (markup + text).utf8, named: "a.html").first?.article?.date == nil)
  }

  @Test(arguments: [
    ("<div class=article__author>By Ada Day</div>", "Ada Day"),
    (#"<span class="pb-byline">By <a href=x>Ada Day</a></span>"#, "Ada Day"),
    ("<p class=byline>Por Ada Day - 6 de mayo</p>", "Ada Day"),
    (
      #"<div class=authors><a rel=author>Ada Day</a> and <a rel=author>Ole Brandt</a></div>"#,
      "Ada Day, Ole Brandt"
    ),
    ("<div class=byline>Ada Day7 September 2025</div>", "Ada Day"),
    ("<div class=byline>Ada McMayMay 6, 2024 10:43</div>", "Ada McMay"),
    ("<div class=byline>Ada Carmay, 6 May 2024</div>", "Ada Carmay"),
    (
      "<div class=byline>ADA DAY, Harbour News Published 11:11 PM EST Nov 19, 2019</div>",
      "ADA DAY, Harbour News"
    ),
    ("<div class=byline>Class of 2019</div>", "Class of 2019"),
    (#"<div class=comments><span class=author>Troll</span></div>"#, nil),
    (#"<meta name="author" content="https://a.example/ada">"#, nil),
  ])
  func bylinesAreNames(markup: String, byline: String?) throws {
    #expect(try events(in: (markup + text).utf8, named: "a.html").first?.article?.byline == byline)
  }

  @Test func ledesAndSectionsOfTheirOwnAreKept() throws {
    let prose = String(
      repeating: "The harbour of Westhaven was full of boats, nets and people. ", count: 4)
    let page = """
      <h1>Port</h1><p class=dek>\(prose)A lede.</p><div class=share><a href=x>Share</a></div>
      <article><section class=part><p>\(prose)One.</p><p>\(prose)</p></section>
      <section class=part><p>\(prose)Two.</p><p>\(prose)</p></section>
      <section class=part><p>\(prose)See <a class=popup href=x>the chart</a> there.</p></section></article>
      <div class=related><ul><li><a href=y>Other</a></ul></div>
      """
    let body = try #require(try events(in: page.utf8, named: "a.html").first?.article?.body)
    for words in ["A lede.", "One.", "Two.", "See the chart there."] {
      #expect(body.contains(words))
    }
    #expect(!body.contains("Other"))
  }

  @Test func aSiteIsNoHeadline() throws {
    let article = try linked(
      #"{"@type": "NewsArticle", "name": "Win", "headline": "Ferries dock", "publisher": "Win"}"#)
    #expect(article.title == "Ferries dock")
  }

  @Test(arguments: [
    // An agency is not whose page it is.
    ("Associated Press", "Coast Gazette", "Coast Gazette"),
    ("The Coast Gazette", "coastgazette", "The Coast Gazette"),
    ("Coast and Gull", "Gulls", "Coast and Gull"),
    ("Associated Press", "Elsewhere", "Associated Press"),
  ])
  func theOutletIsWhosePageItIs(publisher: String, site: String, source: String) throws {
    let article = try linked(
      #"{"@type": "NewsArticle", "headline": "Port", "publisher": {"name": "\#(publisher)"}}"#,
      head: #"<meta property="og:site_name" content="\#(site)">"#
        + #"<link rel="canonical" href="https://www.coastgazette.example/1">"#)
    #expect(article.source == source)
  }

  @Test func theOutletMayStandBehindTheTitleAlone() throws {
    let page =
      "<title>Port opens - The Coast</title><link rel=canonical href=https://thecoast.example/1>"
    let article = try #require(try events(in: (page + text).utf8, named: "a.html").first?.article)
    #expect([article.title, article.source] == ["Port opens", "The Coast"])
  }

  @Test func partsOfOneMakeAreOneArticle() throws {
    let prose = String(
      repeating: "The harbour of Westhaven was full of boats, nets and people. ", count: 8)
    let main = (1...6).map { _ in "<p>\(prose)</p>" }.joined()
    func body(_ last: String) throws -> String? {
      let page = "<div><div class=part>\(main)</div><div class=part>\(last)</div></div>"
      return try events(in: page.utf8, named: "a.html").first?.article?.body
    }
    #expect(try body("<h3>Then</h3><p>\(prose)Two.</p>")?.contains("Two.") == true)
    #expect(try body("<p>\(prose)About us.</p>")?.contains("About us.") == false)
  }

  @Test func listsWithSentencesKeepTheirLinks() throws {
    let link = "<li><a href=x>A report on the harbour that has a long name of its own</a>"
    let prose =
      "<p>The harbour of Westhaven was full of boats, nets, people, and of gulls that cried.</p>"
    let sentence =
      "<li>The harbour master has written three reports, all of which can be read in the hall."
    func body(_ list: String) throws -> String? {
      let page = "<article>\(prose)\(prose)\(prose)<ul>\(list)</ul>\(prose)</article>"
      return try events(in: page.utf8, named: "a.html").first?.article?.body
    }
    #expect(try body(sentence + link + link + link)?.contains("three reports") == true)
    #expect(try body(link + link + link)?.contains("A report") == false)
  }

  @Test(arguments: ["", "<span style=x>"])
  func wordsStayThatAreExplainedInASentence(before: String) throws {
    let page = """
      <article><p>\(before)They met Gov. <span class=rollover-people><a class=rollover-link href=x>Ada Day</a>\
      <span class=rollover-block><img src=a><a href=y>Ada Day in the news</a></span></span> on Monday, in \
      the rain, at the harbour of Westhaven.</p></article>
      """
    #expect(
      try events(in: page.utf8, named: "a.html").first?.article?.body
        == "They met Gov. Ada Day on Monday, in the rain, at the harbour of Westhaven.")
  }

  @Test func aLinkThatBeginsASentenceStaysWhateverItsName() throws {
    let page = """
      <article><p><a class=popup href=x>Ada Day</a> met them on Monday, in the rain, at the old harbour of \
      Westhaven, with her dog.</p></article>
      """
    #expect(
      try events(in: page.utf8, named: "a.html").first?.article?.body.hasPrefix("Ada Day met")
        == true)
  }

  /// Whose parts would be looked for in all that is left, again and again.
  @Test func aTitleWithoutEndIsNotCut() throws {
    let title = String(repeating: "a | ", count: 250_000) + "a"
    let page = "<title>\(title)</title>" + text
    #expect(try events(in: page.utf8, named: "a.html").first?.article?.title == title)
  }

  @Test func whatHasNoCaptionIsNone() throws {
    let prose =
      "<p>The harbour of Westhaven was full of boats, nets, people, and of gulls that cried.</p>"
    let page = "<article><div class=no_caption><h2>Port opens</h2></div>\(prose)\(prose)</article>"
    #expect(
      try events(in: page.utf8, named: "a.html").first?.article?.body.hasPrefix("Port opens")
        == true)
  }

  @Test func theAddressThatABrowserNotedIsThePages() throws {
    let page =
      "<!-- saved from url=(0030)https://a.example/2024/05/06/x -->\n<title>T</title>" + text
    let article = try #require(try events(in: page.utf8, named: "a.html").first?.article)
    #expect(article.url == "https://a.example/2024/05/06/x")
    #expect(article.date == CalendarDate("2024-05-06"))
  }

  @Test func bodyGivenByThePageServesWhereTheTextIsMissing() throws {
    let long = String(repeating: "Sentences that only a script would show. ", count: 20)
    let page = """
      <title>T</title><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "<p>\(long)</p>"}</script>
      <div id="app">Loading</div>
      """
    let body = try events(in: page.utf8, named: "a.html").first?.article?.body
    #expect(body == long.trimmingCharacters(in: .whitespaces))
  }

  @Test func deepNestingAndBrokenTagsAreRead() throws {
    let deep = String(repeating: "<div><font>", count: 2_000) + text
    #expect(
      try events(in: deep.utf8, named: "a.html").first?.article?.body.hasPrefix("Some") == true)
    let broken =
      "<html><body><div class='a\(text)<p>Unclosed <b>bold\0 text, that goes on for a while."
    #expect(try events(in: broken.utf8, named: "a.html").count == 1)
  }

  @Test func pagesInOtherEncodingsAreRead() throws {
    let page =
      Array("<meta charset=iso-8859-1><title>Caf".utf8) + [0xe9] + Array("</title>\(text)".utf8)
    let events = try events(in: page, named: "a.html")
    #expect(events.compactMap(\.article?.title) == ["Café"])
    #expect(events.compactMap(\.failure) == [])
  }
}
