internal import IndexDefinition

/// Sets of spellings that may stand for one name, by the hash of the folded letters.
final class NameSpellings: Sendable {
  /// Family names that are transliterated in several ways, by ``NameSound``.
  static let families = NameSpellings(part: "family") { spelling in
    Array(spelling).withUnsafeBufferPointer(NameSound.hash)
  }
  /// Whole names, their words joined.
  static let wholes = NameSpellings(part: "full") { hash($0) }

  /// The groups that a spelling is in, from 1; 0 fills up.
  private typealias Groups = SIMD8<UInt16>

  private let groups: TokenTable<Groups>
  /// Hardly any name has another spelling.
  private let filter: TokenFilter
  /// The first spelling of each group.
  private let firsts: [UInt64]

  private convenience init(part: String, hash: (Gazetteer.Cell) -> UInt64) {
    self.init(
      Gazetteer.nameSpellings.rows.filter { $0[0].elementsEqual(part.utf8) }
        .map { $0[1].split(separator: UInt8(ascii: ";")).map(hash) })
  }

  /// - Parameter sets: the hashes of each set's spellings, none empty.
  init(_ sets: [[UInt64]]) {
    var groups = TokenTable<Groups>(minimumCapacity: sets.count * 3)
    var filter = TokenFilter()
    for (position, spelling) in sets.enumerated().flatMap({ set in set.1.map { (set.0, $0) } }) {
      var lanes = groups[spelling] ?? Groups()
      guard let free = lanes.indices.first(where: { lanes[$0] == 0 }) else { continue }
      lanes[free] = UInt16(position + 1)
      groups[spelling] = lanes
      filter.insert(spelling)
    }
    self.groups = groups
    self.filter = filter
    firsts = sets.map { $0[0] }
  }

  /// The spelling that stands for the first group that `spelling` is in.
  func first(of spelling: UInt64) -> UInt64? {
    lanes(of: spelling).map { firsts[Int($0[0]) - 1] }
  }

  @inline(__always)
  private func lanes(of spelling: UInt64) -> Groups? {
    filter.mayContain(spelling) ? groups[spelling] : nil
  }

  /// The groups that a spelling is in.
  func groups(of spelling: UInt64) -> [UInt16] {
    guard let lanes = lanes(of: spelling) else { return [] }
    return lanes.indices.map { lanes[$0] }.filter { $0 != 0 }
  }

  /// Whether the two are in one group.
  func areOne(_ one: UInt64, _ other: UInt64) -> Bool {
    guard let groups = lanes(of: one), let others = lanes(of: other) else { return false }
    return groups.indices.contains { groups[$0] != 0 && any(others .== groups[$0]) }
  }

  /// ``TokenHash`` of a table's letters, spaces left out.
  static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(TokenHash.seed) { $1 == UInt8(ascii: " ") ? $0 : TokenHash.mix($0, $1) }
  }
}
