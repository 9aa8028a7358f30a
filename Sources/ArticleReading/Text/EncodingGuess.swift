import CLateLibraries

/// What bytes without a declared encoding are likely to be in, by uchardet.
enum EncodingGuess {
  /// How many bytes are looked at, from the first on that is not ASCII.
  private static let lookSize = 256 << 10
  /// With fewer letters beyond ASCII a guess is none.
  private static let leastLetters = 6

  /// The encoding's name; nil where uchardet is not installed or does not know.
  static func name(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let start = bytes.firstIndex(where: { $0 >= 0x80 }) else { return nil }
    let part = UnsafeBufferPointer(rebasing: bytes[max(0, start - 256)...].prefix(lookSize))
    guard part.lazy.filter({ $0 >= 0x80 }).prefix(leastLetters).count == leastLetters,
      let library = late_uchardet_functions()?.pointee, let detector = library.uchardet_new()
    else { return nil }
    defer { library.uchardet_delete(detector) }
    part.withMemoryRebound(to: CChar.self) { part in
      if let base = part.baseAddress {
        _ = library.uchardet_handle_data(detector, base, part.count)
      }
    }
    library.uchardet_data_end(detector)
    let name = library.uchardet_get_charset(detector).map { String(cString: $0) } ?? ""
    return name.isEmpty ? nil : name.lowercased()
  }
}
