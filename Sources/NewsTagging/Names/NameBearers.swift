/// The persons of one article by the sound of each full word of their names.
struct NameBearers {
  private struct Link {
    let person: Int
    /// The next link of the same sound, -1 for none.
    let next: Int
  }

  private var links: [Link] = []
  /// The newest link of each sound.
  private var newest: TokenTable<Int>

  /// - Parameter words: of all names, about.
  init(words: Int) {
    links.reserveCapacity(words)
    newest = TokenTable(minimumCapacity: words)
  }

  mutating func add(_ person: Int, _ sound: UInt64) {
    let next = newest[sound | 1] ?? -1
    guard next < 0 || !of(sound).contains(person) else { return }
    newest[sound | 1] = links.count
    links.append(Link(person: person, next: next))
  }

  /// Whether anybody's name has a word of this sound: hardly any new name's.
  func isBorne(_ sound: UInt64) -> Bool { newest[sound | 1] != nil }

  /// The persons with a word of this sound, the newest first, a hundred at most: of a list with thousands of
  /// Johns each would be compared with all others.
  func of(_ sound: UInt64) -> some Sequence<Int> {
    Persons(links: links, link: newest[sound | 1] ?? -1)
  }

  private struct Persons: Sequence, IteratorProtocol {
    let links: [Link]
    var link: Int
    var left = 100

    mutating func next() -> Int? {
      guard link >= 0, left > 0 else { return nil }
      defer { (link, left) = (links[link].next, left - 1) }
      return links[link].person
    }
  }
}
