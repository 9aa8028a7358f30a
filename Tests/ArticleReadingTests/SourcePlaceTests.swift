import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

/// Where articles lie in what they are read from, and what stands there.
struct SourcePlaceTests {
  /// A file of several records, and each record with the line that it begins on.
  struct Case: CustomStringConvertible, Sendable {
    var name: String
    var head = ""
    var records: [String]
    var lines: [Int]
    var between = "\n"
    var tail = "\n"

    var text: String { head + records.joined(separator: between) + tail }
    var description: String { name }
  }

  static let cases = [
    Case(
      name: "dump.jsonl",
      records: [#"{"body": "One."}"#, #"{"body": "Zwölf."}"#, #"{"body": "Three."}"#],
      lines: [1, 2, 3]),
    Case(
      name: "quoted.csv", head: "title,body\n",
      records: ["A,\"Two\nlines\"", "B,\"Says \"\"no\"\"\"", "C,Last"], lines: [2, 4, 5]),
    Case(
      name: "windows.csv", head: "title,body\r\n", records: ["A,One", "B,Two"], lines: [2, 3],
      between: "\r\n", tail: "\r\n"),
    Case(
      name: "array.json", head: "[\n",
      records: ["{\n \"body\": \"One.\"}", "{\"body\": \"Two.\"}"],
      lines: [2, 4], between: ",\n", tail: "\n]\n"),
    Case(
      name: "answer.json", head: "{\"articles\": [",
      records: [
        "{\"title\": \"A\",\n \"body\": \"One.\"}", "{\"title\": \"B\", \"body\": \"Two.\"}",
      ],
      lines: [1, 3], between: ",\n", tail: "]}\n"),
    Case(
      name: "feed.xml", head: "<?xml version=\"1.0\"?>\n<rss><channel><title>Post</title>\n",
      records: [
        "<item><title>A</title>\n<description>One.</description></item>",
        "<item><title>B</title><description>Two.</description></item>",
      ], lines: [3, 5], tail: "\n</channel></rss>\n"),
    Case(
      name: "stories.sgm", head: "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n",
      records: [
        "<REUTERS NEWID=\"1\"><TEXT><TITLE>A</TITLE>\n<BODY>One.</BODY></TEXT></REUTERS>",
        "<REUTERS NEWID=\"2\"><TEXT><TITLE>B</TITLE><BODY>Two.</BODY></TEXT></REUTERS>",
      ], lines: [2, 4]),
    Case(
      name: "dump.xml", head: "<mediawiki><siteinfo><sitename>W</sitename></siteinfo>\n",
      records: [
        "  <page>\n<title>A</title><ns>0</ns><revision><text>One.</text></revision>\n  </page>\n",
        "  <page>\n<title>B</title><ns>0</ns><revision><text>Two.</text></revision>\n  </page>\n",
      ], lines: [2, 5], between: "", tail: "</mediawiki>\n"),
    Case(
      name: "export.txt",
      records: [
        "1 of 2 DOCUMENTS\n\nPost\n\nMay 6, 2024\n\nHarbour\n\nLENGTH: 2 words\n\nOne ship.\n",
        "2 of 2 DOCUMENTS\n\nPost\n\nMay 7, 2024\n\nPort\n\nLENGTH: 2 words\n\nTwo ships.\n",
      ], lines: [1, 12], between: "", tail: ""),
  ]

  private func articles(of path: String) -> [Article] {
    var articles: [Article] = []
    FileWalker().walk([path], fail: { _ in }) { file in
      ArticleReader().read(file) { if case .article(let article) = $0 { articles.append(article) } }
    }
    return articles
  }

  private func source(of article: Article, in path: String) throws -> String {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    let file = SourceFile(
      path: path, absolutePath: path, name: path, size: try #require(size), modified: 0)
    var bytes: [UInt8] = []
    let failure = SourceRecord(of: article, in: file).read { bytes += $0 }
    return failure?.message ?? String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: cases) func everyRecordHasItsLineAndItsBytes(_ wanted: Case) throws {
    try withFile(wanted.text, named: wanted.name) { path in
      let articles = articles(of: path)
      #expect(articles.map(\.place?.line) == wanted.lines)
      let bytes = Array(wanted.text.utf8)
      #expect(
        articles.map { article in
          String(decoding: bytes[article.place?.bytes ?? 0..<0], as: UTF8.self)
        } == wanted.records)
      let sources = try articles.map { try source(of: $0, in: path) }
      #expect(sources == wanted.records)
    }
  }

  /// A member of an archive, and a record of one; what is packed, unpacked.
  @Test func whatLiesInContainersIsFound() throws {
    try withTemporaryDirectory { folder in
      let lines = Self.cases[0]
      try Data(lines.text.utf8).write(to: folder.appendingPathComponent("dump.jsonl"))
      try Data("Port\n\nA plain story.\n".utf8).write(
        to: folder.appendingPathComponent("story.txt"))
      try run("cd '\(folder.path)' && tar cf all.tar dump.jsonl story.txt && gzip -k dump.jsonl")
      for (name, records) in [
        ("all.tar", lines.records + ["Port\n\nA plain story.\n"]), ("dump.jsonl.gz", lines.records),
      ] {
        let path = folder.appendingPathComponent(name).path
        let sources = try articles(of: path).map { try source(of: $0, in: path) }
        #expect(sources == records)
      }
    }
  }

  @Test func aMailOfAMailboxIsPrintedWithItsHead() throws {
    let mails = ["A", "B"].map {
      "From: jane@example.org\nTo: ed@example.org\nDate: Mon, 6 May 2024 10:11:12 +0000\n"
        + "Subject: \($0)\n\nShip \($0).\n\n"
    }
    let line = "From jane@example.org Mon May  6 10:11:12 2024\n"
    try withFile(mails.map { line + $0 }.joined(), named: "box.mbox") { path in
      let articles = articles(of: path)
      #expect(articles.map(\.title) == ["A", "B"])
      let sources = try articles.map { try source(of: $0, in: path) }
      #expect(sources == mails)
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func aMailAttachedToAMailIsPrintedAlone(end: String) throws {
    let inner =
      "From: joe@example.org\nDate: Sun, 5 May 2024 09:00:00 +0000\nX-Odd:  two  spaces\n"
      + "Subject: =?utf-8?q?Sch=C3=B6n?=\n\nThe\n\n ship.\n"
    let outer =
      "From: jane@example.org\nSubject: Fwd\nMIME-Version: 1.0\n"
      + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n"
      + "--b\nContent-Type: message/rfc822\n\n\(inner)\n--b--\n"
    try withFile(outer.replacing("\n", with: end), named: "fwd.eml") { path in
      let articles = articles(of: path)
      #expect(articles.map(\.title) == ["Fwd", "Schön"])
      let sources = try articles.map { try source(of: $0, in: path) }
      #expect(sources == [outer, inner].map { $0.replacing("\n", with: end) })
    }
  }

  @Test func aFileThatIsOneArticleIsPrintedWhole() throws {
    let page = "<html><head><title>Port</title></head><body><p>A story of a ship.</p></body></html>"
    // A name that looks as if it held a member.
    for name in ["page.html", "page#3.html"] {
      try withFile(page, named: name) { path in
        let article = try #require(articles(of: path).first)
        #expect(article.place == nil)
        #expect(try source(of: article, in: path) == page)
      }
    }
  }

  @Test func whatIsNoLongerThereIsTold() throws {
    try withFile(Self.cases[0].text, named: "dump.jsonl") { path in
      let last = try #require(articles(of: path).last)
      try Data("{}\n".utf8).write(to: URL(fileURLWithPath: path))
      #expect(try source(of: last, in: path) == "holds no such record any more; index it again")
    }
  }

  @Test func aPlaceOfTheBodyIsOnAPage() {
    let place = SourcePlace(pages: [0, 10, 10, 30])
    #expect([0, 9, 10, 29, 30, 99].map { place.page(of: $0) } == [1, 1, 3, 3, 4, 4])
    #expect(SourcePlace(line: 3).page(of: 0) == nil)
  }

  /// Marks that nobody sees go, and letters are composed, in front of a page.
  @Test func pagesBeginWhereTheirTextDoesInTheBody() {
    let text = "a\u{ad}b\n\ne\u{301}x\n\nlast"
    #expect(ArticleDraft.offsets([0, 6, 12], in: text) == [0, 4, 9])
  }

  private func run(_ command: String) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", command]
    try shell.run()
    shell.waitUntilExit()
    try #require(shell.terminationStatus == 0)
  }
}
