import CLateLibraries

/// A book (EPUB 2 and 3): one article, its chapters in the order in which they are read.
struct Book: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let library = content.libraries.xml()?.pointee else {
      return try receive(content.failure(.xmlIsMissing))
    }
    let document = ZipDocument(content, where: Self.isRead)
    let (metadata, package) = (DocumentMetadata(), BookPackage())
    let name = Self.packageName(document, library)
    document.read(name, library, to: metadata)
    document.read(name, library, to: package)
    let text = Self.text(Self.chapters(package, below: name, document))
    if !text.isEmpty || document.error == nil {
      let draft = metadata.draft.with(text: text)
      for event in draft.events(file: content.file, place: nil, advice: "; the book is empty") {
        try receive(event)
      }
    }
    if let error = document.error { try receive(content.failure(error)) }
  }

  private static func isRead(_ name: String) -> Bool {
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    return name == "META-INF/container.xml"
      || ["opf", "xhtml", "html", "htm", "xml"].contains(ending) && !name.hasPrefix("META-INF/")
  }

  /// Where the package document is, as the container names it.
  private static func packageName(_ document: ZipDocument, _ library: late_xml) -> String {
    let package = BookPackage()
    document.read("META-INF/container.xml", library, to: package)
    return package.rootFile ?? document.parts.keys.first { $0.hasSuffix(".opf") } ?? ""
  }

  /// In the order of the spine; of a book without one all pages, by their names.
  private static func chapters(
    _ package: BookPackage, below name: String, _ document: ZipDocument
  ) -> [[UInt8]] {
    let folder = name.split(separator: "/").dropLast().map(String.init)
    let named = package.chapters.compactMap { document.parts[path($0, in: folder)] }
    guard named.isEmpty else { return named }
    return document.parts.keys.sorted().filter { $0.hasSuffix("html") || $0.hasSuffix("htm") }
      .compactMap { document.parts[$0] }
  }

  /// An address in the package, as a member's name.
  private static func path(_ address: String, in folder: [String]) -> String {
    var parts = folder
    for part in address.prefix(while: { $0 != "#" }).split(separator: "/") {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(PercentText.decoded(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The text of all chapters, an empty line between them.
  private static func text(_ chapters: [[UInt8]]) -> String {
    var text = ""
    // With their markup they are longer.
    text.reserveCapacity(chapters.reduce(0) { $0 + $1.count })
    for chapter in chapters {
      let part = chapter.withUnsafeBufferPointer(Self.text)
      if !text.isEmpty, !part.isEmpty { text += "\n\n" }
      text += part
    }
    return text
  }

  private static func text(_ chapter: UnsafeBufferPointer<UInt8>) -> String {
    if DecodedText.isUTF8(page: chapter) { return WholePage.text(chapter) }
    var page = DecodedText(page: chapter).text
    return page.withUTF8(WholePage.text)
  }
}

/// Text with bytes written as `%20`.
enum PercentText {
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The package document of a book and its container file: where the pages are, and their order.
private final class BookPackage: MarkupVisitor {
  private(set) var rootFile: String?
  private var addresses: [String: String] = [:]
  private var spine: [String] = []

  /// Addresses in the order of reading.
  var chapters: [String] { spine.compactMap { addresses[$0] } }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name.split(separator: ":").last ?? "" {
    case "rootfile": rootFile = rootFile ?? attributes["full-path"]
    case "item":
      if let id = attributes["id"], let address = attributes["href"] { addresses[id] = address }
    case "itemref":
      if let id = attributes["idref"] { spine.append(id) }
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
