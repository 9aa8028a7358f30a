import OperatingSystem
import TestSupport
import Testing

/// Paths of any bytes as text and back.
struct SystemPathTests {
  private static func text(_ bytes: [UInt8]) -> String {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(systemPath: $0) } ?? "no address"
    }
  }

  private static func bytes(_ text: String) -> [UInt8] {
    text.withSystemPath { path in
      var bytes: [UInt8] = []
      while path[bytes.count] != 0 { bytes.append(UInt8(bitPattern: path[bytes.count])) }
      return bytes
    }
  }

  @Test(
    arguments: [
      ("plain.txt", "plain.txt"), ("é日本", "é日本"), ("", ""),
      ("caf\u{EFE9}.txt", #"caf\xE9.txt"#), ("\u{EF80}\u{EFFF}", #"\x80\xFF"#),
    ])
  func aByteThatIsNoUTF8IsShown(text: String, shown: String) {
    #expect(text.visible == shown)
  }

  @Test(
    arguments: [
      ([0x61, 0xe9], "a\u{EFE9}"), ([0xc3, 0xa9], "é"), ([0xff, 0x80], "\u{EFFF}\u{EF80}"),
      // A character cut short, one that is too long, half of a surrogate.
      ([0xe2, 0x82], "\u{EFE2}\u{EF82}"), ([0xc0, 0xaf], "\u{EFC0}\u{EFAF}"),
      ([0xed, 0xa0, 0x80], "\u{EFED}\u{EFA0}\u{EF80}"),
      // A name that holds what stands for a byte.
      ([0xee, 0xbe, 0x80], "\u{EFEE}\u{EFBE}\u{EF80}"), ([0xee, 0xbe, 0x7a], "\u{EFEE}\u{EFBE}z"),
    ] as [([UInt8], String)])
  func bytesHaveOneText(bytes: [UInt8], text: String) {
    #expect(Self.text(bytes) == text)
    #expect(Self.bytes(text) == bytes)
  }

  @Test func everyNameComesBackAsItWas() {
    var random = SeededGenerator(seed: 20_251_129)
    for _ in 0..<2_000 {
      // Mostly of the bytes that matter.
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ -> UInt8 in
        Bool.random(using: &random)
          ? [0xee, 0xbe, 0xbf, 0x80, 0xc3, 0xa9, 0x2f][Int.random(in: 0..<7, using: &random)]
          : UInt8.random(in: 1...255, using: &random)
      }
      #expect(Self.bytes(Self.text(bytes)) == bytes)
    }
  }

  @Test func whatIsNoPathIsRepaired() {
    #expect(Self.text([0x61, 0xe9, 0x62]).repaired == "a\u{FFFD}b")
    #expect(Self.text([0xee, 0xbe, 0x80]).repaired == "\u{EF80}")
    #expect("été".repaired == "été")
  }
}
