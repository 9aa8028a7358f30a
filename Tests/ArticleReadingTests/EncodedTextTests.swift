import ArticleReading
import IndexDefinition
import Testing

/// Texts in TEI.
struct EncodedTextTests {
  private func body(_ inside: String) throws -> String? {
    let text = """
      <?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
      <title>Port</title></titleStmt></fileDesc></teiHeader><text><body>\(inside)</body></text></TEI>
      """
    return try events(in: text.utf8, named: "a.xml").compactMap(\.article).first?.body
  }

  @Test(arguments: [
    ("<p>Ships<lb/>came to the har\n<lb break=\"no\"/>bour.</p>", "Ships came to the harbour."),
    ("<p>The ships<pb n=\"2\"/>came.</p><p>They left.</p>", "The ships came.\n\nThey left."),
    ("<p>Ships<pb break=\"no\"/><fw type=\"header\">The Quay</fw>came.</p>", "Shipscame."),
    (
      "<p>The <choice><sic>shps</sic><corr>ships</corr></choice> <del>sank</del> came.</p>",
      "The ships came."
    ),
    ("<p>The <sic>shps</sic> came.</p>", "The shps came."),
    (
      "<p>Ships<note>Two.</note> came <quote>home</quote>.</p><p>They left.</p>",
      "Ships came home.\n\nThey left.\n\nTwo."
    ),
    (
      "<table><row><cell><p>Port</p></cell><cell>Tons</cell></row><row><cell>Bergen</cell><cell>7</cell></row></table>",
      "Port\tTons\nBergen\t7"
    ),
  ])
  func wordsAreWhole(inside: String, wanted: String) throws {
    #expect(try body(inside) == wanted)
  }
}
