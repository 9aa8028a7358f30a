/// What a mail says, and the parts that are files of their own.
struct MailBody {
  private(set) var text = ""
  private(set) var attachments: [MailPart] = []
  /// Files that stood in plain text.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  /// Whether it is a piece of a mail that was sent in several.
  private(set) var isPartial = false
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
    case "text/html" where !isFile: append(Self.page(part))
    case "text/enriched" where !isFile, "text/richtext" where !isFile:
      append(EnrichedText.plain(part.text))
    case "text/plain" where !isFile: appendPlain(part)
    case "message/delivery-status", "text/rfc822-headers", "message/disposition-notification",
      "message/feedback-report":
      append(part.text)
    case "application/pgp-signature", "application/pkcs7-signature",
      "application/x-pkcs7-signature":
      leftOut.add("a signature")
    default:
      isPartial = isPartial || type == "message/partial"
      attachments.append(part)
    }
  }

  private mutating func appendPlain(_ part: MailPart) {
    let found = EncodedFiles(part.text)
    for _ in 0..<found.yEncCount { leftOut.add("a file in yEnc") }
    files += found.files
    let isFlowed = part.parameter("format")?.lowercased() == "flowed"
    let deletesSpace = part.parameter("delsp")?.lowercased() == "yes"
    append(isFlowed ? FlowedText.joined(found.text, deletesSpace: deletesSpace) : found.text)
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
    let trimmed = ClearSignedText.plain(lines.trimmingWhiteSpace)
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
