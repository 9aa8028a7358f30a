import IndexDefinition

/// What a mail brings beside its own text: files, and other mails.
struct MailAttachments {
  private let parts: [MailPart]
  private let files: [(name: String, bytes: [UInt8])]
  private var leftOut: LeftOut

  init(_ body: MailBody) {
    parts = body.attachments
    files = body.files
    leftOut = body.leftOut
  }

  /// Reads each by what it is, `path#name`; pictures and their like are told in one line.
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var (names, leftOut) = (MemberNames(), leftOut)
    for (index, part) in parts.enumerated() {
      let name = names.unique(Self.name(part, number: index + 1))
      if part.kind == .leaf {
        let charset = part.type.hasPrefix("text/") ? part.parameter("charset") : nil
        try Self.read(part.bytes, charset, name, content, &leftOut, receive)
      } else if let member = content.part(name) {
        for mail in part.kind == .message ? [part] : part.parts {
          try Self.read(mail, in: member, receive)
        }
      } else {
        leftOut.add("mails in mails in mails")
      }
    }
    for file in files {
      let name = names.unique(Self.lastPart(of: file.name))
      try Self.read(file.bytes, nil, name, content, &leftOut, receive)
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
    _ bytes: [UInt8], _ charset: String?, _ name: String, _ content: Content,
    _ leftOut: inout LeftOut, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
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
      return lastPart(of: name)
    }
    guard part.kind == .leaf else { return "part-\(number).eml" }
    let subtype = part.type.split(separator: "/").last ?? ""
    let ending = subtype == "plain" ? "txt" : subtype
    return "part-\(number)" + (ending == "octet-stream" ? "" : ".\(ending)")
  }

  private static func lastPart(of path: String) -> String {
    String(path.split { $0 == "/" || $0 == "\\" }.last ?? "file")
  }
}
