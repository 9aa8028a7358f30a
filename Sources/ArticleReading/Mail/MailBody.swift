/// What a mail says, and the parts that are files of their own.
struct MailBody {
  private(set) var text = ""
  private(set) var attachments: [MailPart] = []
  /// Parts that say nothing: `a signature`.
  private(set) var leftOut = LeftOut()

  /// Parts nest deeper in no mail that people write.
  private static let depthLimit = 40

  init(_ mail: MailPart) {
    for part in mail.parts { add(part, depth: 0) }
  }

  private mutating func add(_ part: MailPart, depth: Int) {
    guard depth < Self.depthLimit else { return leftOut.add("parts nested too deep") }
    switch part.kind {
    case .message, .attachedMessage: attachments.append(part)
    case .leaf: addLeaf(part)
    case .parts:
      switch part.type {
      case "multipart/alternative":
        if let best = Self.best(part.parts) { add(best, depth: depth + 1) }
      case "multipart/encrypted": leftOut.add("an encrypted text")
      default: for inner in part.parts { add(inner, depth: depth + 1) }
      }
    }
  }

  /// Of several forms of one text HTML, which knows paragraphs; else plain text; else the last.
  private static func best(_ parts: [MailPart]) -> MailPart? {
    parts.last { holds($0, "text/html") } ?? parts.last { holds($0, "text/plain") } ?? parts.last
  }

  private static func holds(_ part: MailPart, _ type: String) -> Bool {
    part.kind == .leaf
      ? part.type == type : part.kind == .parts && part.parts.contains { $0.type == type }
  }

  private mutating func addLeaf(_ part: MailPart) {
    let type = part.type
    let isFile = part.isAttachment || part.fileName != nil
    switch type {
    case "text/html" where !isFile, "text/enriched" where !isFile, "text/richtext" where !isFile:
      append(Self.page(part))
    case "text/plain" where !isFile, "message/delivery-status", "text/rfc822-headers",
      "message/disposition-notification":
      append(
        part.parameter("format")?.lowercased() == "flowed"
          ? FlowedText.joined(part.text) : part.text)
    case "application/pgp-signature", "application/pkcs7-signature",
      "application/x-pkcs7-signature":
      leftOut.add("a signature")
    default:
      attachments.append(part)
    }
  }

  private static func page(_ part: MailPart) -> String {
    let bytes = part.bytes
    var text = bytes.withUnsafeBufferPointer { bytes in
      part.parameter("charset").map { DecodedText.text(bytes, charset: $0) }
        ?? DecodedText(page: bytes).text
    }
    return text.withUTF8(WholePage.text)
  }

  private mutating func append(_ part: String) {
    let lines = part.utf8.contains(0x0d) ? part.replacing("\r\n", with: "\n") : part
    let trimmed = lines.trimmingWhiteSpace
    guard !trimmed.isEmpty else { return }
    text += (text.isEmpty ? "" : "\n\n") + trimmed
  }
}

extension String {
  /// Without empty lines before it and white space behind it.
  var trimmingWhiteSpace: Substring {
    let bytes = utf8
    guard let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return "" }
    let end = bytes.index(after: last)
    let start = bytes.firstIndex { $0 != 0x0a && $0 != 0x0d } ?? startIndex
    return Substring(bytes[start..<end])
  }
}

/// Text whose lines were broken to be mailed (RFC 3676): a line that ends in a space goes on.
enum FlowedText {
  static func joined(_ text: String) -> String {
    var lines: [Substring] = []
    var goesOn = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      // A space in front guards lines that begin with one, with `>` or with `From`.
      let bare = line.first == " " ? line.dropFirst() : line
      if goesOn, let last = lines.last, !bare.hasPrefix(">"), bare != "-- " {
        lines[lines.count - 1] = last + bare
      } else {
        lines.append(bare)
      }
      goesOn = bare.last == " " && bare != "-- " && !bare.hasPrefix(">")
    }
    return lines.joined(separator: "\n")
  }
}
