/// Whom a name alone means: the one of its family who is named nearby in time, else the one whom the
/// archive knows well, else nobody surely.
package struct LoneName {
  /// When a person who may be meant is named in an article.
  package struct Sighting {
    /// As ``moment(of:)`` counts.
    package let moment: Int32
    /// The position among those who may be meant.
    package let bearer: Int32

    package init(moment: Int32, bearer: Int32) {
      self.moment = moment
      self.bearer = bearer
    }
  }

  /// How many days are near.
  private static let reach: Int32 = 10
  /// The share of a family's sightings that one person must have for a lone name to be theirs.
  private static let clearShare = 0.85
  /// In how many articles a person must be named for a lone name far from all of them.
  private static let familiar = 5
  /// The same for the one person of a family name, and for the sightings near a given name alone.
  private static let familiarAlone = 2

  /// The sightings that have a moment, ascending.
  private let sightings: [Sighting]
  /// The one whom the archive knows well.
  private let wellKnown: Int?
  /// Anthony alone is rather some Anthony than Susan Anthony.
  private let isGivenName: Bool
  /// The sightings that are near the moment asked for last, and how many each bearer has there.
  private var near = 0..<0
  private var counts: [Int]

  /// - Parameters:
  ///   - articles: in how many each is named who may be meant.
  ///   - sightings: of those, ascending by moment; those without a date are left out.
  package init(articles: [Int], sightings: [Sighting], isGivenName: Bool) {
    self.sightings = sightings
    self.isGivenName = isGivenName
    let familiar = articles.count == 1 ? Self.familiarAlone : Self.familiar
    wellKnown = Self.clear(articles).flatMap { articles[$0] >= familiar ? $0 : nil }
    counts = Array(repeating: 0, count: articles.count)
  }

  /// The position of the one meant at a moment, nil when it is not clear.
  ///
  /// - Parameter moment: not before the one asked for last; nil: undated, near to nothing.
  package mutating func bearer(at moment: Int32?) -> Int? {
    guard let moment else { return wellKnown }
    move(to: moment)
    if near.isEmpty { return wellKnown }
    guard let clear = Self.clear(counts) else { return nil }
    return !isGivenName || counts[clear] >= Self.familiarAlone ? clear : nil
  }

  private mutating func move(to moment: Int32) {
    var (start, end) = (near.lowerBound, near.upperBound)
    while end < sightings.count, sightings[end].moment <= moment + Self.reach {
      counts[Int(sightings[end].bearer)] += 1
      end += 1
    }
    while start < end, sightings[start].moment < moment - Self.reach {
      counts[Int(sightings[start].bearer)] -= 1
      start += 1
    }
    near = start..<end
  }

  /// The position of the count that outweighs the others together.
  private static func clear(_ counts: [Int]) -> Int? {
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0
    else { return nil }
    let total = counts.reduce(0, +)
    return Double(counts[best]) >= clearShare * Double(total) ? best : nil
  }

  /// A count of days, about, of a packed date; nil: it is none.
  package static func moment(of packed: Int32) -> Int32? {
    let (year, month, day) = (packed >> 9, packed >> 5 & 15, packed & 31)
    return year > 0 ? year * 372 + max(month, 1) * 31 + max(day, 1) : nil
  }
}
