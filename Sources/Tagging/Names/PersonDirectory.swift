package import IndexDefinition

/// The persons of an archive, so that one person has one name in all articles.
///
/// It takes each article's tags as ``PersonNaming`` made them and gives them back under canonical
/// names: spellings and transliterations of a name, dropped middle names and initials become one;
/// a lone surname goes to the person that the directory makes likely, or stays as it is. In doubt
/// names stay apart: a wrong merge is worse than a missed one.
///
///     var directory = PersonDirectory()
///     for name in storedNames { directory.restore(name) }          // names of an existing index
///     let resolved = directory.resolve([(people: tags.people, date: article.date)])
///
/// ``resolve(_:)`` looks at the whole batch before it decides, so bigger batches decide better;
/// `wsearch tag` gives all articles of its run at once. The answer depends on nothing but the names
/// restored and the articles in their order. Names once given out are never changed afterwards.
///
/// Memory is bounded by `capacity` and does not grow with mentions: about 150 bytes a name. Beyond it the names seen
/// in one article only, the oldest first, are forgotten; they can be restored or met again.
package struct PersonDirectory: Sendable {
  /// What an index stores about a person, enough to restore the directory.
  package struct Entry: Sendable, Equatable {
    /// Canonical: the `value` of an `entity` of kind `person`.
    package var name: String
    /// In how many articles the person is named.
    package var articles: Int
    /// The latest date of those articles.
    package var latest: CalendarDate?

    package init(name: String, articles: Int, latest: CalendarDate? = nil) {
      self.name = name
      self.articles = articles
      self.latest = latest
    }
  }

  private let rules: PersonRules
  private let capacity: Int
  private var roster: PersonRoster

  /// - Parameters:
  ///   - rules: the user's, of which the directory heeds those that keep names apart; the others
  ///     are for ``PersonRules/apply(to:of:on:)`` on what it returns.
  ///   - capacity: the most names to remember.
  package init(rules: PersonRules = PersonRules(), capacity: Int = 500_000) {
    self.rules = rules
    self.capacity = capacity
    roster = PersonRoster(rules: rules, capacity: capacity)
  }

  /// Makes a stored person known.
  ///
  /// Restore the most frequent first: beyond the capacity the others are left out.
  package mutating func restore(_ entry: Entry) {
    var name = SightedName(entry.name)
    guard roster.count < capacity, !name.isLone else { return }
    name.see(on: entry.latest, articles: entry.articles)
    _ = roster.admit(name)
  }

  /// Gives the people of a batch of articles their canonical names.
  ///
  /// - Parameter articles: each article's tags with its date, in reading order.
  /// - Returns: the tags of each article, renamed; tags that turn out to be one person are joined.
  package mutating func resolve(
    _ articles: [(people: [PersonTag], date: CalendarDate?)]
  ) -> [[PersonTag]] {
    roster.trim()
    let persons = learn(articles)
    let moments = articles.enumerated().map { Sightings.moment(of: $1.date, at: $0) }
    var sightings = Sightings()
    for (article, moment) in zip(articles, moments) {
      for tag in article.people {
        if let person = persons[tag.name] { sightings.add(person, at: moment) }
      }
    }
    sightings.sort()
    var bearers: [String: Bearers] = [:]
    return zip(articles, moments).map { article, moment in
      PersonTag.joined(
        article.people.map { tag in
          let person =
            persons[tag.name] ?? bearer(of: tag.name, near: moment, sightings, &bearers)
          let name = person.map(roster.name) ?? tag.name
          return PersonTag(
            name: rules.keepApart(tag.name, name) ? tag.name : name, mentions: tag.mentions)
        })
    }
  }

  private func bearer(
    of text: String, near moment: Int, _ sightings: Sightings, _ bearers: inout [String: Bearers]
  ) -> Int? {
    let known = bearers[text] ?? Bearers(of: text, in: roster, sightings)
    bearers[text] = known
    return known.mostLikely(near: moment, sightings)
  }

  /// Takes the names of a batch in.
  ///
  /// - Returns: the persons of the names that have a given name. Persons new in the batch have
  ///   their most frequent name.
  private mutating func learn(
    _ articles: [(people: [PersonTag], date: CalendarDate?)]
  ) -> [String: Int] {
    var names: [String: SightedName] = [:]
    for article in articles {
      for tag in article.people {
        names[tag.name, default: SightedName(tag.name)].see(on: article.date)
      }
    }
    let known = roster.count
    var persons: [String: Int] = [:]
    var best: [Int: SightedName] = [:]
    for name in names.values.filter({ !$0.isLone }).sorted(by: { $0.rank < $1.rank }) {
      guard let person = roster.admit(name) else { continue }
      persons[name.text] = person
      guard person >= known, name.hasFullGivenName else { continue }
      if let rival = best[person], rival.articles >= name.articles { continue }
      best[person] = name
    }
    for (person, name) in best { roster.rename(person, to: name.text) }
    return persons
  }
}

extension PersonTag {
  /// `tags` with those of one name made one, each in the place of its first.
  package static func joined(_ tags: [PersonTag]) -> [PersonTag] {
    var joined: [PersonTag] = []
    for tag in tags {
      if let same = joined.firstIndex(where: { $0.name == tag.name }) {
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
