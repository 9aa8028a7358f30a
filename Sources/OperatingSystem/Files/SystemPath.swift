/// Paths as the system has them, any bytes but NUL, as text and back without loss.
///
/// A byte that is no UTF-8 stands in text as one of U+EF80…U+EFFF, 0xEF00 above it; `visible` shows it
/// as `\xE9`. A name that holds
/// such a character itself has it taken apart the same way, so that every name has one text and every
/// text leads to its name. Path text goes to a system call through ``withSystemPath(_:)`` alone.
extension String {
  /// The text of a path that the system gave.
  package init(systemPath: UnsafePointer<CChar>) {
    if let text = String(validatingCString: systemPath), !text.hasStandIns {
      self = text
    } else {
      self = Self.standingIn(
        Array(UnsafeBufferPointer(start: systemPath, count: strlen(systemPath))))
    }
  }

  /// Calls `body` with the path as the system takes it.
  package func withSystemPath<R>(_ body: (UnsafePointer<CChar>) throws -> R) rethrows -> R {
    guard hasStandIns else { return try withCString(body) }
    return try (systemBytes + [0]).withUnsafeBufferPointer { bytes in
      try bytes.withMemoryRebound(to: CChar.self) { try body($0.baseAddress ?? emptyPath) }
    }
  }

  /// The path's bytes, without a NUL behind them.
  package var systemBytes: [UInt8] {
    unicodeScalars.flatMap { scalar in
      scalar.standsForByte
        ? [UInt8(scalar.value & 0xff)] : Array(UTF8.encode(scalar).map(Array.init) ?? [])
    }
  }

  /// What is no path after all: with U+FFFD for every byte that is no UTF-8.
  package var repaired: String {
    hasStandIns ? String(decoding: systemBytes, as: UTF8.self) : self
  }

  private var hasStandIns: Bool {
    utf8.contains(0xee) && unicodeScalars.contains(where: \.standsForByte)
  }

  private static func standingIn(_ bytes: [CChar]) -> String {
    var scalars = String.UnicodeScalarView()
    var rest = bytes.map { UInt8(bitPattern: $0) }[...]
    while let first = rest.first {
      if let scalar = firstScalar(of: rest), !scalar.standsForByte {
        scalars.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        scalars.append(Unicode.Scalar(0xef00 + UInt16(first)) ?? "\u{FFFD}")
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  /// The character that the bytes begin with; nil where they begin with none.
  private static func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    for count in 1...Swift.min(4, bytes.count) {
      if let text = String(validating: bytes.prefix(count), as: UTF8.self) {
        return text.unicodeScalars.first
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it may be a byte of a path that is no UTF-8: the one that its own last byte is.
  var standsForByte: Bool { 0xef80...0xefff ~= value }
}

/// A path that is nowhere; never freed.
nonisolated(unsafe) private let emptyPath: UnsafePointer<CChar> = {
  let path = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  path.initialize(to: 0)
  return UnsafePointer(path)
}()
