internal import OperatingSystem

/// The URI by which SQLite opens a file as immutable (<https://sqlite.org/uri.html>).
struct ImmutableName {
  /// Absolute.
  let path: String

  /// Every byte but letters, digits and `-._~/` is escaped, so that `?`, `#` and `%` stay in the name.
  var uri: String {
    var text = "file:"
    for byte in path.systemBytes {
      if Self.isPlain(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return text + "?immutable=1"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
