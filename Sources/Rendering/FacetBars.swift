internal import SearchModel

/// A facet's buckets as aligned lines: label, count, bar.
///
/// Of a facet that is filtered the count within the hits comes first, then of how many.
struct FacetBars {
  private static let mostBar = 40
  /// A shorter bar tells nothing.
  private static let leastBar = 8

  let facet: FacetResult
  let style: Style
  let role: Style.Role
  /// What buckets are called where several in a row that are empty make one line; nil: they do not.
  let folded: String?
  private let mostLabel: Int
  private let labelWidth: Int
  private let countWidth: Int
  private let withinWidth: Int
  private let barRoom: Int
  private let most: Int

  init(
    _ facet: FacetResult, style: Style, role: Style.Role, width: Int, folded: String? = nil
  ) {
    self.facet = facet
    self.style = style
    self.role = role
    self.folded = folded
    let buckets = facet.buckets
    mostLabel = min(32, max(8, width / 2))
    labelWidth = min(mostLabel, buckets.map { DisplayWidth.of($0.label) }.max() ?? 0)
    countWidth = buckets.map { grouped($0.count).count }.max() ?? 0
    withinWidth = buckets.compactMap { $0.within.map { grouped($0).count } }.max() ?? 0
    let numbers = countWidth + (withinWidth > 0 ? withinWidth + 4 : 0)
    barRoom = min(Self.mostBar, width - labelWidth - numbers - 7)
    most = max(1, buckets.map(\.shown).max() ?? 1)
  }

  var lines: [String] {
    var lines: [String] = []
    var rest = facet.buckets[...]
    while let bucket = rest.first {
      let empty = folded == nil ? 0 : rest.prefix { $0.count == 0 }.count
      lines.append(empty > 1 ? fold(empty) : line(bucket))
      rest = rest.dropFirst(max(1, empty))
    }
    return lines + (facet.hasMore ? [style(.faint, "  …")] : [])
  }

  private func fold(_ count: Int) -> String {
    style(.faint, "  ⋮ \(grouped(count)) \(folded ?? "") without articles")
  }

  private func line(_ bucket: FacetResult.Bucket) -> String {
    let mark = bucket.isSelected ? "●" : " "
    let label = DisplayWidth.pad(DisplayWidth.cut(bucket.label, to: mostLabel), to: labelWidth)
    let bar = barRoom < Self.leastBar ? "" : "  " + style(role, bar(bucket.shown))
    return "\(mark) \(label)  \(numbers(bucket))\(bar)"
  }

  private func numbers(_ bucket: FacetResult.Bucket) -> String {
    let count = Self.right(grouped(bucket.count), countWidth)
    guard let within = bucket.within else { return count }
    return Self.right(grouped(within), withinWidth) + style(.faint, " of \(count)")
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Eighths of a cell, so that small counts differ; a count that is not zero is always seen.
  private func bar(_ count: Int) -> String {
    let eighths = count == 0 ? 0 : max(1, count * barRoom * 8 / most)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}

extension FacetResult.Bucket {
  /// What a terminal shows first: the hits that have it.
  fileprivate var shown: Int { within ?? count }
}
