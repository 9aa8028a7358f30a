/// The persons whom a lone name may mean, worked out once for a batch.
struct Bearers {
  /// The share of a family's sightings that one person must have for a lone name to be theirs.
  private static let clearShare = 0.85
  /// In how many articles a person must be named for a lone name far from all of them.
  private static let familiar = 5
  /// The same for the one person of a family name, and for the sightings near a given name alone.
  private static let familiarAlone = 2

  /// Those named in the batch.
  private var sighted: [Int] = []
  /// The one whom the archive knows well.
  private var wellKnown: Int?
  /// Anthony alone is rather some Anthony than Susan Anthony.
  private var isGivenName = false

  init(of text: String, in archive: ArchivePersons, _ sightings: Sightings) {
    let name = PersonName(text)
    guard name.isLone, let head = name.head else { return }
    let family = archive.family(of: head)
    sighted = family.filter(sightings.contains)
    isGivenName = GivenNames.shared.contains(head)
    let articles = family.map(archive.articles)
    let familiar = family.count == 1 ? Self.familiarAlone : Self.familiar
    wellKnown = Self.clear(articles).flatMap { articles[$0] >= familiar ? family[$0] : nil }
  }

  /// The one of the family that is named nearby, or the one whom the archive knows well; nil when
  /// it is not clear.
  func mostLikely(near moment: Int, _ sightings: Sightings) -> Int? {
    let near = sighted.map { sightings.count(of: $0, near: moment) }
    if let clear = Self.clear(near) {
      return !isGivenName || near[clear] >= Self.familiarAlone ? sighted[clear] : nil
    }
    return near.allSatisfy { $0 == 0 } ? wellKnown : nil
  }

  /// The position of the count that outweighs the others together.
  private static func clear(_ counts: [Int]) -> Int? {
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0
    else { return nil }
    let total = counts.reduce(0, +)
    return Double(counts[best]) >= clearShare * Double(total) ? best : nil
  }
}
