import CLateLibraries
import IndexDefinition

/// A mail (RFC 5322, MIME): one article, and what is attached to it, each as a file of its own.
struct MailMessage: ContentReader {
  /// A longer one is refused, since it is held whole.
  static let sizeLimit = 64 << 20

  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let library = content.libraries.mail() else {
      return try receive(content.failure(.mailIsMissing))
    }
    guard let bytes = content.whole(limit: Self.sizeLimit) else {
      let message = "a mail of more than \(Self.sizeLimit >> 20) MB; take its attachments out"
      return try receive(content.failure(message))
    }
    let start = UnsafeBufferPointer(rebasing: Self.behindCount(bytes).drop { $0 <= 0x20 })
    guard let mended = MailHead.mended(start) else {
      return try Self.read(start, library.pointee, content, receive)
    }
    try mended.withUnsafeBufferPointer {
      try Self.read($0, library.pointee, content, receive)
    }
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ library: late_mail, _ content: Content,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    try MailLibrary(mail: library).withMail(bytes) { mail in
      guard let mail else { return try receive(content.failure("no mail; fetch it again")) }
      try read(mail, source: bytes[...], content, receive)
    }
  }

  /// Apple Mail's files (`.emlx`) begin with a line that counts the mail's bytes, and end with
  /// settings of its own.
  private static func behindCount(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let line = bytes.prefix(24).prefix { $0 != 0x0a }
    let digits = line.filter { 0x30...0x39 ~= $0 }
    let isCount = 1...18 ~= digits.count && line.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x20 }
    guard isCount, line.endIndex < bytes.count, bytes[line.endIndex] == 0x0a else {
      return bytes[...]
    }
    let count = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
    return bytes[(line.endIndex + 1)...].prefix(count)
  }

  /// An open mail: its article, then its attachments.
  ///
  /// - Parameter source: its bytes, for a mail whose parts cannot be told apart.
  static func read(
    _ mail: MailPart, source: Slice<UnsafeBufferPointer<UInt8>>? = nil, _ content: Content,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    let body = MailBody(mail)
    var text = body.text
    if text.isEmpty, body.attachments.isEmpty, let whole = source.flatMap(behindHead) {
      text = whole
      try receive(
        content.failure("the mail's parts cannot be told apart; its text is kept as it is"))
    }
    if body.isPartial { try receive(content.failure(Self.partial)) }
    var draft = MailFields(mail).draft
    if let form = MailForm(text, draft)?.events(content) {
      for event in form { try receive(event) }
      return try MailAttachments(body).read(content, receive)
    }
    draft[.title] = draft[.title] ?? Heading(text).title
    draft[.body] = text
    let advice = body.attachments.isEmpty ? "; the mail is empty" : "; what is attached is read"
    for event in draft.events(file: content.file, place: nil, advice: advice) {
      try receive(event)
    }
    try MailAttachments(body).read(content, receive)
  }

  private static let partial =
    "a piece of a mail that was sent in several; join them to read it whole"

  /// All that stands behind the first empty line; nil for nothing.
  private static func behindHead(_ mail: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let text = DecodedText(UnsafeBufferPointer(rebasing: mail)).text.replacing("\r\n", with: "\n")
    guard let gap = text.firstRange(of: "\n\n") else { return nil }
    let rest = String(text[gap.upperBound...]).trimmingWhiteSpace
    return rest.isEmpty ? nil : String(rest)
  }
}
