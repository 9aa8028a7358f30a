/// Which of some things are one, found pair by pair.
struct Unions {
  private var parents: [Int32] = []

  mutating func add() -> Int {
    parents.append(Int32(parents.count))
    return parents.count - 1
  }

  /// What stands for all that are one with a thing.
  mutating func root(of thing: Int) -> Int {
    var thing = thing
    while parents[thing] != thing {
      parents[thing] = parents[Int(parents[thing])]
      thing = Int(parents[thing])
    }
    return thing
  }

  mutating func areOne(_ one: Int, _ other: Int) -> Bool { root(of: one) == root(of: other) }

  mutating func join(_ one: Int, _ other: Int) {
    let (left, right) = (root(of: one), root(of: other))
    if left != right { parents[max(left, right)] = Int32(min(left, right)) }
  }
}
