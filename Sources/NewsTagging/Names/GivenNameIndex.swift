/// The persons of a family by what their given names have in common with others, so that each name is
/// compared with the few it may be like.
struct GivenNameIndex: Sendable {
  /// By the sound of the first given name; of one that begins with an initial by the second too.
  private var bySound: [UInt64: [Int]] = [:]
  /// By the groups of short forms that the first given name is in.
  private var byGroup: [UInt16: [Int]] = [:]
  private var byFirstLetter: [UInt8: [Int]] = [:]
  private var beginningWithInitial: [Int] = []
  /// Those with the family name in front are met as a whole.
  private var byLetters: [UInt64: [Int]] = [:]
  private var withListedSpelling: [Int] = []

  /// Persons come in ascending order.
  mutating func add(_ person: Int, _ name: PersonName) {
    let letters = NameSpellings.hash(name.letters)
    byLetters[letters, default: []].append(person)
    if NameSpellings.wholes.first(of: letters) != nil { withListedSpelling.append(person) }
    guard let given = name.given.first else { return }
    byFirstLetter[given.first, default: []].append(person)
    bySound[given.sound, default: []].append(person)
    for group in GivenNames.shared.groups(of: given) { byGroup[group, default: []].append(person) }
    guard given.kind == .initial else { return }
    beginningWithInitial.append(person)
    if let second = name.given.dropFirst().first {
      bySound[second.sound, default: []].append(person)
    }
  }

  /// All persons that a name can be like, and some others; ascending.
  func persons(like name: PersonName) -> [Int] {
    let letters = NameSpellings.hash(name.letters)
    var found = byLetters[letters] ?? []
    if NameSpellings.wholes.first(of: letters) != nil { found += withListedSpelling }
    if let given = name.given.first {
      found += persons(called: given, name.given.dropFirst().first)
    }
    return Set(found).sorted()
  }

  private func persons(called given: NameWord, _ second: NameWord?) -> [Int] {
    var found = bySound[given.sound] ?? []
    if given.kind == .initial {
      found += byFirstLetter[given.first] ?? []
      if let second { found += bySound[second.sound] ?? [] }
    } else {
      for group in GivenNames.shared.groups(of: given) { found += byGroup[group] ?? [] }
      found += beginningWithInitial
    }
    return found
  }
}
