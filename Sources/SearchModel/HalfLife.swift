/// After how long an article counts half: `30d`, `12h`, `6w`, `6m`, `1y`.
package struct HalfLife: Sendable, Equatable {
  package let days: Double

  /// Days in a unit; a month is a twelfth of a year of 365.25 days.
  private static let units: [Character: Double] = [
    "h": 1.0 / 24, "d": 1, "w": 7, "m": 365.25 / 12, "y": 365.25,
  ]

  /// Nil for anything but a number from 1 and a unit.
  package init?(_ text: String) {
    guard let last = text.last, let unit = Self.units[last],
      let count = Int(text.dropLast()), (1...100_000).contains(count)
    else { return nil }
    days = Double(count) * unit
  }
}
