/// Parts of a container that hold no article, told in one line at its end.
struct LeftOut {
  private var counts: [(kind: String, count: Int)] = []

  mutating func add(_ kind: String) {
    if let index = counts.firstIndex(where: { $0.kind == kind }) {
      counts[index].count += 1
    } else {
      counts.append((kind, 1))
    }
  }

  /// `parts that hold no article are left out: a PNG image (3), a style sheet`; nil for none.
  var message: String? {
    guard !counts.isEmpty else { return nil }
    let kinds = counts.map { $0.count == 1 ? $0.kind : "\($0.kind) (\($0.count))" }
    return "parts that hold no article are left out: " + kinds.joined(separator: ", ")
  }
}
