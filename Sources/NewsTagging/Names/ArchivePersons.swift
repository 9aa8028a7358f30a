internal import ArticleModel

/// The known persons of an archive, found by name and by the sound of the family name.
///
/// Names lie in one arena, persons of one family name in a chain from the newest to the oldest, so
/// that a person costs about 150 bytes whatever the archive's size.
struct ArchivePersons: Sendable {
  private struct Person: Sendable {
    var nameStart: Int
    var nameCount: Int
    var articles: Int32
    /// ``CalendarDate/packed``, 0 unknown.
    var latest: Int32
    /// First letters of up to four middle names that the person is known to have, 0 none.
    var middles: UInt32
    var generation: UInt8
    /// ``NameWord/hash`` of the family name's head.
    var head: UInt64
    /// The first given name.
    var given: NameWord
    /// The next person of the same family sound, -1 none.
    var next: Int32
  }

  private let rules: PersonRules
  private let capacity: Int
  private var arena: [UInt8] = []
  private var persons: [Person] = []
  /// Canonical names and the other names that were taken for them.
  private var byName = TokenTable<Int32>()
  private var byFamily = TokenTable<Int32>()

  init(rules: PersonRules, capacity: Int) {
    self.rules = rules
    self.capacity = capacity
  }

  func name(of person: Int) -> String {
    let person = persons[person]
    return String(
      decoding: arena[person.nameStart..<person.nameStart + person.nameCount], as: UTF8.self)
  }

  func articles(of person: Int) -> Int { Int(persons[person].articles) }

  /// How many persons there are; they are numbered from 0 in order of arrival.
  var count: Int { persons.count }

  /// Whether a name begins with a form of address.
  static func hasAddress(_ name: String) -> Bool {
    let word = String(decoding: name.utf8.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    guard Honorifics.shared[TokenHash.of(word)]?.kind == .honorific,
      let head = PersonName(word).head
    else { return false }
    return head.kind == .full && !GivenNames.shared.contains(head)
  }

  /// The persons with a family name of this sound, the newest first, at most ``largestFamily``.
  private func family(of sound: UInt64) -> [Int] {
    var members: [Int] = []
    var next = byFamily[sound] ?? -1
    while next >= 0, members.count < Self.largestFamily {
      members.append(Int(next))
      next = persons[Int(next)].next
    }
    return members
  }

  /// The persons with this very family name or a listed spelling of it: what sounds alike is not
  /// enough for a name alone.
  func family(of head: NameWord) -> [Int] {
    let isListed = head.isListed
    return family(of: head.sound).filter { isListed || persons[$0].head == head.hash }
  }

  /// The person of a name that has a given name; nil: only an initial, and it is not clear whose.
  mutating func admit(_ sighted: SightedName) -> Int? {
    let key = Self.key(sighted.text)
    let known = byName[key].map(Int.init) ?? match(for: sighted)
    guard let person = known ?? enroll(sighted.text, sighted.name) else { return nil }
    byName[key] = Int32(person)
    persons[person].articles += Int32(sighted.articles)
    persons[person].latest = max(persons[person].latest, sighted.latest?.packed ?? 0)
    if persons[person].middles == 0 { persons[person].middles = Self.middles(of: sighted.name) }
    if let generation = sighted.name.generation { persons[person].generation = UInt8(generation) }
    return person
  }

  /// Gives a person whose name has not yet been given out a better one.
  mutating func rename(_ person: Int, to name: String) {
    persons[person].nameStart = arena.count
    persons[person].nameCount = name.utf8.count
    arena += name.utf8
  }

  /// Makes room when there are too many.
  ///
  /// The persons of one article go first, the oldest before the others. Persons are numbered anew.
  mutating func trim() {
    guard persons.count >= capacity || byName.count >= capacity * 2 else { return }
    let kept = persons.indices
      .sorted {
        (-persons[$0].articles, -persons[$0].latest, $0)
          < (-persons[$1].articles, -persons[$1].latest, $1)
      }
      .prefix(capacity * 3 / 4).sorted()
    var trimmed = ArchivePersons(rules: rules, capacity: capacity)
    for person in kept {
      let text = name(of: person)
      guard let copy = trimmed.enroll(text, PersonName(text)) else { continue }
      trimmed.byName[Self.key(text)] = Int32(copy)
      trimmed.persons[copy].articles = persons[person].articles
      trimmed.persons[copy].latest = persons[person].latest
      trimmed.persons[copy].middles = persons[person].middles
      trimmed.persons[copy].generation = persons[person].generation
    }
    self = trimmed
  }
}

extension ArchivePersons {
  /// Persons of commoner family names are told apart by more than a short form or an initial.
  private static let rareFamily = 20
  /// How many of one family name are looked at; bounds the time for the commonest names.
  private static let largestFamily = 1_000

  private mutating func enroll(_ text: String, _ name: PersonName) -> Int? {
    guard let head = name.head, let given = name.given.first,
      name.given.contains(where: { $0.kind == .full })
    else { return nil }
    let person = persons.count
    persons.append(
      Person(
        nameStart: arena.count, nameCount: text.utf8.count, articles: 0, latest: 0,
        middles: Self.middles(of: name), generation: UInt8(name.generation ?? 0),
        head: head.hash, given: given,
        next: byFamily[head.sound] ?? -1))
    arena += text.utf8
    byFamily[head.sound] = Int32(person)
    return person
  }

  /// The one known person whom the name fits, surely enough.
  private func match(for sighted: SightedName) -> Int? {
    guard let given = sighted.name.given.first else { return nil }
    let sounds = sighted.name.familySounds
    let family = sounds.count == 1 ? family(of: sounds[0]) : sounds.flatMap(family).sorted(by: >)
    let looksAtAll = sounds.count > 1 || sighted.name.isFamilyFirst
    var best: [Int] = []
    var likeness = NameLikeness.initial
    for person in family
    where (looksAtAll || mayBe(given, person)) && allows(sighted, person) {
      let found = PersonName(name(of: person)).likeness(to: sighted.name)
      if found > likeness { best = [] }
      if found >= likeness { best.append(person) }
      likeness = max(likeness, found)
    }
    guard let first = best.last, best.count == 1 || likeness == .same else { return nil }
    return likeness >= .middle || family.count <= Self.rareFamily ? first : nil
  }

  /// Whether the first given names leave a likeness possible; spares taking the name apart.
  private func mayBe(_ given: NameWord, _ person: Int) -> Bool {
    let known = persons[person].given
    return known.kind == .initial || given.kind == .initial || known.isVariant(of: given)
  }

  /// Whether neither what is known of a person nor a rule stands against the name.
  private func allows(_ sighted: SightedName, _ person: Int) -> Bool {
    let known = persons[person]
    if let generation = sighted.name.generation, known.generation != 0,
      generation != known.generation
    {
      return false
    }
    var (mine, theirs) = (Self.middles(of: sighted.name), known.middles)
    while mine != 0 && theirs != 0 {
      if mine & 0xFF != theirs & 0xFF { return false }
      (mine, theirs) = (mine >> 8, theirs >> 8)
    }
    return !rules.keepApart(sighted.text, name(of: person))
  }

  /// The first middle name's letter in the lowest byte.
  private static func middles(of name: PersonName) -> UInt32 {
    guard !name.isFamilyFirst else { return 0 }
    return name.given.dropFirst().prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1.first) }
  }

  private static func key(_ text: String) -> UInt64 {
    text.utf8.reduce(TokenHash.seed, TokenHash.mix) | 1
  }
}
