internal import IndexDefinition
internal import OperatingSystem

extension CalendarDate {
  /// The day that the clock tells, in UTC.
  static var today: CalendarDate? {
    CalendarDate(daysSinceEpoch: Int(Timestamp.now.secondsSince1970 / 86_400))
  }
}
