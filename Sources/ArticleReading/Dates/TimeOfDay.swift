/// A time of day with its zone, as a source writes it.
struct TimeOfDay: Equatable {
  var hour: Int
  var minute: Int
  var second: Int?
  /// Minutes east of Greenwich; nil where the source does not say, or says what can be several.
  var offset: Int?

  /// As ISO 8601 writes it: `T21:04`, `T21:04:05+02:00`.
  var description: String {
    let time =
      "T" + Self.two(hour) + ":" + Self.two(minute) + (second.map { ":" + Self.two($0) } ?? "")
    guard let offset else { return time }
    let minutes = abs(offset)
    return offset == 0
      ? time + "Z"
      : time + (offset < 0 ? "-" : "+") + Self.two(minutes / 60) + ":" + Self.two(minutes % 60)
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  /// Takes the time out of the pieces of a date, if there is one.
  static func take(from tokens: inout [DateToken]) -> TimeOfDay? {
    guard let found = withColon(tokens) ?? compact(tokens) ?? named(tokens) else { return nil }
    var (range, time) = found
    var end = range.upperBound
    if let half = half(tokens, at: &end) {
      guard 1...12 ~= time.hour || time.hour > 12 && half == 12 else { return nil }
      if time.hour <= 12 { time.hour = time.hour % 12 + half }
    }
    time.offset = zone(tokens, at: &end)
    range = range.lowerBound..<end
    tokens.removeSubrange(range)
    guard time.hour < 24, time.minute < 60, time.second ?? 0 <= 60 else { return nil }
    return time
  }

  private typealias Found = (range: Range<Int>, time: TimeOfDay)

  /// `21:04`, `21:04:05.123`.
  private static func withColon(_ tokens: [DateToken]) -> Found? {
    let colons = tokens.indices.dropFirst().dropLast().lazy.filter { tokens[$0] == .sign(0x3a) }
    for colon in colons {
      guard case .number(let hour, 1...2) = tokens[colon - 1],
        case .number(let minute, 2) = tokens[colon + 1]
      else { continue }
      return withColon(tokens, at: colon, hour, minute)
    }
    return nil
  }

  private static func withColon(
    _ tokens: [DateToken], at colon: Int, _ hour: Int, _ minute: Int
  ) -> Found {
    var time = TimeOfDay(hour: hour, minute: minute)
    var end = colon + 2
    if end + 1 < tokens.count, tokens[end] == .sign(0x3a),
      case .number(let second, 2) = tokens[end + 1]
    {
      time.second = second
      end += 2
      // Fractions: `.123`, `,123`, `:123`.
      if end + 1 < tokens.count, [.sign(0x2e), .sign(0x2c), .sign(0x3a)].contains(tokens[end]),
        case .number(_, let digits) = tokens[end + 1], tokens[end] != .sign(0x2c) || digits == 3
      {
        end += 2
      }
    }
    let start = colon > 1 && tokens[colon - 2] == .word("t") ? colon - 2 : colon - 1
    return (start..<end, time)
  }

  /// `T210405`, `T2104`, `T21`.
  private static func compact(_ tokens: [DateToken]) -> Found? {
    guard let mark = tokens.firstIndex(of: .word("t")), mark > 0, mark + 1 < tokens.count,
      case .number(let value, let digits) = tokens[mark + 1]
    else { return nil }
    var end = mark + 2
    if end + 1 < tokens.count, tokens[end] == .sign(0x2e), case .number = tokens[end + 1] {
      end += 2
    }
    switch digits {
    case 6:
      return (
        mark..<end, TimeOfDay(hour: value / 10000, minute: value / 100 % 100, second: value % 100)
      )
    case 4: return (mark..<end, TimeOfDay(hour: value / 100, minute: value % 100))
    case 2: return (mark..<end, TimeOfDay(hour: value, minute: 0))
    default: return nil
    }
  }

  /// `9 pm`, `21h04`, `21.04 Uhr`, `1509 GMT`.
  private static func named(_ tokens: [DateToken]) -> Found? {
    for (index, token) in tokens.enumerated() {
      guard case .word(let word) = token, index > 0,
        case .number(let value, let digits) = tokens[index - 1]
      else { continue }
      let isDotted = index > 2 && tokens[index - 2] == .sign(0x2e)
      switch word {
      case "am", "pm", "uhr", "bst", "gmt", "utc", "est", "edt", "cet", "cest":
        if isDotted, digits == 2, case .number(let hour, 1...2) = tokens[index - 3], hour < 24 {
          return (index - 3..<index, TimeOfDay(hour: hour, minute: value))
        }
        if digits <= 2, word == "am" || word == "pm" || word == "uhr" {
          return (index - 1..<index, TimeOfDay(hour: value, minute: 0))
        }
        if digits == 4, value / 100 < 24, value % 100 < 60, word != "am", word != "pm" {
          return (index - 1..<index, TimeOfDay(hour: value / 100, minute: value % 100))
        }
      case "h", "hs", "hrs":
        guard digits <= 2 else { continue }
        if index + 1 < tokens.count, case .number(let minute, 2) = tokens[index + 1] {
          return (index - 1..<index + 2, TimeOfDay(hour: value, minute: minute))
        }
        return (index - 1..<index + 1, TimeOfDay(hour: value, minute: 0))
      default: continue
      }
    }
    return nil
  }

  /// 0 or 12 hours more; `Uhr` is passed over.
  private static func half(_ tokens: [DateToken], at end: inout Int) -> Int? {
    guard end < tokens.count, case .word(let word) = tokens[end] else { return nil }
    switch word {
    case "am", "pm", "a", "p":
      end += 1
      return word.hasPrefix("p") ? 12 : 0
    case "uhr", "h", "hrs", "hs": end += 1
    default: break
    }
    return nil
  }

  /// `Z`, `+02:00`, `-0500`, `GMT+2`, `EDT`, `(UTC)`.
  private static func zone(_ tokens: [DateToken], at end: inout Int) -> Int? {
    var offset: Int?
    if end < tokens.count, case .word(let word) = tokens[end], let zone = zones[word] {
      end += 1
      offset = zone
    }
    if let numeric = numericZone(tokens, at: &end) { offset = numeric }
    // `+0000 (UTC)`: said twice.
    if end + 2 < tokens.count, tokens[end] == .sign(0x28), case .word = tokens[end + 1],
      tokens[end + 2] == .sign(0x29)
    {
      end += 3
    }
    return offset
  }

  private static func numericZone(_ tokens: [DateToken], at end: inout Int) -> Int? {
    guard end + 1 < tokens.count, case .sign(let sign) = tokens[end], sign == 0x2b || sign == 0x2d,
      case .number(let value, let digits) = tokens[end + 1]
    else { return nil }
    var minutes: Int
    var next = end + 2
    if digits <= 2 {
      minutes = value * 60
      if next + 1 < tokens.count, tokens[next] == .sign(0x3a),
        case .number(let rest, 2) = tokens[next + 1]
      {
        minutes += rest
        next += 2
      }
    } else if digits == 4 {
      minutes = value / 100 * 60 + value % 100
    } else {
      return nil
    }
    guard minutes <= 14 * 60 else { return nil }
    end = next
    return sign == 0x2d ? -minutes : minutes
  }

  /// Zones by their names, in minutes; what stands for several (`IST`, `ET` in summer and winter) has
  /// none that is certain.
  private static let zones: [String: Int?] = {
    var zones: [String: Int?] = [:]
    for (name, hours) in [
      ("z", 0.0), ("ut", 0), ("utc", 0), ("gmt", 0), ("wet", 0), ("west", 1), ("bst", 1),
      ("cet", 1), ("cest", 2),
      ("mez", 1), ("mesz", 2), ("met", 1), ("eet", 2), ("eest", 3), ("msk", 3), ("est", -5),
      ("edt", -4),
      ("cst", -6), ("cdt", -5), ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7), ("akst", -9),
      ("akdt", -8), ("hst", -10), ("ast", -4), ("adt", -3), ("nst", -3.5), ("ndt", -2.5),
      ("jst", 9), ("kst", 9), ("hkt", 8),
      ("sgt", 8), ("wib", 7), ("pkt", 5), ("aest", 10), ("aedt", 11), ("acst", 9.5), ("acdt", 10.5),
      ("awst", 8),
      ("nzst", 12), ("nzdt", 13), ("sast", 2), ("brt", -3), ("art", -3), ("trt", 3), ("wat", 1),
      ("eat", 3), ("cat", 2),
    ] { zones[name] = .some(Int(hours * 60)) }
    for name in ["et", "ct", "mt", "pt", "ist", "local"] { zones[name] = .some(nil) }
    return zones
  }()
}

extension TimeOfDay {
  /// `21:04`, `21:04:05`, `21:04:05.123`, with `Z`, `+02:00`, `+0200` or nothing behind it, and nothing else.
  init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 5, bytes[2] == 0x3a, let hour = Self.two(bytes, 0),
      let minute = Self.two(bytes, 3),
      hour < 24, minute < 60
    else { return nil }
    self.init(hour: hour, minute: minute)
    var end = 5
    if bytes.count >= 8, bytes[5] == 0x3a {
      guard let second = Self.two(bytes, 6), second <= 60 else { return nil }
      self.second = second
      end = 8
      if end < bytes.count, bytes[end] == 0x2e {
        end += 1
        while end < bytes.count, bytes[end] &- 48 < 10 { end += 1 }
      }
    }
    guard end < bytes.count else { return }
    if bytes[end] == UInt8(ascii: "Z"), end + 1 == bytes.count {
      offset = 0
      return
    }
    guard bytes[end] == 0x2b || bytes[end] == 0x2d, let hours = Self.two(bytes, end + 1) else {
      return nil
    }
    let rest = end + 3 < bytes.count && bytes[end + 3] == 0x3a ? end + 4 : end + 3
    guard let minutes = Self.two(bytes, rest), rest + 2 == bytes.count, hours <= 14 else {
      return nil
    }
    offset = (bytes[end] == 0x2d ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func two(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    guard place + 1 < bytes.count, bytes[place] &- 48 < 10, bytes[place + 1] &- 48 < 10 else {
      return nil
    }
    return Int(bytes[place] - 48) * 10 + Int(bytes[place + 1] - 48)
  }
}
