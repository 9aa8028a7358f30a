import IndexDefinition

/// Dates in the addresses of pages and in the names of files.
enum PathDate {
  /// `/2025/09/07/`, `/2025/sep/07/`, `/2025/09/`, `-20250907-`, `2025-09-07`.
  static func inAddress(_ address: String) -> CalendarDate? {
    let parts = address.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var month: CalendarDate?
    for (index, part) in parts.enumerated() where part.isNumber {
      if part.count == 8, let day = plausible(PublicationDate.parse(part)) { return day }
      guard part.count == 4, index + 1 < parts.count else { continue }
      let next = index + 2 < parts.count && parts[index + 2].count <= 2 ? parts[index + 2] : "x"
      if let day = plausible(PublicationDate.parse("\(part) \(parts[index + 1]) \(next)")),
        day.precision == .day
      {
        return day
      }
      month =
        month
        ?? (parts[index + 1].count == 2
          ? plausible(PublicationDate.parse("\(part)-\(parts[index + 1])")) : nil)
    }
    return month
  }

  /// A day that the name of a file starts with: `2025-09-07-ferry.txt`, `20250907_ferry.html`.
  static func inFileName(_ path: String) -> CalendarDate? {
    let name = path.split(separator: "/").last ?? ""
    let digits = name.prefix { $0.isNumber || $0 == "-" || $0 == "_" }.filter(\.isNumber)
    guard digits.utf8.count == 8 else { return nil }
    return plausible(PublicationDate.parse(String(digits)))
  }

  /// Numbers in addresses are often something else.
  private static func plausible(_ date: CalendarDate?) -> CalendarDate? {
    date.flatMap { (1700...2100).contains($0.year) ? $0 : nil }
  }
}

extension String {
  fileprivate var isNumber: Bool { utf8.allSatisfy { $0 &- 48 < 10 } }
}
