/// Whom a name alone means: the one of its family who is named nearby in time, looked for wider and wider
/// up to a generation; without a date the one whom the archive knows well; else nobody surely.
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

  /// How many days are near, the nearest first; the last is what a generation is: nobody is meant beyond.
  private static let reaches: [Int32] = [10, 60, 372, 40 * 372]
  /// The reach of a year.
  private static let year = 2
  /// How many articles with a name alone there are at most for each that names somebody in full whom not
  /// everybody knows.
  private static let loneToNamed = 4
  /// The same for a given name alone that everybody knows (Theodore).
  private static let givenToNamed = 20
  /// Sightings that tell by themselves: where nobody is clear among so many, a wider look is no better.
  private static let telling = 20
  /// The share of a family's sightings that one person must have for a lone name to be theirs.
  private static let clearShare = 0.85
  /// In how many articles a person must be named for a lone name far from all of them.
  private static let familiar = 5
  /// The same for the one person of a family name, and for the sightings near a given name alone.
  private static let familiarAlone = 2

  /// The sightings that have a moment, ascending.
  private let sightings: [Sighting]
  /// The one whom the archive knows well, whatever the time.
  private let wellKnown: Int?
  /// In how many articles somebody must be named to be meant from far.
  private let familiar: Int
  /// Anthony alone is rather some Anthony than Susan Anthony.
  private let isGivenName: Bool
  /// When the name stands alone in an article, ascending.
  private let alone: [Int32]
  /// By reach.
  private var windows: [Window]

  /// The sightings that are near the moment asked for last, and how many each bearer has there.
  private struct Window {
    let reach: Int32
    var near = 0..<0
    var counts: [Int]
    /// The times near that the name stands alone.
    var alone = 0..<0

    mutating func move(to moment: Int32, among sightings: [Sighting], _ lone: [Int32]) {
      var (first, last) = (alone.lowerBound, alone.upperBound)
      while last < lone.count, lone[last] <= moment + reach { last += 1 }
      while first < last, lone[first] < moment - reach { first += 1 }
      alone = first..<last
      var (start, end) = (near.lowerBound, near.upperBound)
      while end < sightings.count, sightings[end].moment <= moment + reach {
        counts[Int(sightings[end].bearer)] += 1
        end += 1
      }
      while start < end, sightings[start].moment < moment - reach {
        counts[Int(sightings[start].bearer)] -= 1
        start += 1
      }
      near = start..<end
    }
  }

  /// - Parameters:
  ///   - articles: in how many each is named who may be meant.
  ///   - sightings: of those, ascending by moment; those without a date are left out.
  ///   - alone: the moments at which the name stands alone, ascending.
  package init(articles: [Int], sightings: [Sighting], alone: [Int32], isGivenName: Bool) {
    self.sightings = sightings
    self.alone = alone
    self.isGivenName = isGivenName
    let familiar = articles.count == 1 ? Self.familiarAlone : Self.familiar
    self.familiar = familiar
    wellKnown = Self.clear(articles).flatMap { articles[$0] >= familiar ? $0 : nil }
    windows = Self.reaches.map {
      Window(reach: $0, counts: Array(repeating: 0, count: articles.count))
    }
  }

  /// The position of the one meant at a moment, nil when it is not clear.
  ///
  /// Of a few sightings nearby, none of which outweighs the others, a wider look may tell: whose
  /// relation is named once in an archive is still meant himself.
  ///
  /// - Parameter moment: not before the one asked for last; nil: undated, near to nothing.
  package mutating func bearer(at moment: Int32?) -> Int? {
    guard let moment, !sightings.isEmpty else { return wellKnown }
    for index in windows.indices { windows[index].move(to: moment, among: sightings, alone) }
    if let clear = Self.clear(windows[0].counts),
      !isGivenName || windows[0].counts[clear] >= Self.familiarAlone,
      tells(of: clear, in: windows[0])
    {
      return clear
    }
    for window in windows.dropFirst() {
      if let clear = Self.clear(window.counts), window.counts[clear] >= familiar,
        tells(of: clear, in: window)
      {
        return clear
      }
      if window.near.count >= Self.telling { return nil }
    }
    return nil
  }

  /// Whether a person who is clear nearby may be whom the name alone means.
  ///
  /// Articles name in full whom nobody knows. Where many more do without, everybody knows who is meant
  /// (Carranza), and that is hardly one of his name who is in the news this week: whom the archive knows as
  /// well must be named half as often at most for a year.
  private func tells(of bearer: Int, in window: Window) -> Bool {
    let (named, alone) = (window.counts[bearer], window.alone.count)
    if Self.loneToNamed * named >= alone { return true }
    if isGivenName, Self.givenToNamed * named < alone { return false }
    let counts = windows[Self.year].counts
    return counts.indices.allSatisfy {
      $0 == bearer || counts[$0] < Self.familiar || 2 * counts[$0] <= counts[bearer]
    }
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
