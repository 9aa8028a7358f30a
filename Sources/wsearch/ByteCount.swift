internal import CommandLineOptions

/// A size on the command line: `512M`, `2G`, `100000`; K, M and G are powers of 1024.
struct ByteCount: OptionValue, CustomStringConvertible {
  let bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? Substring(argument) : argument.dropLast()
    guard let number = Int(digits), number > 0, number <= Int.max >> (unit ?? 0) else { return nil }
    bytes = number << (unit ?? 0)
  }

  static var kind: ValueKind {
    ValueKind("SIZE", takes: "a size such as 512M or 2G", example: "512M")
  }

  var description: String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20)M" : "\(bytes)"
  }
}
