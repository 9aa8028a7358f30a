import ArticleReading
import IndexDefinition
import TestSupport
import Testing

/// Title, byline, day, outlet and address of a page.
struct PageMetadataTests {
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
      "<meta name=author content='Ada Day'><meta name=author content='Ole Brandt'>",
      "Ada Day, Ole Brandt"
    ),
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

  /// Whose parts would be looked for in all that is left, again and again.
  @Test func aTitleWithoutEndIsNotCut() throws {
    let title = String(repeating: "a | ", count: 250_000) + "a"
    let page = "<title>\(title)</title>" + text
    #expect(try events(in: page.utf8, named: "a.html").first?.article?.title == title)
  }

  @Test func theAddressThatABrowserNotedIsThePages() throws {
    let page =
      "<!-- saved from url=(0030)https://a.example/2024/05/06/x -->\n<title>T</title>" + text
    let article = try #require(try events(in: page.utf8, named: "a.html").first?.article)
    #expect(article.url == "https://a.example/2024/05/06/x")
    #expect(article.date == CalendarDate("2024-05-06"))
  }
}
