import OperatingSystem
import Testing

struct NormalizationLookTests {
  private func isSure(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { NormalizationLook.isSurelyFormC($0) }
  }

  /// All of Unicode, a character at a time: composed again from its parts it is itself, and it does not
  /// combine.
  @Test func whatIsSureIsInFormCAndStaysSo() {
    var sure = 0
    for value in 0...UInt32(0x10ffff) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      guard isSure(text) else { continue }
      sure += 1
      // The mark at the end has the tables asked.
      let composed = (text.inFormD + "\u{20d0}").inFormC
      if composed.unicodeScalars.first != scalar
        || scalar.properties.canonicalCombiningClass != .notReordered
      {
        Issue.record("U+\(String(value, radix: 16)) is not stable")
      }
    }
    #expect(sure > 30_000)
  }

  @Test(arguments: ["", "plain", "“Größe” – Афины, 東京 ガ 한국"])
  func mostTextsAreSure(text: String) { #expect(isSure(text)) }

  @Test(arguments: [
    "e\u{301}", "\u{212b}", "\u{2126}", "か\u{3099}", "\u{1100}\u{1161}", "\u{387}", "\u{2000}",
  ])
  func whatMayChangeIsNot(text: String) { #expect(!isSure(text)) }
}
