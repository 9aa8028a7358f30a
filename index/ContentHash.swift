/// FNV-1a, 64 bits: the hash of `content_hash` and `body_hash`.
///
/// Fields are told apart by a byte 0xFF, which UTF-8 never holds, and a missing field from an
/// empty one by 0xFE. Two articles are never taken for equal on the body's hash alone.
package struct ContentHash {
  package init() {}

  private var state: UInt64 = FNV1a.seed

  /// As SQLite stores it: the 64 bits as a signed integer.
  package var value: Int64 { Int64(bitPattern: state) }

  package mutating func add(_ field: String?) {
    guard var field else { return add(0xFE) }
    field.withUTF8 { bytes in
      var state = state
      for byte in bytes { state = FNV1a.mix(state, byte) }
      self.state = state
    }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    state = FNV1a.mix(state, byte)
  }
}
