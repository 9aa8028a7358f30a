import NewsTagging
import Testing

struct JoinedWordsTests {
  @Test(arguments: try FixtureRow.all("tagging/joined-words.tsv"))
  func wordsThatALinesEndBrokeAreWhole(row: FixtureRow) {
    let expected = row.cells.count > 1 ? row[1] : nil
    #expect(JoinedWords.shared.text(of: row[0]) == expected)
  }
}
