import CommandLineOptions
import Foundation
import NewsTagging

/// Gathers what the lexicon says of each word and packs it into the format of ``Lexicon``.
struct LexiconFile {
  private struct Entry {
    var traits: WordRecord.Traits = []
    var capitalisation = 0
    var cluster: Int?
    var brown = 0
  }

  private var entries: [UInt64: Entry] = [:]

  var count: Int { entries.count }

  /// - Throws: `UsageError` naming a list that is missing or a class that is unknown.
  mutating func add(gazetteers folder: String) throws {
    try add(list: folder + "/names-given.txt", .given)
    try add(list: folder + "/names-surnames.txt", .surname)
    try add(list: folder + "/names-places.txt", .place)
    try add(honorifics: folder + "/honorifics.tsv")
    try add(classes: folder + "/names-words.txt")
  }

  /// Forms of address stand before names; one that is a given name too is only a title.
  private mutating func add(honorifics path: String) throws {
    for line in try lines(path) {
      let columns = line.split(separator: "\t")
      guard columns.count > 3 else { continue }
      let words = columns[0].split(separator: " ")
      for word in words where words.count == 1 || word.count > 4 {
        let isGiven = entries[TokenHash.of(String(word))]?.traits.contains(.given) ?? false
        let isAddress = columns[3] == "honorific" && words.count == 1 && !isGiven
        add(String(word), isAddress ? .honorific : .title)
        if word.hasSuffix(".") { add(String(word.dropLast()), isAddress ? .honorific : .title) }
      }
    }
  }

  mutating func add(_ counts: WordCounts) {
    for (hash, count) in counts.counts where count.all >= 4 || entries[hash] != nil {
      entries[hash, default: Entry()].capitalisation = count.statistic
    }
  }

  /// Adds what a larger text says of words, a line each: the word, the statistic of
  /// ``WordRecord/capitalisation``, the Brown cluster (0 for none), and 1 where the word is frequent
  /// enough to be known by that alone.
  ///
  /// The statistic counts where our own text has seldom seen the word.
  mutating func add(words path: String) throws {
    for line in try lines(path) {
      let columns = line.split(separator: "\t")
      guard columns.count == 4, let statistic = Int(columns[1]), let brown = Int(columns[2]) else {
        throw UsageError("\(path): not word, statistic, cluster, 0 or 1: \(line)")
      }
      let hash = TokenHash.of(String(columns[0]))
      guard columns[3] == "1" || entries[hash] != nil else { continue }
      if entries[hash, default: Entry()].capitalisation < 6, statistic > 0 {
        entries[hash, default: Entry()].capitalisation = statistic
      }
      entries[hash, default: Entry()].brown = brown
    }
  }

  mutating func add(cluster: Int, to hash: UInt64) {
    entries[hash, default: Entry()].cluster = cluster
  }

  /// Filled to three fifths, so that an unknown word is known as such after four slots; laid by
  /// ascending hash, so that the same words give the same bytes.
  var bytes: Data {
    let size = entries.count * 5 / 3 + 1
    var slots = [UInt64](repeating: 0, count: size)
    for (hash, entry) in entries.sorted(by: { $0.key < $1.key }) {
      var slot = Lexicon.slot(of: hash, count: size)
      while slots[slot] != 0 { slot = slot + 1 == size ? 0 : slot + 1 }
      let record = WordRecord(
        traits: entry.traits, capitalisation: entry.capitalisation, cluster: entry.cluster,
        brown: entry.brown)
      slots[slot] = hash << WordRecord.bits | record.rawValue
    }
    var data = Data()
    ModelFile.append(Lexicon.magic, to: &data)
    ModelFile.append(UInt32(size), to: &data)
    for slot in slots {
      withUnsafeBytes(of: slot.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }

  private mutating func add(list path: String, _ traits: WordRecord.Traits) throws {
    for line in try lines(path) { add(String(line), traits) }
  }

  /// `[class]` opens a section of words; `[firm]` one of phrases between commas.
  private mutating func add(classes path: String) throws {
    var section = ""
    for line in try lines(path) {
      if line.hasPrefix("[") {
        section = String(line.dropFirst().dropLast())
      } else if section == "firm" {
        for phrase in line.split(separator: ",") { add(firm: phrase.split(separator: " ")) }
      } else if let traits = WordRecord.Traits.named[section] {
        for word in line.split(separator: " ") { add(classed: String(word), traits) }
      } else {
        throw UsageError("\(path): unknown class [\(section)]")
      }
    }
  }

  private mutating func add(classed word: String, _ traits: WordRecord.Traits) {
    add(word, traits)
    add(word + ".", traits)
    // St. Louis is no Louis with a title.
    if traits == .particle {
      entries[TokenHash.of(word + ".")]?.traits.subtract([.honorific, .title])
    }
  }

  /// Two words, under their pair's hash.
  private mutating func add(firm words: [Substring]) {
    guard words.count == 2 else { return }
    let pair = Lexicon.pair(TokenHash.of(String(words[0])), TokenHash.of(String(words[1])))
    entries[pair, default: Entry()].traits.insert(.organisation)
  }

  private mutating func add(_ word: String, _ traits: WordRecord.Traits) {
    entries[TokenHash.of(word), default: Entry()].traits.formUnion(traits)
  }

  private func lines(_ path: String) throws -> [Substring] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw UsageError("\(path): cannot be read")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}
