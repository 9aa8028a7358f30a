import OperatingSystem

/// What files are told by: bytes that they begin with or hold, compared by the C library, since the
/// standard library's searches cost a hundred times as much.
extension UnsafeBufferPointer<UInt8> {
  func begins(with bytes: [UInt8]) -> Bool {
    guard let start = baseAddress, count >= bytes.count else { return false }
    return memcmp(start, bytes, bytes.count) == 0
  }

  func begins(with text: StaticString) -> Bool {
    guard let start = baseAddress, count >= text.utf8CodeUnitCount else { return false }
    return memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  /// Whether `text` stands somewhere in the bytes.
  func holds(_ text: StaticString) -> Bool {
    find(text.utf8Start, text.utf8CodeUnitCount) != nil
  }

  func holds(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { wanted in
      wanted.baseAddress.map { find($0, wanted.count) != nil } ?? true
    }
  }

  /// Whether a text of any length stands in the bytes, at a cost of both lengths together, whatever they repeat.
  func holds(all text: UnsafeBufferPointer<UInt8>) -> Bool {
    let borders = text.borders
    var met = 0
    for byte in self where met < text.count {
      while met > 0, byte != text[met] { met = borders[met - 1] }
      if byte == text[met] { met += 1 }
    }
    return met == text.count
  }

  /// How many of the bytes before each, it included, are also the first ones (after Knuth, Morris and Pratt).
  private var borders: [Int] {
    var (borders, met) = (Array(repeating: 0, count: count), 0)
    for place in indices.dropFirst() {
      while met > 0, self[place] != self[met] { met = borders[met - 1] }
      if self[place] == self[met] { met += 1 }
      borders[place] = met
    }
    return borders
  }

  /// Where `text` begins at `start` or behind it.
  func place(of text: StaticString, from start: Int) -> Int? {
    find(text.utf8Start, text.utf8CodeUnitCount, from: start)
  }

  /// Where these bytes begin.
  private func find(
    _ wanted: UnsafePointer<UInt8>, _ length: Int, from start: Int = 0
  ) -> Int? {
    guard let base = baseAddress, length > 0 else { return nil }
    var position = start
    while position + length <= count,
      let found = memchr(base + position, Int32(wanted.pointee), count - position - length + 1)
    {
      position = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + position, wanted, length) == 0 { return position }
      position += 1
    }
    return nil
  }

  /// Behind white space and control characters.
  var trimmedStart: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[(firstIndex { $0 > 0x20 } ?? endIndex)...])
  }

  func first(_ length: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: prefix(length))
  }

  func dropping(_ length: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: dropFirst(length))
  }
}
