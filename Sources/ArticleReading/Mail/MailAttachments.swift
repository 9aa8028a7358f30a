import IndexDefinition

/// What a mail brings beside its own text: files, and other mails.
struct MailAttachments {
  private let parts: [MailPart]
  private var leftOut: LeftOut

  init(_ body: MailBody) {
    parts = body.attachments
    leftOut = body.leftOut
  }

  /// Reads each by what it is, `path#name`; pictures and their like are told in one line.
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var (names, leftOut) = (MemberNames(), leftOut)
    for (index, part) in parts.enumerated() {
      let name = names.unique(Self.name(part, number: index + 1))
      if part.kind == .leaf {
        try Self.read(part, name, content, &leftOut, receive)
      } else if let member = content.part(name) {
        for mail in part.kind == .message ? [part] : part.parts {
          try Self.read(mail, in: member, receive)
        }
      } else {
        leftOut.add("mails in mails in mails")
      }
    }
    if let message = leftOut.message { try receive(content.failure(message, kind: .noArticle)) }
  }

  /// Reads a mail that is open already.
  private static func read(
    _ mail: MailPart, in member: Content, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    if member.reader.isChoosing {
      let source = member.holding(MemoryBytes(mail.source))
      if member.reader.takes(source, .format(.mail)) { return }
    }
    try MailMessage.read(mail, member, receive)
  }

  private static func read(
    _ part: MailPart, _ name: String, _ content: Content, _ leftOut: inout LeftOut,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    let bytes = part.bytes
    let kind = bytes.withUnsafeBufferPointer {
      ContentKind(UnsafeBufferPointer(rebasing: $0.prefix(64 << 10)), name: name)
    }
    switch kind {
    case .empty: leftOut.add("an empty part")
    case .unread(let kind, _): leftOut.add(kind)
    case .packed, .format:
      guard var member = content.part(name, size: bytes.count, MemoryBytes(bytes)) else {
        return leftOut.add("parts nested too deep")
      }
      let charset = part.type.hasPrefix("text/") ? part.parameter("charset") : nil
      if let charset {
        member = member.decoded(
          bytes.withUnsafeBufferPointer { DecodedText.text($0, charset: charset) })
      }
      try content.reader.read(member, receive)
    }
  }

  /// The name of the file, else one made of its type: `part-2.html`.
  private static func name(_ part: MailPart, number: Int) -> String {
    if let name = part.fileName, !name.isEmpty {
      return String(name.split { $0 == "/" || $0 == "\\" }.last ?? "part-\(number)")
    }
    guard part.kind == .leaf else { return "part-\(number).eml" }
    let subtype = part.type.split(separator: "/").last ?? ""
    let ending = subtype == "plain" ? "txt" : subtype
    return "part-\(number)" + (ending == "octet-stream" ? "" : ".\(ending)")
  }
}
