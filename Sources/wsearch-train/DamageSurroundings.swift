import Foundation
import IndexDefinition
import NewsTagging

/// Which words and marks stand beside names of places and of peoples, and which beside capitalised words that nobody
/// knows: it is rather Italy of which `In Itnly` speaks than anybody who bears a name like hers.
struct DamageSurroundings {
  /// What stands between its neighbours.
  enum Kind: Int, CaseIterable { case place, people, unknown }

  enum Side: String, CaseIterable { case before, behind }

  /// How often a word stands beside each kind.
  private typealias Counts = [Int]
  private static let none = Counts(repeating: 0, count: Kind.allCases.count)

  private var counts: [Side: [String: Counts]] = [:]
  private var all: [Side: Counts] = [:]

  /// So often a word stands beside names and unknown words at least for what it says to be more than chance.
  private static let leastOccurrences = 200
  /// Tenths of a nat that are too few to make a row.
  private static let leastWeight = 5
  /// And of more nobody can be sure.
  private static let mostWeight = 30

  mutating func add(_ kind: Kind, _ words: Range<Int>, of field: FieldTokens) {
    let first = field.tokens[words.lowerBound]
    if words.lowerBound > 0, !first.traits.contains(.paragraphStart) {
      count(field.tokens[words.lowerBound - 1], .before, kind, in: field)
    }
    if words.upperBound < field.tokens.count,
      !field.tokens[words.upperBound].traits.contains(.paragraphStart)
    {
      count(field.tokens[words.upperBound], .behind, kind, in: field)
    }
  }

  private mutating func count(
    _ token: Token, _ side: Side, _ kind: Kind, in field: FieldTokens
  ) {
    let word = token.kind == .number ? "0" : field.text(token).lowercased()
    counts[side, default: [:]][word, default: Self.none][kind.rawValue] += 1
    all[side, default: Self.none][kind.rawValue] += 1
  }

  /// How many tenths of a nat each word beside a word makes it likelier a place's name, and a people's, than one that
  /// nobody knows: 10 ln of how much oftener it stands there.
  var weights: [(side: Side, word: String, place: Int, people: Int)] {
    Side.allCases.flatMap { side in
      let all = all[side] ?? Self.none
      return (counts[side] ?? [:]).filter { $0.value.reduce(0, +) >= Self.leastOccurrences }
        .map { word, counts in
          func weight(_ kind: Kind) -> Int { Self.weight(counts, all, kind) }
          return (side: side, word: word, place: weight(.place), people: weight(.people))
        }
        .filter { max(abs($0.place), abs($0.people)) >= Self.leastWeight }
        .sorted { $0.word < $1.word }
    }
  }

  private static func weight(_ counts: Counts, _ all: Counts, _ kind: Kind) -> Int {
    func share(_ kind: Kind) -> Double {
      (Double(counts[kind.rawValue]) + 1) / Double(all[kind.rawValue] + 1)
    }
    let weight = Int((10 * log(share(kind) / share(.unknown))).rounded())
    return max(-mostWeight, min(mostWeight, weight))
  }
}
