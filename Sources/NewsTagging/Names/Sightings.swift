internal import ArticleModel

/// When the persons of a batch are named, to tell whom a lone name nearby means.
struct Sightings {
  /// How many days are near; of articles without a date, as many articles.
  private static let reach = 10

  /// Moments by person, ascending once sorted.
  private var moments: [Int: [Int]] = [:]

  /// A count of days, about; undated articles lie far below all days, one a position.
  static func moment(of date: CalendarDate?, at position: Int) -> Int {
    guard let date = date?.firstDay else { return position - (1 << 40) }
    return date.year * 372 + (date.month ?? 1) * 31 + (date.day ?? 1)
  }

  /// Takes a sighting in; moments may come in any order until ``sort()``.
  mutating func add(_ person: Int, at moment: Int) {
    moments[person, default: []].append(moment)
  }

  mutating func sort() {
    for person in moments.keys { moments[person]?.sort() }
  }

  func contains(_ person: Int) -> Bool { moments[person] != nil }

  /// How often a person is named near a moment.
  func count(of person: Int, near moment: Int) -> Int {
    guard let all = moments[person] else { return 0 }
    return Self.lowerBound(of: moment + Self.reach + 1, in: all)
      - Self.lowerBound(of: moment - Self.reach, in: all)
  }

  /// The number of elements below `moment`.
  private static func lowerBound(of moment: Int, in moments: [Int]) -> Int {
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
