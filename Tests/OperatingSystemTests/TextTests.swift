import Foundation
import OperatingSystem
import TestSupport
import Testing

struct TextTests {
  @Test func blanksAndLineBreaksAreThoseOfFoundation() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let (blanks, breaks) = (CharacterSet.whitespaces, CharacterSet.newlines)
      if scalar.isBlank != blanks.contains(scalar) || scalar.isLineBreak != breaks.contains(scalar)
      {
        Issue.record("\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    "", " ", "  a b ", "\t\u{3000}é \u{301}\n", " \u{301}a", "a", "\u{200b}x\u{a0}",
  ])
  func trimmingIsThatOfFoundation(text: String) {
    let expected = text.trimmingCharacters(in: .whitespaces)
    #expect(text.trimmed(where: \.isBlank).utf8.elementsEqual(expected.utf8))
    let whole = text.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(text.trimmed { $0.isBlank || $0.isLineBreak }.utf8.elementsEqual(whole.utf8))
  }

  @Test(arguments: 1...4)
  func base64IsThatOfFoundation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let text = Base64URL.encode(bytes)
      let standard = Data(bytes).base64EncodedString()
      #expect(
        text
          == standard.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
      #expect(Base64URL.decode(text) == bytes)
      #expect(Base64URL.decode(standard) == bytes)
    }
  }

  /// Digits, and characters that are none.
  @Test(arguments: 1...4)
  func textsAreTakenAsFoundationDoes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["A", "g", "Q", "9", "-", "_", "+", "/", "é", " "]
    for _ in 0..<5000 {
      let known = Bool.random(using: &generator) ? 8 : 10
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<known, using: &generator)]
      }.joined()
      let standard = text.replacing("-", with: "+").replacing("_", with: "/")
      let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
      let expected = Data(base64Encoded: standard + padding).map(Array.init)
      #expect(Base64URL.decode(text) == expected, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: ["=", "A=", "AA===", "AA=A", "AAA==", "AAAA=", "A", "AAAAA", "===="])
  func wrongPaddingIsNoBase64(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }

  @Test(arguments: 1...2)
  func fixedNumbersAreThoseOfFoundation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let value =
        Double.random(in: -1...1, using: &generator)
        * pow(10, Double.random(in: -8...300, using: &generator))
      for places in [0, 1, 3, 17] {
        let expected = String(format: "%.\(places)f", value)
        #expect(NumberFormat.fixed(value, places: places) == expected, "seed \(seed)")
      }
    }
    for value in [0, -0.0, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, 0.5, 1.5, 2.5] {
      #expect(NumberFormat.fixed(value, places: 0) == String(format: "%.0f", value))
    }
  }
}
