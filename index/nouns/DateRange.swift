/// A closed range of calendar days, open at either end; what `--from`, `--to` and `date:` mean.
public struct DateRange: Sendable, Hashable {
  /// First day included; nil: no lower end.
  public var from: CalendarDate?
  /// Last day included; nil: no upper end.
  public var to: CalendarDate?

  /// The range from the first day of `from` to the last day of `to`, so that a year or a month
  /// given as an end is included whole.
  public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.from = from?.firstDay
    self.to = to?.lastDay
  }

  /// True when the whole span of `date` lies in the range.
  public func contains(_ date: CalendarDate) -> Bool {
    (from.map { $0 <= date.firstDay } ?? true) && (to.map { date.lastDay <= $0 } ?? true)
  }
}
