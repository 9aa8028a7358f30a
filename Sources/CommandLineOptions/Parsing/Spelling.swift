/// Finds the name that was meant by one that is not there.
enum Spelling {
  /// The nearest of `names` within a third of its length in typing errors, or the only one that
  /// begins so; capitals do not count.
  static func nearest(to typed: String, among names: [String]) -> String? {
    let folded = typed.lowercased()
    let letters = Array(folded.utf8)
    let near = names.map { (name: $0, distance: distance(letters, Array($0.lowercased().utf8))) }
      .filter { $0.distance <= max(1, core($0.name) / 3) }
      .min { $0.distance < $1.distance }
    if let near { return near.name }
    let longer = names.filter { $0.lowercased().hasPrefix(folded) }
    return core(typed) > 1 && longer.count == 1 ? longer.first : nil
  }

  /// The length without the dashes in front.
  private static func core(_ name: String) -> Int {
    name.drop { $0 == "-" }.utf8.count
  }

  /// Letters added, left out, replaced, or two neighbours swapped (optimal string alignment).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var older: [Int] = []
    var old = Array(0...right.count)
    for row in left.indices {
      var new = [row + 1]
      for column in right.indices {
        let replaced = old[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(replaced, old[column + 1] + 1, new[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, older[column - 1] + 1)
        }
        new.append(least)
      }
      (older, old) = (old, new)
    }
    return old[right.count]
  }
}
