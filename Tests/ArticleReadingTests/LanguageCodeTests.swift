import Foundation
import Testing

@testable import ArticleReading

struct LanguageCodeTests {
  /// Codes of ISO 639-2/B, which Foundation does not know, and two that it does not shorten.
  private static let ours = [
    "alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl",
    "fre": "fr", "geo": "ka", "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi",
    "may": "ms", "per": "fa", "rum": "ro", "slo": "sk", "tib": "bo", "wel": "cy", "tgl": "tl",
    "hbs": "sh",
  ]

  /// Every code of three letters, known or not.
  @Test func codesAreThoseOfFoundation() {
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
    for first in letters {
      for second in letters {
        for third in letters {
          let code = first + second + third
          let expected = Self.ours[code] ?? Locale.LanguageCode(code).identifier(.alpha2)
          #expect(ISO639.shortest(code) == expected, "\(code)")
        }
      }
    }
  }

  @Test(arguments: [
    ("en", "en"), ("EN-gb", "en"), ("en_US.UTF-8", "en"), ("eng", "en"), ("GER", "de"),
    ("German", "de"), ("haw", "haw"), ("xyz", nil), ("Klingonese", nil), ("", nil),
  ])
  func languagesAreRead(text: String, code: String?) {
    #expect(LanguageCode(text)?.code == code)
  }
}
