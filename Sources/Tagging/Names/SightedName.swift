/// A name of a batch, as the directory takes it in: full names before initials, frequent before
/// rare, so that each later one can only be another way to write an earlier.
struct SightedName: Comparable {
  let entry: PersonDirectory.Entry
  let name: PersonName

  init(_ entry: PersonDirectory.Entry) {
    self.entry = entry
    name = PersonName(entry.name)
  }

  private var rank: (Int, Int, String) {
    (name.given.contains { $0.kind == .full } ? 0 : 1, -entry.articles, entry.name)
  }

  static func < (one: SightedName, other: SightedName) -> Bool { one.rank < other.rank }
  static func == (one: SightedName, other: SightedName) -> Bool { one.rank == other.rank }
}
