import CLateLibraries

/// An OpenDocument text (ODT; also as one XML file, FODT): one article, its headers and footers
/// behind the text.
struct OpenDocument: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let library = content.libraries.xml()?.pointee else {
      return try receive(content.failure(.xmlIsMissing))
    }
    let isZip = content.bytes.peek(2).starts(with: "PK".utf8)
    try isZip ? readZip(content, library, receive) : readFlat(content, library, receive)
  }

  private func readZip(
    _ content: Content, _ library: late_xml, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    let document = ZipDocument(content) { ["content.xml", "meta.xml", "styles.xml"].contains($0) }
    if document.parts["content.xml"] != nil {
      let (metadata, styles) = (DocumentMetadata(), OpenDocumentText())
      document.read("meta.xml", library, to: metadata)
      let text = OpenDocumentText()
      document.read("content.xml", library, to: text)
      document.read("styles.xml", library, to: styles)
      try send(metadata, [text, styles], content, receive)
    } else if document.error == nil {
      try receive(content.failure("an OpenDocument text without a text; save it again"))
    }
    if let error = document.error { try receive(content.failure(error)) }
  }

  private func readFlat(
    _ content: Content, _ library: late_xml, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    guard let bytes = try content.flatDocument("a document", receive) else { return }
    let (metadata, text) = (DocumentMetadata(), OpenDocumentText())
    MarkupEvents.read(xml: bytes, library, to: metadata)
    MarkupEvents.read(xml: bytes, library, to: text)
    try send(metadata, [text], content, receive)
  }

  private func send(
    _ metadata: DocumentMetadata, _ texts: [OpenDocumentText], _ content: Content,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    var draft = metadata.draft
    draft[.title] = draft[.title] ?? texts[0].title
    draft = draft.with(
      text: texts.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n"))
    for event in draft.events(file: content.file, place: nil, advice: "; it holds no text") {
      try receive(event)
    }
  }
}
