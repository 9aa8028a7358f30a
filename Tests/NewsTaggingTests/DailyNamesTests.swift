import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct DailyNamesTests {
  private static let names = Gazetteer.dailyNames.rows.filter { $0.count == 2 }
    .flatMap { String(decoding: $0[1], as: UTF8.self).components(separatedBy: " ") }

  private func meant(by word: String) -> String? {
    let bytes = Array(word.utf8)
    let hash = bytes.withUnsafeBufferPointer {
      DailyNames.shared.meant(by: 0..<$0.count, in: $0)
    }
    return Self.names.first { TokenHash.of($0) == hash }
  }

  @Test func eachIsANameOfTheGazetteerOfSixLettersAndMore() {
    let gazetteer = CountryGazetteer()
    let others = Self.names.filter {
      $0.count < 6 || gazetteer.record(TokenHash.of($0))?.isName != true
    }
    #expect(others == [])
    #expect(Self.names.count > 200)
  }

  @Test(arguments: [
    ("Hrltlsh", "british"), ("Itusslan", "russian"), ("Uermany", "germany"),
    ("Frenoh", "french"), ("Auatrlans", "austrians"), ("Ilritish", "british"),
  ])
  func aDamagedWordMeansOneOfThem(word: String, name: String) {
    #expect(meant(by: word) == name)
  }

  @Test(arguments: [
    "Lierman", "Itutland", "Brittles", "Frontier", "Hermit", "Xqzwvbn", "French-Canadian", "Fren",
    "Philadelphiansomething",
  ])
  func otherWordsMeanNone(word: String) {
    #expect(meant(by: word) == nil)
  }
}
