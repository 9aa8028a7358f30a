/// The id of an article that brings none: 60 bits, written as 12 characters of Crockford's base 32 in lower
/// case.
///
/// They are FNV-1a of the place it was read from, mixed once more so that neighbouring lines differ in
/// every character. The place is its file's name below the folder that was named, and what tells it from
/// the others of the file (`news/dump.jsonl#line 17`). In indexes of format 1 it began with the
/// file's absolute path.
package struct DerivedID: Sendable, Equatable, CustomStringConvertible {
  /// Below 2^60.
  private let bits: UInt64

  private init(bits: UInt64) { self.bits = bits }

  /// - Parameter member: what tells the articles of one file apart, such as `line 17`.
  package init(file name: String, member: String? = nil) {
    self = Place(file: name).id(of: member)
  }

  /// Nil where the text is none.
  package init?(_ text: String) {
    var bits: UInt64 = 0
    guard text.utf8.count == 12 else { return nil }
    for byte in text.utf8 {
      guard let digit = Self.digits.firstIndex(of: byte) else { return nil }
      bits = bits << 5 | UInt64(digit)
    }
    self.bits = bits
  }

  package var description: String {
    String(
      decoding: (0..<12).map { Self.digits[Int(bits >> (55 - 5 * UInt64($0)) & 31)] }, as: UTF8.self
    )
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}

extension DerivedID {
  /// A file of which many articles' ids are asked.
  package struct Place: Sendable {
    private let whole: UInt64
    private let beforeMember: UInt64

    package init(file name: String) {
      whole = name.utf8.reduce(FNV1a.seed, FNV1a.mix)
      beforeMember = FNV1a.mix(whole, UInt8(ascii: "#"))
    }

    /// - Parameter member: nil where the file is one article.
    package func id(of member: String?) -> DerivedID {
      var hash = member?.utf8.reduce(beforeMember, FNV1a.mix) ?? whole
      hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
      hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
      hash ^= hash >> 31
      return DerivedID(bits: hash >> 4)
    }
  }
}
