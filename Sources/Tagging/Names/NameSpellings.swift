internal import IndexDefinition

/// Sets of spellings that may stand for one name, by the hash of the folded letters.
struct NameSpellings: Sendable {
  /// Family names that are transliterated in several ways.
  static let families = NameSpellings(part: "family")
  /// Whole names, their words joined.
  static let wholes = NameSpellings(part: "full")

  private var groups = TokenTable<[UInt16]>()
  /// The first spelling of each group.
  private var firsts: [UInt64] = []

  init() {}

  private init(part: String) {
    for row in Gazetteer.nameSpellings.rows where row[0].elementsEqual(part.utf8) {
      add(row[1].split(separator: UInt8(ascii: ";")).map(Self.hash))
    }
  }

  mutating func add(_ spellings: [UInt64]) {
    guard let first = spellings.first else { return }
    let group = UInt16(firsts.count)
    firsts.append(first)
    for spelling in spellings { groups[spelling] = (groups[spelling] ?? []) + [group] }
  }

  func contains(_ spelling: UInt64) -> Bool { groups[spelling] != nil }

  /// The spelling that stands for the first group that `spelling` is in.
  func first(of spelling: UInt64) -> UInt64? {
    groups[spelling].map { firsts[Int($0[0])] }
  }

  /// Whether the two are in one group.
  func areOne(_ one: UInt64, _ other: UInt64) -> Bool {
    guard let groups = groups[one], let others = self.groups[other] else { return false }
    return groups.contains(where: others.contains)
  }

  /// ``TokenHash`` of a table's letters, spaces left out.
  static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(TokenHash.seed) { $1 == UInt8(ascii: " ") ? $0 : TokenHash.mix($0, $1) }
  }
}
