/// Numbers as text, the same in every locale.
package enum NumberFormat {
  /// With a full stop and this many digits after it, as C's `%.3f` writes it for 3 places.
  package static func fixed(_ value: Double, places: Int) -> String {
    // A double has up to 309 digits before the stop.
    var text = [CChar](repeating: 0, count: 320 + places)
    let count = withVaList([Int32(places), value]) { vsnprintf(&text, text.count, "%.*f", $0) }
    let digits = text.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }
    return String(decoding: digits, as: UTF8.self)
  }
}
