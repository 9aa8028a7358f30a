internal import IndexDefinition

/// What the packed columns hold for one article; all zero and empty where there is none.
struct ColumnValues: Equatable {
  var date: UInt32 = 0
  var titleLength: UInt32 = 0
  var bodyLength: UInt32 = 0
  var language: UInt32 = 0
  var people: [UInt32] = []
  var countries: [UInt32] = []

  func fixed(_ column: ColumnLayout.Column) -> UInt32 {
    switch column {
    case .date: date
    case .titleLength: titleLength
    case .bodyLength: bodyLength
    case .language: language
    case .person, .country: 0
    }
  }

  func list(_ column: ColumnLayout.Column) -> [UInt32] {
    switch column {
    case .person: people
    case .country: countries
    case .date, .titleLength, .bodyLength, .language: []
    }
  }

  /// The `date` value of an article: its packed date, or "undated".
  static func date(_ date: CalendarDate?) -> UInt32 {
    UInt32(bitPattern: date?.packed ?? ColumnLayout.undated)
  }

  /// The two letters of an ISO 639-1 code; 0 for anything else.
  static func language(_ code: String?) -> UInt32 {
    guard let letters = code.map({ Array($0.utf8) }), letters.count == 2 else { return 0 }
    return UInt32(letters[0]) << 8 | UInt32(letters[1])
  }
}
