/// A mailbox (mbox): mails one after the other, each behind a line that starts with `From `.
///
/// Read mail by mail, whatever the size of the box. Lines of a mail that start so too were written
/// with `>` in front, which goes.
struct Mailbox: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var mail = Lines()
    var number = 0
    var isAfterGap = true
    while let (line, isCut) = content.bytes.line(limit: MailMessage.sizeLimit) {
      if isAfterGap, Self.separates(line) {
        try Self.read(&mail, &number, content, receive)
      } else {
        mail.append(line, isCut: isCut)
      }
      isAfterGap = line.isEmpty || line.count == 1 && line[0] == 0x0d
    }
    try Self.read(&mail, &number, content, receive)
  }

  private static func read(
    _ mail: inout Lines, _ number: inout Int, _ content: Content,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    defer { mail = Lines() }
    guard !mail.bytes.isEmpty else { return }
    number += 1
    guard !mail.isTooLong else {
      let message =
        "a mail of more than \(MailMessage.sizeLimit >> 20) MB; take its attachments out"
      return try receive(content.failure(message, place: "mail \(number)"))
    }
    guard let member = content.part("\(number)", MemoryBytes(mail.bytes)) else { return }
    if content.reader.takes(member, .format(.mail)) { return }
    try MailMessage().read(member, receive)
  }

  /// `From jane@example.org Mon Sep  7 10:11:12 2025`: a sender and a time of day.
  private static func separates(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.count > 5 && line.starts(with: "From ".utf8)
      && (line.contains(UInt8(ascii: ":")) || line.contains(UInt8(ascii: "@")))
  }

  private struct Lines {
    var bytes: [UInt8] = []
    var isTooLong = false

    mutating func append(_ line: UnsafeBufferPointer<UInt8>, isCut: Bool) {
      isTooLong = isTooLong || isCut || bytes.count + line.count > MailMessage.sizeLimit
      guard !isTooLong else { return }
      bytes.append(
        contentsOf: Self.isQuoted(line) ? UnsafeBufferPointer(rebasing: line.dropFirst()) : line)
      bytes.append(0x0a)
    }

    /// `>From `, with one `>` or more.
    private static func isQuoted(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
      line.first == UInt8(ascii: ">")
        && line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
    }
  }
}
