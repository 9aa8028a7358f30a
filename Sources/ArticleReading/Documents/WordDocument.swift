import CLateLibraries

/// A Word document of 2007 or later (DOCX; also as one XML file, of 2003 too): one article, with its headers, notes and comments behind
/// the text.
struct WordDocument: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let library = content.libraries.xml()?.pointee else {
      return try receive(content.failure(.xmlIsMissing))
    }
    guard content.bytes.peek(2).starts(with: "PK".utf8) else {
      return try readFlat(content, library, receive)
    }
    let document = ZipDocument(content, where: Self.isRead)
    let main = Self.main(document, library)
    if document.parts[main] != nil {
      let draft = Self.draft(document, main, library)
      for event in draft.events(file: content.file, place: nil, advice: "; it holds no text") {
        try receive(event)
      }
    } else if document.error == nil {
      try receive(content.failure("a Word document without a text; save it again"))
    }
    if let error = document.error { try receive(content.failure(error)) }
  }

  private func readFlat(
    _ content: Content, _ library: late_xml, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    guard let bytes = try content.flatDocument("a document", receive) else { return }
    let (metadata, word) = (DocumentMetadata(), WordText())
    MarkupEvents.read(xml: bytes, library, to: metadata)
    MarkupEvents.read(xml: bytes, library, to: word)
    var draft = metadata.draft
    draft[.title] = draft[.title] ?? word.title
    for event in draft.with(text: word.text.text).events(
      file: content.file, place: nil, advice: "; it holds no text")
    {
      try receive(event)
    }
  }

  private static func isRead(_ name: String) -> Bool {
    name == "_rels/.rels" || name == "docProps/core.xml"
      || name.hasPrefix("word/") && name.hasSuffix(".xml") && !name.dropFirst(5).contains("/")
  }

  /// The part with the text, as the package names it.
  private static func main(_ document: ZipDocument, _ library: late_xml) -> String {
    let relations = PackageRelations()
    document.read("_rels/.rels", library, to: relations)
    return relations.main ?? "word/document.xml"
  }

  private static func draft(
    _ document: ZipDocument, _ main: String, _ library: late_xml
  ) -> ArticleDraft {
    let metadata = DocumentMetadata()
    document.read("docProps/core.xml", library, to: metadata)
    let word = WordText()
    document.read(main, library, to: word)
    var texts = [word.text.text]
    for part in document.parts.keys.sorted() where isBeside(part) {
      let notes = WordText()
      document.read(part, library, to: notes)
      texts.append(notes.text.text)
    }
    var draft = metadata.draft
    draft[.title] = draft[.title] ?? word.title
    return draft.with(text: texts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  private static func isBeside(_ name: String) -> Bool {
    ["word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments."].contains {
      name.hasPrefix($0)
    }
  }
}

/// Which part of an Office package holds the document (ECMA-376 part 2, section 9).
private final class PackageRelations: MarkupVisitor {
  private(set) var main: String?

  func start(_ name: String, _ attributes: MarkupAttributes) {
    guard main == nil, name == "Relationship",
      attributes["Type"]?.hasSuffix("/officeDocument") == true, let target = attributes["Target"]
    else { return }
    main = target.hasPrefix("/") ? String(target.dropFirst()) : target
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
