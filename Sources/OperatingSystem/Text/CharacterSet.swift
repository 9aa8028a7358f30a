/// The character set that C libraries take names to be in.
package enum CharacterSet {
  /// Calls `body` with UTF-8 as the calling thread's; a program starts with ASCII alone.
  package static func utf8<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    guard let locale else { return try body() }
    let before = uselocale(locale)
    defer { _ = uselocale(before) }
    return try body()
  }

  #if canImport(Darwin)
    private nonisolated(unsafe) static let locale = newlocale(LC_CTYPE_MASK, "UTF-8", nil)
  #else
    private nonisolated(unsafe) static let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  #endif
}
