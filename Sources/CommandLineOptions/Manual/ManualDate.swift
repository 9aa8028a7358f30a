internal import OperatingSystem

/// The date at the foot of a man page.
enum ManualDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// As mdoc(7) has it: `November 28, 2026`.
  static var current: String {
    let fixed = Environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    return text(of: fixed ?? time(nil))
  }

  static func text(of seconds: Int) -> String {
    var seconds = seconds
    var date = tm()
    gmtime_r(&seconds, &date)
    return "\(months[Int(date.tm_mon)]) \(date.tm_mday), \(1900 + Int(date.tm_year))"
  }
}
