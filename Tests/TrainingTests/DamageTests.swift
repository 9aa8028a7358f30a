import Foundation
import IndexDefinition
import NewsTagging
import TestSupport
import Testing

@testable import wsearch_train

/// `wsearch-train damage`, over archives that the tests write.
struct DamageTests {
  private func letters(_ word: String) -> [UInt8] { word.utf8.map { $0 - 97 } }

  /// All ways to print a name as a word, one after the other.
  private func naive(_ name: [UInt8], _ word: [UInt8], at row: Int = 0) -> Double {
    let channel = DamageChannel().probabilities
    let kind: LetterEdits.Kind = row == 0 ? .capital : .small
    var sum = name.isEmpty && word.isEmpty ? 1.0 : 0
    func add(_ letters: Int, _ printed: Int, _ edit: Int) {
      let rest = naive(
        Array(name.dropFirst(letters)), Array(word.dropFirst(printed)), at: row + letters)
      sum += channel[edit] * rest
    }
    if let printed = word.first { add(0, 1, LetterEdits.insertion(Int(printed))) }
    guard let letter = name.first.map({ Int($0) }) else { return sum }
    add(1, 0, LetterEdits.loss(kind, letter))
    guard let printed = word.first.map({ Int($0) }) else { return sum }
    add(1, 1, LetterEdits.substitution(kind, letter, printed))
    if word.count > 1 { add(1, 2, LetterEdits.split(kind, letter, printed, Int(word[1]))) }
    if name.count > 1 { add(2, 1, LetterEdits.merger(kind, letter, with: Int(name[1]), printed)) }
    return sum
  }

  private func withPair<Answer>(
    _ name: String, _ word: String, _ use: (EditLattice.Pair) -> Answer
  ) -> Answer {
    letters(name).withUnsafeBufferPointer { name in
      letters(word).withUnsafeBufferPointer { word in
        use(EditLattice.Pair(name: name, word: word, isCapitals: false))
      }
    }
  }

  @Test(arguments: [("rom", "rom"), ("rom", "roni"), ("rome", "nne"), ("ab", ""), ("a", "bcd")])
  func theLatticeSumsAllWays(name: String, word: String) {
    let channel = DamageChannel().probabilities
    let sum = channel.withUnsafeBufferPointer { channel in
      withPair(name, word) { EditLattice(length: 8).probability(of: $0, channel) }
    }
    let naive = naive(letters(name), letters(word))
    #expect(abs(sum - naive) <= naive * 1e-9)
  }

  /// Each letter of the name is printed, lost or melted once.
  @Test func theExpectedEditsUseEachLetterOnce() {
    let channel = DamageChannel().probabilities
    var counts = Array(repeating: 0.0, count: LetterEdits.count)
    channel.withUnsafeBufferPointer { channel in
      withPair("france", "frauce") {
        EditLattice(length: 8).addEdits(of: $0, weight: 3, channel, to: &counts)
      }
    }
    var letters = 0.0
    for kind in LetterEdits.Kind.allCases {
      for letter in 0..<LetterEdits.letters {
        letters += counts[LetterEdits.block(kind, letter)].reduce(0, +)
        letters += counts[LetterEdits.mergers(kind, letter)].reduce(0, +)
      }
    }
    #expect(abs(letters - 18) < 1e-9)
    #expect(counts[LetterEdits.substitution(.small, 13, 20)] > 2.5)
  }

  @Test func whatFollowsTwoLettersIsAProbability() {
    let words = Spellings(["berlin", "merlin", "bernard"])
    let trigrams = LetterTrigrams(words, weights: [1, 2, 0.5])
    for context in 0..<LetterTrigrams.symbols * LetterTrigrams.symbols {
      let start = context * LetterTrigrams.symbols
      let sum = trigrams.probabilities[start..<start + LetterTrigrams.symbols].reduce(0, +)
      #expect(abs(sum - 1) < 1e-9)
    }
    let (known, unknown) = (letters("berlin")[...], letters("qxzjkv")[...])
    #expect(trigrams.probability(of: known) > trigrams.probability(of: unknown))
  }

  private func surroundings(_ sentences: [(DamageSurroundings.Kind, String)]) -> DamageSurroundings
  {
    var surroundings = DamageSurroundings()
    for (kind, sentence) in sentences {
      let field = FieldTokens(sentence)
      for (at, token) in field.tokens.enumerated() where field.text(token) == "X" {
        for _ in 0..<200 { surroundings.add(kind, at..<at + 1, of: field) }
      }
    }
    return surroundings
  }

  @Test func whatStandsBesideANameSpeaksForItsKind() throws {
    let weights = surroundings([
      (.place, "in X today"), (.place, "at X 15"), (.people, "the X troops"), (.unknown, "Mr. X 7"),
      (.unknown, "of X"), (.unknown, "in\n\nX\n\ntroops"),
    ]).weights
    let table = Dictionary(uniqueKeysWithValues: weights.map { ("\($0.side) \($0.word)", $0) })
    #expect(
      table.keys.sorted() == [
        "before at", "before in", "before mr.", "before of", "before the", "behind 0",
        "behind today", "behind troops",
      ])
    let (place, people) = (try #require(table["before in"]), try #require(table["behind troops"]))
    #expect(place.place == 30 && place.people < 10)
    #expect(people.people == 30 && people.place < 10)
    #expect(try #require(table["before mr."]).place == -30)
    #expect(try #require(table["behind 0"]).place == -7)
  }

  @Test func wordsThatStandSeldomSayNothing() {
    var surroundings = surroundings([(.unknown, "of X")])
    let field = FieldTokens("in X")
    for _ in 0..<199 { surroundings.add(.place, 1..<2, of: field) }
    #expect(surroundings.weights.map(\.word) == ["of"])
    surroundings.add(.place, 1..<2, of: field)
    #expect(surroundings.weights.map(\.word) == ["in", "of"])
  }

  /// Names, of each ten two with an e printed as a c, and as many words that nobody knows.
  private func archive() -> [Article] {
    let names = [
      "Germany", "Belgium", "Petersburg", "Greece", "Sweden", "Mexico", "Serbia", "Belgrade",
    ]
    let syllables = ["Zu", "ko", "bra", "lin", "wox", "tam", "pil", "hud", "gra", "nof"]
    return names.enumerated().flatMap { number, name in
      (0..<100).flatMap { at in
        let damaged = at % 5 == 0 ? name.replacing("e", with: "c") : name
        let other = [at % 10, at / 10, (at + number) % 10, number].map { syllables[$0] }.joined()
        return [damaged, other.capitalized].enumerated().map {
          Article(
            id: "\(number)-\(at)-\($0)", title: "",
            body: "The men came to \($1) and stayed there for the whole of the winter.",
            date: CalendarDate("1916-05-05"))
        }
      }
    }
  }

  private func learnt(_ articles: [Article]) -> DamageFiles {
    var counts = DamageCounts()
    for article in articles { counts.add(article) }
    var learning = DamageLearning(names: counts.names, words: counts.unknownWords)
    for _ in 0..<4 { learning.step() }
    return DamageFiles(
      names: counts.names, rivals: [], channel: learning.channel, trigrams: learning.trigrams,
      surroundings: counts.surroundings)
  }

  @Test func theDamageOfAnArchiveIsLearntFromItAlone() {
    let files = learnt(archive())
    let names = files.nameRows.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(names.contains { $0.hasPrefix("germany\t") && $0.hasSuffix("\tplace") })
    let substitution = LetterEdits.substitution(.small, 4, 2)
    let (now, before) = (files.channel.probabilities, DamageChannel().probabilities)
    #expect(now[substitution] > 3 * before[substitution])
    #expect(now[LetterEdits.substitution(.small, 4, 23)] <= before[substitution])
  }

  @Test func theOrderOfArticlesIsNoMatter() {
    let (one, other) = (learnt(archive()), learnt(archive().reversed()))
    #expect(one.nameRows == other.nameRows)
    #expect(one.damageRows == other.damageRows)
    #expect(one.sequenceRows == other.sequenceRows)
    #expect(one.surroundingRows == other.surroundingRows)
  }
}
