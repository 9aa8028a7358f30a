import CLibXML2

/// Parses a page with libxml2, through its SAX interface.
///
/// libxml2 knows HTML 4: the names of HTML 5 are unknown to it and nest as written, which does for
/// articles. Its tree is not used, since that refuses pages nested deeper than 256 elements.
enum HTMLParser {
  /// The root, `html`; what the page has outside of it is inside it here.
  static func parse(_ text: String) -> HTMLElement {
    let builder = HTMLTreeBuilder()
    guard let context = htmlNewParserCtxt() else { return builder.root }
    defer { htmlFreeParserCtxt(context) }
    install(in: context.pointee.sax)
    context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    // libxml2 takes a NUL for the end of the page.
    var page = text.utf8.contains(0) ? String(text.filter { $0 != "\0" }) : text
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
    withExtendedLifetime(builder) {
      page.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          _ = htmlCtxtReadMemory(
            context, bytes.baseAddress, Int32(clamping: bytes.count), nil, "UTF-8",
            Int32(options))
        }
      }
    }
    return builder.root
  }

  private static func install(in handler: UnsafeMutablePointer<xmlSAXHandler>?) {
    guard let handler else { return }
    handler.pointee = xmlSAXHandler()
    handler.pointee.startElement = { context, name, attributes in
      HTMLTreeBuilder.of(context).start(HTMLParser.string(name), HTMLParser.pairs(attributes))
    }
    handler.pointee.endElement = { context, name in
      HTMLTreeBuilder.of(context).end(HTMLParser.string(name))
    }
    let characters: charactersSAXFunc = { context, bytes, count in
      let text = UnsafeBufferPointer(start: bytes, count: Int(count))
      HTMLTreeBuilder.of(context).append(String(decoding: text, as: UTF8.self))
    }
    handler.pointee.characters = characters
    handler.pointee.ignorableWhitespace = characters
    handler.pointee.cdataBlock = characters
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }

  /// Names and values by turns, up to a null name.
  private static func pairs(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [String: String] {
    guard let list else { return [:] }
    var attributes: [String: String] = [:]
    var index = 0
    while let name = list[index] {
      let key = string(name).lowercased()
      if attributes[key] == nil { attributes[key] = string(list[index + 1]) }
      index += 2
    }
    return attributes
  }
}

/// Builds the tree from libxml2's events.
private final class HTMLTreeBuilder {
  let root = HTMLElement(name: "html")
  private var open: [HTMLElement]

  /// Elements nested deeper become children of the one at this depth, since the tree is walked by
  /// recursion.
  private static let depthLimit = 400

  init() {
    open = [root]
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> HTMLTreeBuilder {
    guard let context else { return HTMLTreeBuilder() }
    return Unmanaged<HTMLTreeBuilder>.fromOpaque(context).takeUnretainedValue()
  }

  func start(_ name: String, _ attributes: [String: String]) {
    let parent = open[min(open.count, Self.depthLimit) - 1]
    let element = HTMLElement(name: name, attributes: attributes, parent: parent)
    parent.children.append(.element(element))
    open.append(element)
  }

  /// Closes the innermost open `name` and what is inside it: libxml2 forgets to say so for a start
  /// tag that breaks off.
  func end(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }), index > 0 else { return }
    open.removeSubrange(index...)
  }

  func append(_ text: String) {
    open[min(open.count, Self.depthLimit) - 1].children.append(.text(text))
  }
}
