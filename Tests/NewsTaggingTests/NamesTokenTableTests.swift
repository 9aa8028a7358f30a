import TestSupport
import Testing

@testable import NewsTagging

struct NamesTokenTableTests {
  @Test func holdsWhatADictionaryHolds() {
    let seed: UInt64 = 20_261_122
    var generator = SeededGenerator(seed: seed)
    var table = TokenTable<Int>()
    var dictionary: [UInt64: Int] = [:]
    for value in 0..<5_000 {
      let key = generator.next() % 4_000 + 1
      table[key] = value
      dictionary[key] = value
    }
    #expect(table.count == dictionary.count)
    for key in UInt64(1)...4_100 {
      #expect(table[key] == dictionary[key], "seed \(seed), key \(key)")
    }
  }

  @Test func takesTheHashZero() {
    var table = TokenTable<Int>()
    #expect(table[0] == nil)
    table[0] = 7
    #expect(table[0] == 7)
    #expect(table.count == 1)
  }
}
