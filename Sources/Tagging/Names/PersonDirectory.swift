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

    mutating func sight(on date: CalendarDate?) {
      articles += 1
      latest = [latest, date].compactMap(\.self).max()
    }
  }

  private var roster: PersonRoster

  /// - Parameters:
  ///   - rules: the user's, of which the directory heeds those that keep names apart; the others
  ///     are for ``PersonRules/apply(to:of:on:)`` on what it returns.
  ///   - capacity: the most names to remember.
  package init(rules: PersonRules = PersonRules(), capacity: Int = 500_000) {
    roster = PersonRoster(rules: rules, capacity: capacity)
  }

  /// Makes a stored person known.
  ///
  /// Restore the most frequent first: they win where names collide.
  package mutating func restore(_ entry: Entry) {
    roster.insert(entry)
  }

  /// Gives the people of a batch of articles their canonical names.
  ///
  /// - Parameter articles: each article's tags with its date, in reading order.
  /// - Returns: the tags of each article, renamed; tags that turn out to be one person are joined.
  package mutating func resolve(
    _ articles: [(people: [PersonTag], date: CalendarDate?)]
  ) -> [[PersonTag]] {
    let names = learn(articles)
    return articles.map { article in
      PersonTag.joined(
        article.people.map { tag in
          PersonTag(
            name: names[tag.name] ?? roster.personNamed(tag.name, near: article.date) ?? tag.name,
            mentions: tag.mentions)
        })
    }
  }

  /// Takes the names of a batch in, the fullest and most frequent first.
  ///
  /// - Returns: the canonical name of each name that has a given name.
  private mutating func learn(
    _ articles: [(people: [PersonTag], date: CalendarDate?)]
  ) -> [String: String] {
    var counts: [String: Entry] = [:]
    for article in articles {
      for tag in article.people {
        counts[tag.name, default: Entry(name: tag.name, articles: 0)].sight(on: article.date)
      }
    }
    var names: [String: String] = [:]
    for entry in counts.values.map(SightedName.init).sorted() where !entry.name.isLone {
      names[entry.entry.name] = roster.admit(entry)
    }
    return names
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
