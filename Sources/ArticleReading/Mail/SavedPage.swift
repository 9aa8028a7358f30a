import IndexDefinition

/// A page that a browser saved with all its parts in one file (MHTML, RFC 2557): one article.
struct SavedPage: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let library = content.libraries.mail() else {
      return try receive(content.failure(.mailIsMissing))
    }
    guard let bytes = content.whole(limit: MailMessage.sizeLimit) else {
      let message =
        "a saved page of more than \(MailMessage.sizeLimit >> 20) MB; save it without pictures"
      return try receive(content.failure(message))
    }
    try MailLibrary(mail: library.pointee).withMail(bytes) { mail in
      guard let mail else { return try receive(content.failure("no page; save it again")) }
      guard let page = Self.page(in: mail.parts, depth: 0) else {
        return try MailMessage.read(mail, content, receive)
      }
      let address = mail[header: "Snapshot-Content-Location"] ?? page[header: "Content-Location"]
      try Self.read(page, at: address ?? mail[header: "Content-Location"], content, receive)
    }
  }

  /// The first part that is a page: what it shows in frames stands behind it.
  private static func page(in parts: [MailPart], depth: Int) -> MailPart? {
    guard depth < 8 else { return nil }
    for part in parts {
      if part.kind == .leaf, part.type == "text/html" || part.type == "application/xhtml+xml" {
        return part
      }
      if part.kind == .parts, let page = page(in: part.parts, depth: depth + 1) { return page }
    }
    return nil
  }

  private static func read(
    _ page: MailPart, at address: String?, _ content: Content,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    let text = page.bytes.withUnsafeBufferPointer { bytes in
      page.parameter("charset").map { DecodedText.text(bytes, charset: $0) }
        ?? DecodedText(page: bytes).text
    }
    try content.reader.read(content.decoded(text), .html) { event in
      try receive(event.found(at: address.flatMap { $0.hasPrefix("http") ? $0 : nil }))
    }
  }
}

extension ReadingEvent {
  /// An article that does not say its address has that of where it was fetched, which makes a short one
  /// whole.
  func found(at address: String?) -> ReadingEvent {
    guard case .article(var article) = self, let address else { return self }
    article.url = article.url.map { Address.resolved($0, base: address) } ?? address
    return .article(article)
  }
}
