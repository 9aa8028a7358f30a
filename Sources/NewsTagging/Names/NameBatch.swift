internal import ArticleModel

/// The distinct names of a batch of articles, and when their persons are named.
struct NameBatch {
  /// In order of first appearance.
  private(set) var names: [SightedName] = []
  /// The name of each tag, by its position in ``names``, article by article.
  private(set) var nameOfTag: [Int] = []
  /// How many tags each article has.
  private let tagCounts: [Int]
  private(set) var sightings = Sightings()

  init(_ articles: [(people: [PersonTag], date: CalendarDate?)]) {
    tagCounts = articles.map(\.people.count)
    var positions: [String: Int] = [:]
    for article in articles {
      for tag in article.people {
        let position = positions[tag.name] ?? names.count
        if position == names.count {
          positions[tag.name] = position
          names.append(SightedName(tag.name))
        }
        names[position].see(on: article.date)
        nameOfTag.append(position)
      }
    }
  }

  /// Notes when each person is named.
  ///
  /// - Parameters:
  ///   - persons: of each name, nil for nobody known.
  ///   - moments: of each article.
  mutating func locate(_ persons: [Int?], _ moments: [Int]) {
    var tag = 0
    for (count, moment) in zip(tagCounts, moments) {
      for name in nameOfTag[tag..<tag + count] {
        if let person = persons[name] { sightings.add(person, at: moment) }
      }
      tag += count
    }
    sightings.sort()
  }
}
