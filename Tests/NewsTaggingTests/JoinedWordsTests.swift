import NewsTagging
import Testing

struct JoinedWordsTests {
  @Test(arguments: try FixtureRow.all("tagging/joined-words.tsv"))
  func wordsThatALinesEndBrokeAreWhole(row: FixtureRow) {
    let expected = row.cells.count > 1 ? row[1] : nil
    #expect(JoinedWords.shared.text(of: row[0]) == expected)
  }

  @Test func wordsOfATextAreToldFromThoseOfAnotherWhateverVersionJoinedThem() {
    let body =
      "Under Gen\neral Marsh the inter\nna\ntional men of Cali-\nfornia, fünf-\nzig, slept."
    let words = JoinedWords.shared
    #expect(words.are("General California", of: body))
    #expect(words.are("interna national fünfzig", of: body))
    #expect(!words.are("California General", of: body))
    #expect(!words.are("Colorado", of: body))
  }
}
