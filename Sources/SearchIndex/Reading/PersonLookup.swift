internal import IndexDefinition
internal import NewsTagging
internal import SQLite
internal import SearchEngine
internal import Tokenizing

/// Finds the people that a name as typed may mean, and says how it was read.
///
/// A name is looked up once; lives inside one read transaction.
final class PersonLookup {
  struct Person: Equatable {
    var id: UInt32
    var name: String
  }

  /// Names offered when none fits.
  private static let suggestionLimit = 3
  /// Names of one query that are held against those of all people; of more, canonical names alone are
  /// known.
  private static let mostFitted = 32
  /// Unknown names for which others are offered, a walk over the people each.
  private static let mostUnknown = 4
  /// In a shorter name one slip makes any other.
  private static let leastLetters = 4
  /// Names of one note.
  private static let listLimit = 5
  private let database: Connection
  private var known: [String: (people: [Person], notes: [String])] = [:]
  private var unknownNames = 0
  private var hasToldOfMany = false
  /// By name as typed: those whom it fits best, in the order of their names.
  private var fitting: [String: [Person]] = [:]

  init(_ database: Connection) {
    self.database = database
  }

  /// Whom a name may mean, the surest reading first.
  ///
  /// Of a surname the one whom nine of ten articles mean, where there is one; the person of this
  /// canonical name; else the one that the user's rules give it to; else all whose names fit best: the
  /// same letters, a transliteration, a surname, a short form.
  ///
  /// - Parameter typed: with `=` before it a canonical name and nothing else.
  func people(named typed: String) throws -> (people: [Person], notes: [String]) {
    if let found = known[typed] { return found }
    let found = try lookUp(typed)
    known[typed] = found
    return found
  }

  private func lookUp(_ typed: String) throws -> (people: [Person], notes: [String]) {
    if typed.hasPrefix("=") {
      return (try person(of: String(typed.dropFirst())).map { [$0] } ?? [], [])
    }
    if let found = try renowned(typed) ?? namedAlone(typed) { return found }
    if let person = try person(of: typed) { return ([person], []) }
    if let ruled = try corrected(typed) { return ruled }
    let found = try fitting(typed)
    if fitting[typed] == nil {
      defer { hasToldOfMany = true }
      return ([], hasToldOfMany ? [] : [Self.noteOnMany])
    }
    if found.isEmpty { return ([], [try unknown(typed)]) }
    return (found, [try reading(of: typed, found)])
  }

  private func person(of name: String) throws -> Person? {
    try Statement(database, "SELECT id, value FROM entity WHERE kind = 'person' AND value = ?")
      .first(.text(name)) { Person(id: UInt32($0.integer(0)), name: $0.text(1)) }
  }

  /// Whom a surname means in nine of ten articles that name one of its bearers in full, and nine times as
  /// often as it stands alone for nobody known; the others are told.
  private func renowned(_ typed: String) throws -> (people: [Person], notes: [String])? {
    let sought = SoughtName(typed)
    guard sought.isSurname else { return nil }
    let found = try counted(fitting(typed))
    let bearers = found.filter { sought.fit(of: $0.person.name) != .same }
    guard found.count > 1, let best = bearers.max(by: { $0.count < $1.count }),
      Dominance.isClear(best.count, of: bearers.reduce(0) { $0 + $1.count }),
      found.allSatisfy({ $0.person == best.person || 9 * $0.count <= best.count })
    else { return nil }
    let others = try list(of: found.map(\.person).filter { $0 != best.person })
    let note =
      "\(typed) was read as \(best.person.name), who is meant in nine of ten articles, not as "
    return ([best.person], [note + others])
  }

  /// A surname that is somebody's whole name here means that one, in whatever case it is typed; the
  /// others are told.
  private func namedAlone(_ typed: String) throws -> (people: [Person], notes: [String])? {
    let sought = SoughtName(typed)
    guard sought.isSurname else { return nil }
    let found = try fitting(typed)
    let alone = found.filter { sought.fit(of: $0.name) == .same }
    guard let first = alone.first else { return nil }
    let others = found.filter { !alone.contains($0) }
    let note = "\(first.name) was taken for the name alone, not for "
    return (alone, others.isEmpty ? [] : [note + (try list(of: others))])
  }

  /// What the user's rules make of the name; nil when they say nothing of it.
  private func corrected(_ typed: String) throws -> (people: [Person], notes: [String])? {
    let tokenizer = Tokenizer()
    let wanted = tokenizer.terms(in: typed)
    let rules = try PersonRuleTable(database: database).rules
    let ruled = rules.rules.map(\.name).first { tokenizer.terms(in: $0) == wanted }
    guard let ruled else { return nil }
    guard let name = rules.name(for: ruled, of: "", on: nil) else {
      return ([], ["\(typed) is hidden by a rule; wsearch person rules lists it"])
    }
    return try person(of: name).map { ([$0], [try reading(of: typed, [$0])]) }
  }

  /// The people of the best fit that there is; of a surname, all who bear it.
  private func fitting(_ typed: String) throws -> [Person] {
    try find([typed])
    return fitting[typed] ?? []
  }

  /// Finds in one walk whom those of `names` fit that are no canonical names; one alone is looked up when
  /// it is asked for.
  func lookUp(_ names: [String]) throws {
    if names.count < 2 { return }
    let loose = try names.filter { try SoughtName($0).isSurname || person(of: $0) == nil }
    if loose.count > 1 { try find(loose) }
  }

  /// Finds whom each of `names` fits, in one walk over the people.
  private func find(_ names: [String]) throws {
    let unknown = Set(names).filter { fitting[$0] == nil }.sorted()
      .prefix(Self.mostFitted - fitting.count)
    guard !unknown.isEmpty else { return }
    var matches = unknown.map { NameMatches(SoughtName($0)) }
    let screen = SoughtName.Screen(of: matches.map(\.sought))
    try forEachPerson { id, name in
      guard screen.mayFit(name) else { return }
      for index in matches.indices { matches[index].take(id, name) }
    }
    for (name, matches) in zip(unknown, matches) { fitting[name] = matches.best }
  }

  /// As `FilterSource/familyNames(soundingLike:)`.
  func familyNames(soundingLike word: String) throws -> [(name: String, articles: Int)] {
    guard SoughtName(word).isSurname else { return [] }
    var articles: [String: Int] = [:]
    for (person, count) in try counted(fitting(word)) {
      if let name = Tokenizer().terms(in: person.name).last { articles[name, default: 0] += count }
    }
    return articles.map { (name: $0.key, articles: $0.value) }
      .sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }
  }

  /// The bytes of the name are valid during the call.
  private func forEachPerson(
    _ body: (UInt32, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let statement = try Statement(
      database, "SELECT id, value FROM entity WHERE kind = 'person'")
    try statement.forEach { try body(UInt32($0.integer(0)), $0.bytes(1)) }
  }

  // MARK: What is said

  private func reading(of typed: String, _ people: [Person]) throws -> String {
    guard people.count > 1 else { return "\(typed) was read as \(people.map(\.name).joined())" }
    return "\(typed) stands for \(try list(of: people))"
  }

  /// Those of the most articles by name, ties in the order of the names.
  private func list(of people: [Person]) throws -> String {
    let shown = try counted(people)
      .sorted { ($1.count, $0.person.name) < ($0.count, $1.person.name) }
      .prefix(Self.listLimit).map(\.person.name).joined(separator: ", ")
    let rest = people.count - Self.listLimit
    return shown + (rest > 0 ? " and \(rest) more" : "")
  }

  /// With the articles that mention each.
  private func counted(_ people: [Person]) throws -> [(person: Person, count: Int)] {
    let articles = try Statement(
      database, "SELECT count(*) FROM article_entity WHERE entity_id = ?")
    return try people.map { person in
      let count = try articles.first(.integer(Int64(person.id))) { Int($0.integer(0)) }
      return (person, count ?? 0)
    }
  }

  private static let noteOnMany =
    "of more than \(mostFitted) names, the others were taken for names as the people facet writes them"

  private func unknown(_ typed: String) throws -> String {
    unknownNames += 1
    let near = unknownNames <= Self.mostUnknown ? try near(typed) : []
    let remedy = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    return "no article mentions a person named \(typed)\(remedy)"
  }

  /// Names that one slip of the letters makes of what was typed: of all of it, for a longer slip
  /// makes a name of somebody else.
  private func near(_ typed: String) throws -> [String] {
    let words = Tokenizer().terms(in: typed)
    let sought = words.joined(separator: " ")
    guard sought.count >= Self.leastLetters else { return [] }
    let letters = Self.letters(of: words.joined().utf8)
    var near: [String] = []
    try forEachPerson { _, name in
      // A slip brings in one letter at most; those with marks are not told so quickly.
      guard
        (letters & ~Self.letters(of: name)).nonzeroBitCount <= 1
          || name.contains(where: { $0 >= 0x80 })
      else { return }
      let text = String(decoding: name, as: UTF8.self)
      if Self.forms(of: text, words: words.count).contains(where: {
        EditDistance.distance(sought, $0, limit: 1) <= 1
      }) {
        near.append(text)
      }
    }
    return Array(near.sorted().prefix(Self.suggestionLimit))
  }

  /// A name whole, and cut to as many words as were typed: the last ones, and the first with the last.
  private static func forms(of name: String, words count: Int) -> [String] {
    let words = Tokenizer().terms(in: name)
    guard count > 0, words.count > count else { return [words.joined(separator: " ")] }
    return [
      words[...], words.suffix(count), words.prefix(1) + words.suffix(count - 1),
    ].map { $0.joined(separator: " ") }
  }

  /// A bit for each ASCII letter that occurs, whatever its case.
  private static func letters(of word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(0) { $1 < 0x80 ? $0 | 1 << UInt32($1 & 31) : $0 }
  }
}

/// Those whom one name fits best, gathered from all people.
private struct NameMatches {
  let sought: SoughtName
  private var least = SoughtName.Fit.sound
  private var found: [(person: PersonLookup.Person, fit: SoughtName.Fit)] = []

  init(_ sought: SoughtName) { self.sought = sought }

  mutating func take(_ id: UInt32, _ name: UnsafeBufferPointer<UInt8>) {
    guard sought.mayFit(name) else { return }
    let person = PersonLookup.Person(id: id, name: String(decoding: name, as: UTF8.self))
    let fit = sought.fit(of: person.name)
    guard fit >= least else { return }
    least = max(least, min(fit, .ending))
    found.append((person, fit))
  }

  /// By name.
  var best: [PersonLookup.Person] {
    let surest = found.map(\.fit).max() ?? .none
    let least = sought.isSurname ? min(surest, .ending) : surest
    return found.filter { $0.fit >= least }.map(\.person).sorted { $0.name < $1.name }
  }
}
