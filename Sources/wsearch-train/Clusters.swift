/// Word clusters in two levels: 256 coarse ones by k-means over unit vectors, each split in four.
struct Clusters {
  typealias Quarter = WordVectors.Quarter

  /// Of each word, 0 to 1023; four fine ones in a row make a coarse one.
  private(set) var fine: [Int]

  /// - Parameter vectors: of length 1, four quarters a word.
  init(_ vectors: [Quarter], numbers: inout SeededNumbers) {
    let words = Array(0..<vectors.count / 4)
    let coarse = Self.assign(vectors, words, groups: 256, &numbers)
    fine = Array(repeating: 0, count: words.count)
    for cluster in 0..<256 {
      let members = words.filter { coarse[$0] == cluster }
      let parts = Self.assign(vectors, members, groups: 4, &numbers)
      for (at, word) in members.enumerated() { fine[word] = cluster * 4 + parts[at] }
    }
  }

  /// The nearest centre of each member after ten rounds of k-means.
  private static func assign(
    _ vectors: [Quarter], _ members: [Int], groups: Int, _ numbers: inout SeededNumbers
  ) -> [Int] {
    guard !members.isEmpty else { return [] }
    var centres: [Quarter] = []
    for _ in 0..<groups {
      let word = members[Int.random(in: members.indices, using: &numbers)] * 4
      centres += vectors[word..<word + 4]
    }
    var groupOf = Array(repeating: 0, count: members.count)
    for _ in 0..<10 {
      for (at, member) in members.enumerated() { groupOf[at] = nearest(vectors, member, centres) }
      centres = means(vectors, members, groupOf, centres)
    }
    return groupOf
  }

  private static func nearest(_ vectors: [Quarter], _ word: Int, _ centres: [Quarter]) -> Int {
    var best = 0
    var top = -Float.infinity
    let row = word * 4
    for centre in stride(from: 0, to: centres.count, by: 4) {
      let likeness =
        (vectors[row] * centres[centre] + vectors[row + 1] * centres[centre + 1]
        + vectors[row + 2] * centres[centre + 2] + vectors[row + 3] * centres[centre + 3]).sum()
      if likeness > top {
        top = likeness
        best = centre / 4
      }
    }
    return best
  }

  /// The members' directions; a centre without members stays.
  private static func means(
    _ vectors: [Quarter], _ members: [Int], _ groupOf: [Int], _ old: [Quarter]
  ) -> [Quarter] {
    var sums = Array(repeating: Quarter.zero, count: old.count)
    for (at, member) in members.enumerated() {
      for part in 0..<4 { sums[groupOf[at] * 4 + part] += vectors[member * 4 + part] }
    }
    for group in stride(from: 0, to: old.count, by: 4) {
      let squares = (0..<4).reduce(Quarter.zero) { $0 + sums[group + $1] * sums[group + $1] }
      let length = squares.sum().squareRoot()
      for part in group..<group + 4 { sums[part] = length > 0 ? sums[part] / length : old[part] }
    }
    return sums
  }
}
