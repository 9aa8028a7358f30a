import ArticleModel
import Foundation
import TestSupport
import Testing

@testable import ArticleReading

struct MarkupReaderTests {
  private static let nesting = try? String(
    contentsOf: fixtures.appendingPathComponent("reading/nesting.tsv"), encoding: .utf8)

  private static let cases = (nesting ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }

  @Test(arguments: cases)
  func pagesNestAsBrowsersNestThem(line: Substring) throws {
    let parts = line.split(separator: "\t")
    try #require(parts.count == 2)
    #expect(Self.outline(HTMLParser.parse(String(parts[0]))) == parts[1])
  }

  /// More room than any machine has ends a process.
  @Test func signsThatLookLikeTagsTakeNoRoom() {
    let tree = MarkupTree(isXML: false)
    tree.reserve(0, tags: 1 << 50)
    #expect(tree.nodes.capacity < 1 << 22)
  }

  /// Names with what is inside, texts in quotes.
  private static func outline(_ element: HTMLElement) -> String {
    let inside = element.children.map { node in
      switch node {
      case .text(let text): "\"\(text)\""
      case .element(let child): outline(child)
      }
    }
    return "\(element.name)(\(inside.joined(separator: " ")))"
  }

  @Test func attributesAreDecodedAndNamedInLowerCase() throws {
    let page = HTMLParser.parse(
      #"<html LANG=de><p Title="a &amp; b" data-x='1"2' href=/a?b=1&copy=2 hidden>c"#)
    let paragraph = try #require(page.first { $0.tag == .p })
    #expect(page["lang"] == "de")
    #expect(
      ["title", "data-x", "href", "hidden", "none"].map { paragraph[$0] } == [
        "a & b", "1\"2", "/a?b=1&copy=2", "", nil,
      ])
  }

  @Test func xmlKeepsPrefixesDataAndItsOwnEntities() throws {
    let root = try #require(
      XMLParser.parse(
        """
        <?xml version="1.0"?><!DOCTYPE a [<!ENTITY co "A &amp; B"> <!ENTITY all "&co;&co;">]>
        <a><dc:Title>&co; &eacute; &all;</dc:Title><b/><![CDATA[<i>&amp;]]></a>
        """))
    #expect(Self.outline(root) == #"a(dc:title("A & B é &co;&co;") b() "<i>&amp;")"#)
  }

  /// Half a megabyte each; where the cost grew with the square of the size, this would take many minutes.
  @Test(arguments: [
    "<div><b><p class=x>word <i>", "<b>", "<a href=x><div></a>", "<a b='", "<!--", "<![CDATA[",
    "<title>",
    "<ul><li>a", "<table><tr><td>a", "<div hidden>x", "<span class=author>a", "<h1>a", "</b>",
    "&#1;", "<",
  ])
  func hostilePagesEnd(unit: String) throws {
    let count = 500_000 / unit.utf8.count
    let text = "Some words, enough of them, that stand for the text of an article here. "
    let page = "<title>A</title><p>\(text)</p><i>" + String(repeating: unit, count: count)
    #expect(HTMLPage(file: .standardInput).events(page).compactMap(\.article?.title) == ["A"])
  }
}
