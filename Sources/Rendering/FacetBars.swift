internal import SearchModel

/// A facet's buckets as aligned lines: label, count, bar.
struct FacetBars {
  let facet: FacetResult
  let style: Style
  let role: Style.Role
  let width: Int

  init(_ facet: FacetResult, style: Style, role: Style.Role, width: Int) {
    self.facet = facet
    self.style = style
    self.role = role
    self.width = width
  }

  var lines: [String] {
    let labels = facet.buckets.map { DisplayWidth.cut($0.label, to: 32) }
    let counts = facet.buckets.map { grouped($0.count) }
    let labelWidth = labels.map(DisplayWidth.of).max() ?? 0
    let countWidth = counts.map(\.count).max() ?? 0
    let most = max(1, facet.buckets.map(\.count).max() ?? 1)
    let room = max(8, min(40, width - labelWidth - countWidth - 7))
    let bars = zip(facet.buckets, zip(labels, counts)).map { bucket, text in
      let mark = bucket.isSelected ? "●" : " "
      let space = String(repeating: " ", count: countWidth - text.1.count)
      return "\(mark) \(DisplayWidth.pad(text.0, to: labelWidth))  \(space)\(text.1)  "
        + style(role, bar(bucket.count, of: most, room))
    }
    return bars + (facet.hasMore ? [style(.faint, "  …")] : [])
  }

  /// Eighths of a cell, so that small counts differ; a count that is not zero is always seen.
  private func bar(_ count: Int, of most: Int, _ room: Int) -> String {
    let eighths = count == 0 ? 0 : max(1, count * room * 8 / most)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
