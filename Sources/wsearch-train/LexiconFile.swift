import ArgumentParser
import Foundation
import Tagging

/// Gathers what the lexicon says of each word and packs it into the format of ``Lexicon``.
struct LexiconFile {
  private struct Entry {
    var traits: WordRecord.Traits = []
    var capitalisation = 0
    var cluster: Int?
  }

  private var entries: [UInt64: Entry] = [:]

  var count: Int { entries.count }

  /// - Throws: `ValidationError` naming a list that is missing or a class that is unknown.
  mutating func add(gazetteers folder: String) throws {
    try add(list: folder + "/names-given.txt", .given)
    try add(list: folder + "/names-surnames.txt", .surname)
    try add(list: folder + "/names-places.txt", .place)
    try add(classes: folder + "/names-words.txt")
  }

  mutating func add(_ counts: WordCounts) {
    for (hash, count) in counts.counts where count.all >= 4 || entries[hash] != nil {
      entries[hash, default: Entry()].capitalisation = count.statistic
    }
  }

  mutating func add(cluster: Int, to hash: UInt64) {
    entries[hash, default: Entry()].cluster = cluster
  }

  /// Filled to four fifths; slots in falling order of need are laid by ascending hash, so that
  /// the same words give the same bytes.
  var bytes: Data {
    let size = entries.count * 5 / 4 + 1
    var slots = [UInt64](repeating: 0, count: size)
    for (hash, entry) in entries.sorted(by: { $0.key < $1.key }) {
      var slot = Lexicon.slot(of: hash, count: size)
      while slots[slot] != 0 { slot = slot + 1 == size ? 0 : slot + 1 }
      let record = WordRecord(
        traits: entry.traits, capitalisation: entry.capitalisation, cluster: entry.cluster)
      slots[slot] = UInt64(record.rawValue) << 32 | hash & 0xFFFF_FFFF
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

  private mutating func add(classes path: String) throws {
    var traits: WordRecord.Traits = []
    for line in try lines(path) {
      if line.hasPrefix("[") {
        guard let named = WordRecord.Traits.named[String(line.dropFirst().dropLast())] else {
          throw ValidationError("\(path): unknown class \(line)")
        }
        traits = named
      } else {
        for word in line.split(separator: " ") {
          add(String(word), traits)
          add(word + ".", traits)
        }
      }
    }
  }

  private mutating func add(_ word: String, _ traits: WordRecord.Traits) {
    entries[TokenHash.of(word), default: Entry()].traits.formUnion(traits)
  }

  private func lines(_ path: String) throws -> [Substring] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ValidationError("\(path): cannot be read")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}
