internal import IndexDefinition
internal import SearchModel

/// A timeline as a line of small columns a value, the widest count of all of them the highest.
struct TimelineText {
  private static let columns = Array("▁▂▃▄▅▆▇█")

  let timeline: Timeline
  let style: Style
  let width: Int

  init(_ timeline: Timeline, style: Style, width: Int) {
    self.timeline = timeline
    self.style = style
    self.width = width
  }

  var lines: [String] {
    guard let first = timeline.dates.first, let last = timeline.dates.last else { return [] }
    let labels = timeline.series.map { DisplayWidth.cut($0.label, to: min(32, max(8, width / 2))) }
    let labelWidth = labels.map(DisplayWidth.of).max() ?? 0
    let room = max(8, width - labelWidth - 4)
    let rows = timeline.series.map { merged($0.counts, into: room) }
    let most = max(1, rows.joined().max() ?? 1)
    let head =
      "\(timeline.kind == .person ? "People" : "Countries") by \(timeline.interval.rawValue)"
    return [style(.heading, head) + style(.faint, "  \(first) to \(last)")]
      + zip(labels, rows).map { label, counts in
        "  \(DisplayWidth.pad(label, to: labelWidth))  "
          + style(.date, String(counts.map { column($0, of: most) }))
      } + [""]
  }

  private func column(_ count: Int, of most: Int) -> Character {
    count == 0 ? " " : Self.columns[(count * Self.columns.count - 1) / most]
  }

  /// Neighbours added up until there is room for all.
  private func merged(_ counts: [Int], into room: Int) -> [Int] {
    let step = (counts.count + room - 1) / room
    guard step > 1 else { return counts }
    return stride(from: 0, to: counts.count, by: step).map { start in
      counts[start..<min(start + step, counts.count)].reduce(0, +)
    }
  }
}
