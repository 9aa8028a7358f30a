import Foundation
import OperatingSystem
import TestSupport
import Testing

struct NormalizationFormsTests {
  /// Swift's == would find texts equal whatever their form.
  private func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }

  /// Where Foundation, whose tables are older, changes a code point, it is changed in the same way.
  @Test func everyCodePointIsAsInFoundation() {
    for value in UInt32(0)...0x10ffff {
      guard let text = Unicode.Scalar(value).map(String.init) else { continue }
      let c = text.precomposedStringWithCanonicalMapping
      let d = text.decomposedStringWithCanonicalMapping
      if !isSame(text, c), !isSame(text.inFormC, c) { Issue.record("C \(value)") }
      if !isSame(text, d), !isSame(text.inFormD, d) { Issue.record("D \(value)") }
    }
  }

  /// Letters, marks of several classes, ligatures, CJK of compatibility, in all of which Foundation
  /// is right.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x20...0x7e, 0xa0...0x24f, 0x300...0x36f, 0x340...0x345, 0x591...0x5c7, 0x653...0x655,
    0x93c...0x94d, 0x1e00...0x1fff, 0x2126...0x212b, 0x3041...0x309a, 0xf900...0xfa20,
    0xfb1d...0xfb4e,
  ]

  private func text(_ generator: inout SeededGenerator, from ranges: [ClosedRange<UInt32>])
    -> String
  {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let range = ranges[Int.random(in: ranges.indices, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private func codes(_ text: String) -> String {
    text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
  }

  @Test(arguments: 1...8)
  func textsAreAsInFoundation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4000 {
      let text = text(&generator, from: Self.ranges)
      let c = text.precomposedStringWithCanonicalMapping
      let d = text.decomposedStringWithCanonicalMapping
      if !isSame(text.inFormC, c) { Issue.record("seed \(seed): C \(codes(text))") }
      if !isSame(text.inFormD, d) { Issue.record("seed \(seed): D \(codes(text))") }
    }
  }

  /// All of Unicode: a form of a form is that form, and equals the text.
  ///
  /// Three Tibetan signs behind a mark of another kind (U+0F73, U+0F75, U+0F81, whose use Unicode
  /// discourages) are left out: the standard library does not put their parts in order.
  @Test(arguments: 1...4)
  func formsAreOfOneText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let ranges = Self.ranges + [0...0x10ffff, 0x1100...0x11ff, 0xac00...0xd7a3]
    for _ in 0..<4000 {
      let text = text(&generator, from: ranges)
      guard !text.unicodeScalars.contains(where: { [0xf73, 0xf75, 0xf81].contains($0.value) })
      else { continue }
      let (c, d) = (text.inFormC, text.inFormD)
      let isOne =
        text == c && text == d && isSame(c.inFormC, c) && isSame(d.inFormD, d)
        && isSame(d.inFormC, c) && isSame(c.inFormD, d)
      if !isOne { Issue.record("seed \(seed): \(codes(text))") }
    }
  }

  /// Where Foundation on Linux is wrong: code points beyond U+FFFF, Hangul, Tibetan.
  @Test(arguments: [
    ("a\u{10041}\u{301}", "a\u{10041}\u{301}"), ("\u{ac00}\u{11b9}", "\u{ac12}"),
    ("\u{1100}\u{1161}\u{11a8}", "\u{ac01}"), ("a\u{f73}\u{301}", "\u{e1}\u{f71}\u{f72}"),
  ])
  func formCIsThatOfUnicode(text: String, formC: String) {
    #expect(isSame(text.inFormC, formC))
  }
}
