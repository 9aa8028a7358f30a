import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct LetterDamageTests {
  private static let names = Gazetteer.damagedNames.rows.filter {
    $0.count == 3 && $0[2].first == UInt8(ascii: "p")
  }
  .map {
    (
      word: String(decoding: $0[0], as: UTF8.self),
      cost: Int(String(decoding: $0[1], as: UTF8.self)) ?? 0
    )
  }

  private func meant(by word: String) -> String? {
    let bytes = Array(word.utf8)
    let hash = bytes.withUnsafeBufferPointer {
      DamagedNames.shared.meant(by: 0..<$0.count, in: $0)
    }
    return Self.names.first { TokenHash.of($0.word) == hash }?.word
  }

  @Test func eachIsANameOfTheGazetteerAndTheLikeliestComeFirst() {
    let gazetteer = CountryGazetteer()
    let others = Self.names.filter { gazetteer.record(TokenHash.of($0.word))?.isName != true }
    #expect(others.map(\.word) == [])
    #expect(Self.names.count > 500)
    let costs = Self.names.map(\.cost)
    #expect(costs == costs.sorted())
  }

  @Test(arguments: [
    ("Hrltlsh", "british"), ("Itusslan", "russian"), ("Uermany", "germany"),
    ("Frenoh", "french"), ("Auatrlans", "austrians"), ("Ilritish", "british"),
    ("Serhlun", "serbian"), ("llrltlsh", "british"), ("MEXTCO", "mexico"),
    ("Brlt-\nlsh", "british"), ("Rus\nslans", "russians"), ("I'rench", "french"),
    ("Chlhua-hua", "chihuahua"), ("Cluerrero", "guerrero"), ("VASHIXOTON", "washington"),
  ])
  func aDamagedWordMeansOneOfThem(word: String, name: String) {
    #expect(meant(by: word) == name)
  }

  @Test(arguments: [
    "Obrcgon", "Ohregon", "Lierman", "Holler", "Brittles", "Frontier", "Hermit", "Xqzwvbn",
    "French-Canadian", "Fren", "",
    "Philadelphiansomething", "Engländer", "G-e-rmany", "12345", "'''''",
    "Pennsylvania-Massachusetts",
  ])
  func otherWordsMeanNone(word: String) {
    #expect(meant(by: word) == nil)
  }

  private func weight(of word: String, in sentence: String) -> NameSurroundings.Weight? {
    let field = FieldTokens(sentence)
    guard let at = field.tokens.firstIndex(where: { field.text($0) == word }) else { return nil }
    return field.tokens.withUnsafeBufferPointer {
      NameSurroundings.shared.weight(of: at..<at + 1, in: $0)
    }
  }

  @Test(arguments: [
    ("in Itnly", 19, -5), ("Itnly troops", 0, 30), ("the Itnly", 3, 19), ("Mr. Itnly", -30, -30),
    ("in the Itnly troops", 3, 30), ("\n\nItnly\n\n", 0, 0), ("in\n\nItnly", 0, 0),
  ])
  func wordsBesideANameTellItsKind(words: String, place: Int, people: Int) {
    let weight = weight(of: "Itnly", in: words)
    #expect(weight?.place == place)
    #expect(weight?.people == people)
  }

  @Test func noWordBesideANameOutweighsItsLetters() {
    for row in Gazetteer.damagedSurroundings.rows {
      let weights = row.suffix(2).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      #expect(weights.count == 2 && weights.allSatisfy { abs($0) <= 30 })
    }
  }

  private func cost(_ name: [UInt8], _ word: [UInt8], atMost most: Int = 10_000) -> Int? {
    name.withUnsafeBufferPointer { name in
      word.withUnsafeBufferPointer { word in
        [Int32](repeating: 0, count: word.count + 1).withUnsafeBufferPointer { ahead in
          LetterDamage.shared.cost(
            of: name, as: word, isCapitals: true, ahead: ahead, atMost: most)
        }
      }
    }
  }

  /// The least of all ways to print a name as a word: what becomes of its first letter or two, and the rest.
  ///
  /// - Parameter printed: how many letters more than the name's were printed.
  private func naiveCost(_ name: [UInt8], _ word: [UInt8], printed: Int = 0) -> Int {
    if name.isEmpty, word.isEmpty { return 0 }
    return [(0, 1), (1, 0), (1, 1), (1, 2), (2, 1)].compactMap { letters, print in
      let printed = printed + print - letters
      guard name.count >= letters, word.count >= print, abs(printed) <= LetterDamage.reach else {
        return nil
      }
      return cost(Array(name.prefix(letters)), Array(word.prefix(print))).map {
        $0
          + naiveCost(
            Array(name.dropFirst(letters)), Array(word.dropFirst(print)), printed: printed)
      }
    }.min() ?? 10_000
  }

  @Test func theTableFindsTheCheapestWayToPrintAName() {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let name = letters(Int.random(in: 2...4, using: &random), &random)
      let word = letters(Int.random(in: 2...4, using: &random), &random)
      let naive = naiveCost(name, word)
      #expect(cost(name, word) == naive, "seed \(seed): \(name), \(word)")
      #expect(cost(name, word, atMost: naive) == naive, "seed \(seed)")
      #expect(cost(name, word, atMost: naive - 1) == nil, "seed \(seed)")
    }
  }

  private func letters(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0..<26, using: &random) }
  }

  /// A look at each name by itself finds no better one that has half of the word's letters.
  @Test func noNameIsMeantThatExplainsTheWordWorse() {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      guard let (name, _) = Self.names.randomElement(using: &random) else { return }
      var word = name.utf8.map { $0 - 97 }
      word[Int.random(in: word.indices, using: &random)] = UInt8.random(in: 0..<26, using: &random)
      guard let meant = meant(by: String(decoding: word.map { $0 + 97 }, as: UTF8.self)) else {
        continue
      }
      let costs = Self.names.map { (smallCost($0.word, word) ?? 10_000) + $0.cost }
      let found = Self.names.first { $0.word == meant }
      let cost = (smallCost(meant, word) ?? 10_000) + (found?.cost ?? 0)
      #expect(cost == costs.min(), "seed \(seed): \(name), \(meant)")
    }
  }

  private func smallCost(_ name: String, _ word: [UInt8]) -> Int? {
    name.utf8.map { $0 - 97 }.withUnsafeBufferPointer { name in
      word.withUnsafeBufferPointer { word in
        [Int32](repeating: 0, count: word.count + 1).withUnsafeBufferPointer { ahead in
          LetterDamage.shared.cost(
            of: name, as: word, isCapitals: false, ahead: ahead, atMost: 10_000)
        }
      }
    }
  }
}
