package import ArticleModel

/// The persons of a set of articles, so that one person has one name in all of them.
///
/// It takes each article's tags as ``PersonNaming`` made them and gives them back under canonical
/// names: spellings and transliterations of a name, dropped middle names and initials become one
/// (``NameFamily``); a lone surname goes to the person that the set makes likely (``LoneName``), or
/// stays as it is.
///
///     let directory = PersonDirectory(articles.map { (people: $0.tags.sightedPeople, date: $0.date) })
///     let resolved = directory.people
///
/// The answer is a function of the set and the rules: no order of the articles changes it. An index
/// reaches the same answer family by family, from what it keeps.
package struct PersonDirectory: Sendable {
  /// What each tag is called across the articles, article by article.
  package private(set) var names: [[String]]
  private let articles: [[PersonTag]]

  /// - Parameter rules: the user's, of which the directory heeds those that keep names apart; the
  ///   others are for ``PersonRules/apply(to:of:on:)`` on what it returns.
  package init(
    _ articles: [(people: [PersonTag], date: CalendarDate?)], rules: PersonRules = PersonRules()
  ) {
    self.articles = articles.map(\.people)
    names = self.articles.map { $0.map(\.name) }
    let places = Self.places(in: articles)
    for (family, names) in Self.families(of: places.keys.sorted()) {
      settle(names, of: family, rules, names.map { places[$0] ?? [] })
    }
  }

  /// The tags of each article, renamed; tags that turn out to be one person are joined.
  package var people: [[PersonTag]] {
    zip(articles, names).map { PersonTag.renamed($0, to: $1) }
  }

  /// The names of each family, those included that belong to it by another way to write them.
  ///
  /// - Parameter names: each once.
  static func families(of names: [String]) -> [Int64: [String]] {
    let places = names.map { (name: $0, place: NamePlace($0)) }
    var ways: [NamePlace.Way: [NamePlace]] = [:]
    for (_, place) in places { ways[place.way, default: []].append(place) }
    func isElsewhere(_ place: NamePlace) -> Bool {
      place.otherWay.flatMap { ways[$0] }?.contains { !isElsewhere($0) } ?? false
    }
    var families: [Int64: [String]] = [:]
    for (name, place) in places {
      let home = isElsewhere(place) ? place.otherWay?.family : nil
      families[home ?? place.family, default: []].append(name)
    }
    return families
  }

  /// Where a name stands.
  private struct Place {
    var article: Int
    var tag: Int
    var moment: Int32?
  }

  private static func places(
    in articles: [(people: [PersonTag], date: CalendarDate?)]
  ) -> [String: [Place]] {
    var places: [String: [Place]] = [:]
    for (article, (people, date)) in articles.enumerated() {
      let moment = date.flatMap { LoneName.moment(of: $0.packed) }
      for (tag, person) in people.enumerated() {
        places[person.name, default: []].append(
          Place(article: article, tag: tag, moment: moment))
      }
    }
    return places
  }

  /// - Parameter places: of each name.
  private mutating func settle(
    _ names: [String], of family: Int64, _ rules: PersonRules, _ places: [[Place]]
  ) {
    let sightings = places.enumerated().flatMap { name, places in
      places.map { FamilySettlement.Sighting(name: Int32(name), moment: $0.moment) }
    }
    let settled = FamilySettlement(names, of: family, rules: rules, sightings: sightings)
    for name in names.indices {
      let meaning = settled.meaning(of: name)
      for place in places[name] {
        let moment = place.moment ?? FamilySettlement.Sighting.undated
        guard let leader = meaning.leader(at: moment) else { continue }
        self.names[place.article][place.tag] = names[leader]
      }
    }
  }
}

extension FamilySettlement.Meaning {
  /// The position of the name that a sighting's person goes by; nil: nobody known.
  package func leader(at moment: Int32) -> Int? {
    switch self {
    case .always(let leader): leader
    case .byMoment(let leaders): leaders[moment]
    }
  }
}

extension PersonTag {
  /// `tags`, under the names that the article itself gives, under other names, one a tag; those whom nobody
  /// knows left out (``FaintName``).
  package static func renamed(_ tags: [PersonTag], to names: [String]) -> [PersonTag] {
    let isRenamed = zip(tags, names).contains { $0.name != $1 || FaintName.isFaint($1) }
    guard isRenamed else { return tags }
    return joined(
      zip(tags, names).compactMap { tag, name in
        if FaintName.isFaint(name) { return nil }
        return PersonTag(
          name: name, mentions: tag.mentions,
          isAssumed: tag.name != name && SightedName.isLone(tag.name))
      })
  }

  /// `tags` with those of one name made one, each in the place of its first; it is assumed where each is.
  package static func joined(_ tags: [PersonTag]) -> [PersonTag] {
    var joined: [PersonTag] = []
    for tag in tags {
      if let same = joined.firstIndex(where: { $0.name == tag.name }) {
        joined[same].isAssumed = joined[same].isAssumed && tag.isAssumed
        joined[same].mentions = (joined[same].mentions + tag.mentions).sorted {
          ($0.field == .title ? 0 : 1, $0.range.lowerBound)
            < ($1.field == .title ? 0 : 1, $1.range.lowerBound)
        }
      } else {
        joined.append(tag)
      }
    }
    return joined
  }
}
