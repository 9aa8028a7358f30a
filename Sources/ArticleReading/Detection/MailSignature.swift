/// The head of a mail, told by the names of its fields (RFC 5322).
struct MailSignature {
  private let isMbox: Bool
  private let isSavedPage: Bool

  /// Nil when the bytes start no mail.
  ///
  /// - Parameter isNamedMail: the name says so: any fields will do.
  init?(_ head: UnsafeBufferPointer<UInt8>, isNamedMail: Bool) {
    // Gateways leave lines of blanks in front.
    let start = Self.behindCount(head).drop { $0 <= 0x20 && $0 != 0 }
    isMbox = start.starts(with: "From ".utf8)
    guard isMbox || Self.startsWithName(start) else { return nil }
    var lines = Self.lines(start)
    if isMbox { lines.removeFirst() }
    guard let fields = Self.fields(lines), let weight = Self.weight(fields),
      weight >= (isMbox || isNamedMail ? 1 : 3)
    else { return nil }
    let related = fields.contains {
      $0.hasPrefix("content-type:") && $0.contains("multipart/related")
    }
    isSavedPage =
      fields.contains { $0.hasPrefix("snapshot-content-location:") }
      || related
        && fields.contains { $0.hasPrefix("from: <saved by") || $0.hasPrefix("from: \"saved by") }
  }

  /// A word and a colon: most texts are told by this look alone.
  private static func startsWithName(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = start.prefix(100).prefix { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ":") }
    let rest = start[word.endIndex...].drop { $0 == 0x20 }
    return !word.isEmpty && rest.first == UInt8(ascii: ":") || start.starts(with: ">From ".utf8)
  }

  func format(named: FileFormat?) -> FileFormat {
    if isMbox { return .mbox }
    return isSavedPage || named == .mhtml ? .mhtml : .mail
  }

  /// Apple Mail's files (`.emlx`) begin with a line that counts the bytes of the mail.
  private static func behindCount(
    _ head: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let digits = head.prefix { 0x30...0x39 ~= $0 }
    let rest = head[digits.endIndex...].drop { $0 == 0x20 || $0 == 0x0d }
    return !digits.isEmpty && rest.first == 0x0a ? rest.dropFirst() : head[...]
  }

  private static func lines(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> [Substring] {
    let text = String(decoding: start.prefix(16 << 10), as: UTF8.self).lowercased()
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The fields up to the first empty line, continuation lines joined; nil where a line is none.
  private static func fields(_ lines: [Substring]) -> [String]? {
    var fields: [String] = []
    for line in lines {
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t" {
        guard !fields.isEmpty else { return nil }
        fields[fields.count - 1] += line
      } else if isField(line) {
        fields.append(String(line))
      } else if line.hasPrefix(">from ") || fields.count > 2 {
        // What was cut off, or a broken line among many good ones.
        continue
      } else {
        return nil
      }
    }
    return fields
  }

  private static func isField(_ line: Substring) -> Bool {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return false
    }
    return line.utf8[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7f }
      || line.utf8[..<colon].dropLast().allSatisfy { $0 > 0x20 && $0 < 0x7f }
  }

  /// How much speaks for a mail: fields that nothing else has count three.
  private static func weight(_ fields: [String]) -> Int? {
    guard !fields.isEmpty else { return nil }
    return fields.reduce(0) { sum, field in
      let name = String(field.prefix { $0 != ":" && $0 != " " })
      if certain.contains(name) || name.hasPrefix("x-") && name.count > 4 { return sum + 3 }
      if name == "from" || name == "to" || name == "cc" || name == "sender" {
        return sum + (field.contains("@") ? 2 : 0)
      }
      return sum + (usual.contains(name) ? 1 : 0)
    }
  }

  private static let certain: Set<String> = [
    "received", "message-id", "return-path", "delivered-to", "mime-version",
    "content-transfer-encoding", "newsgroups", "dkim-signature", "in-reply-to", "references",
    "snapshot-content-location", "content-type",
  ]
  private static let usual: Set<String> = [
    "subject", "date", "reply-to", "content-disposition", "organization", "path", "lines",
    "status", "importance", "priority",
  ]
}
