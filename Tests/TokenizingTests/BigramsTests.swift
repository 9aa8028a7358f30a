import Testing
import Tokenizing

struct BigramsTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let pairs: String?
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "", pairs: nil),
    Case(text: "Café “no” €5 — שלום мир", pairs: nil),
    Case(text: "東京都", pairs: "東京 京都"),
    Case(text: "the 東京 Tower", pairs: "東京"),
    Case(text: "字", pairs: "字"),
    Case(text: "字 と", pairs: "字 と"),
    Case(text: "トヨタ・自動車。", pairs: "トヨ ヨタ 自動 動車"),
    Case(text: "人々のﾊﾝ", pairs: "人々 々の のﾊ ﾊﾝ"),
    Case(text: "서울시가", pairs: "서울 울시 시가"),
    Case(text: "𠮷野家", pairs: "𠮷野 野家"),
  ])
  func pairsNeighboursOfOneRun(_ example: Case) {
    #expect(Bigrams.text(of: example.text) == example.pairs)
  }

  @Test func textsDoNotJoin() {
    #expect(Bigrams.text(of: "東京", "大阪") == "東京 大阪")
  }

  /// Else a pair would be cut by the tokenizer that indexes it.
  @Test func everyCharacterStandsInTokens() {
    for value in UInt32(0)..<0x110000 where Bigrams.contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(Tokenizer().terms(in: "\(scalar)\(scalar)").map(\.unicodeScalars.count) == [2])
    }
  }
}
