import CLateLibraries

/// Builds the tree from libxml2's events.
final class MarkupTreeBuilder {
  let root = HTMLElement(name: "html")
  private var open: [HTMLElement]

  /// Elements nested deeper become children of the one at this depth, since the tree is walked by
  /// recursion.
  private static let depthLimit = 400

  init() {
    open = [root]
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> MarkupTreeBuilder {
    guard let context else { return MarkupTreeBuilder() }
    return Unmanaged<MarkupTreeBuilder>.fromOpaque(context).takeUnretainedValue()
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

  /// Sends a parser's events to the builder in its user data; all other handlers go.
  static func install(in handler: UnsafeMutablePointer<late_xml_handler>?) {
    guard let handler else { return }
    handler.pointee = late_xml_handler()
    handler.pointee.startElement = { context, name, attributes in
      let (name, pairs) = (MarkupTreeBuilder.string(name), MarkupTreeBuilder.pairs(attributes))
      MarkupTreeBuilder.of(context).start(name.lowercased(), pairs)
    }
    handler.pointee.endElement = { context, name in
      MarkupTreeBuilder.of(context).end(MarkupTreeBuilder.string(name).lowercased())
    }
    let characters: late_xml_text = { context, bytes, count in
      assert(count >= 0, "libxml2 tells a text of \(count) bytes")
      let text = UnsafeBufferPointer(start: bytes, count: Int(count))
      MarkupTreeBuilder.of(context).append(String(decoding: text, as: UTF8.self))
    }
    handler.pointee.characters = characters
    handler.pointee.ignorableWhitespace = characters
    handler.pointee.cdataBlock = characters
  }

  private static func string(_ bytes: UnsafePointer<late_xml_char>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }

  /// Names and values by turns, up to a null name.
  private static func pairs(
    _ list: UnsafeMutablePointer<UnsafePointer<late_xml_char>?>?
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
