package import ArticleModel

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

  /// A name with middle names that was taken for a person whose canonical name has none.
  package struct Form: Sendable, Hashable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Met since they were last taken; an index keeps them, because names do not tell them.
  private var forms: [Form] = []
  private let rules: PersonRules
  private let capacity: Int
  private var archive: ArchivePersons

  /// - Parameters:
  ///   - rules: the user's, of which the directory heeds those that keep names apart; the others
  ///     are for ``PersonRules/apply(to:of:on:)`` on what it returns.
  ///   - capacity: the most names to remember.
  package init(rules: PersonRules = PersonRules(), capacity: Int = 500_000) {
    self.rules = rules
    self.capacity = capacity
    archive = ArchivePersons(rules: rules, capacity: capacity)
  }

  /// Makes a stored person known.
  ///
  /// Restore the most frequent first: beyond the capacity the others are left out.
  package mutating func restore(_ entry: Entry) {
    var name = SightedName(entry.name)
    guard archive.count < capacity, !name.isLone else { return }
    name.see(on: entry.latest, articles: entry.articles)
    _ = archive.admit(name)
  }

  /// Makes a form of a stored person known, once all persons are.
  package mutating func restore(_ form: Form) {
    _ = archive.admit(SightedName(form.text))
  }

  /// Hands over the forms met and forgets them.
  package mutating func takeForms() -> [Form] {
    defer { forms.removeAll() }
    return forms
  }

  /// Gives the people of a batch of articles their canonical names.
  ///
  /// - Parameter articles: each article's tags with its date, in reading order.
  /// - Returns: the tags of each article, renamed; tags that turn out to be one person are joined.
  package mutating func resolve(
    _ articles: [(people: [PersonTag], date: CalendarDate?)]
  ) -> [[PersonTag]] {
    archive.trim()
    var batch = NameBatch(articles)
    let persons = learn(batch.names)
    let moments = articles.enumerated().map { Sightings.moment(of: $1.date, at: $0) }
    batch.locate(persons, moments)
    var answers = persons.map { person in person.map { Answer.name(archive.name(of: $0)) } }
    var tag = 0
    return zip(articles, moments).map { article, moment in
      let names = article.people.map { person in
        let position = batch.nameOfTag[tag]
        tag += 1
        let answer = answers[position] ?? bearers(of: person.name, batch.sightings)
        answers[position] = answer
        let name = self.name(answer, near: moment, batch.sightings) ?? person.name
        return rules.keepApart(person.name, name) ? person.name : name
      }
      return PersonTag.renamed(article.people, to: names)
    }
  }

  /// What is known of a name of a batch: whose it is, or whose it may be.
  private enum Answer {
    case name(String)
    case oneOf(Bearers)
  }

  private func bearers(of name: String, _ sightings: Sightings) -> Answer {
    .oneOf(Bearers(of: name, in: archive, sightings))
  }

  private func name(_ answer: Answer, near moment: Int, _ sightings: Sightings) -> String? {
    switch answer {
    case .name(let name): name
    case .oneOf(let bearers): bearers.mostLikely(near: moment, sightings).map(archive.name)
    }
  }

  /// Takes the names of a batch in.
  ///
  /// - Returns: the persons of the names that have a given name, nil for the others. Persons new
  ///   in the batch have their most frequent name.
  private mutating func learn(_ names: [SightedName]) -> [Int?] {
    let known = archive.count
    var persons = [Int?](repeating: nil, count: names.count)
    var best: [Int: Int] = [:]
    for position in SightedName.ranked(names) {
      let name = names[position]
      guard let person = archive.admit(name) else { continue }
      persons[position] = person
      guard person >= known, name.hasFullGivenName else { continue }
      if let rival = best[person], names[rival].articles >= name.articles { continue }
      best[person] = position
    }
    for (person, name) in best { archive.rename(person, to: names[name].text) }
    for (name, person) in zip(names, persons) where name.name.given.count > 1 {
      if let person { note(name.text, for: archive.name(of: person)) }
    }
    return persons
  }

  private mutating func note(_ text: String, for name: String) {
    guard text != name, PersonName(name).given.count == 1 else { return }
    forms.append(Form(name: name, text: text))
  }
}

extension PersonTag {
  /// `tags` under other names, one a tag.
  fileprivate static func renamed(_ tags: [PersonTag], to names: [String]) -> [PersonTag] {
    let isRenamed = zip(tags, names).contains { $0.name != $1 }
    guard isRenamed else { return tags }
    return joined(zip(tags, names).map { PersonTag(name: $1, mentions: $0.mentions) })
  }

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
