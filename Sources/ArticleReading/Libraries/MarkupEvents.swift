import CLateLibraries

/// What gets to know markup part by part, as libxml2 reads it; nothing is kept for it.
protocol MarkupVisitor: AnyObject {
  /// - Parameter name: as written, with its prefix.
  func start(_ name: String, _ attributes: MarkupAttributes)
  func end(_ name: String)
  /// UTF-8 that is good during the call; one text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// An element's attributes, good during the call that they come with.
struct MarkupAttributes {
  /// Names and values by turns, up to a null name.
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<late_xml_char>?>?

  subscript(name: String) -> String? {
    guard let list else { return nil }
    var index = 0
    while let key = list[index] {
      if String(cString: key) == name { return list[index + 1].map { String(cString: $0) } ?? "" }
      index += 2
    }
    return nil
  }
}

/// Reads XML of any depth in one pass, keeping nothing: parts of documents may be of many MB.
enum MarkupEvents {
  /// XML in the encoding that it declares.
  static func read(
    xml bytes: UnsafeBufferPointer<UInt8>, _ library: late_xml, to visitor: any MarkupVisitor
  ) {
    guard let mended = LongTags.mended(bytes) else {
      return read(sound: bytes, library, to: visitor)
    }
    mended.withUnsafeBufferPointer { read(sound: $0, library, to: visitor) }
  }

  private static func read(
    sound bytes: UnsafeBufferPointer<UInt8>, _ library: late_xml, to visitor: any MarkupVisitor
  ) {
    guard let parser = library.xmlNewParserCtxt() else { return }
    defer { library.xmlFreeParserCtxt(parser) }
    send(bytes, through: parser, to: visitor) {
      _ = library.xmlCtxtReadMemory(
        parser, $0, Int32(clamping: bytes.count), nil, nil, options | Int32(late_xml_huge))
    }
  }

  /// Reads on behind errors and tells nobody of them; fetches nothing.
  private static let options = Int32(
    late_xml_recover | late_xml_no_error | late_xml_no_warning | late_xml_no_net)

  /// Sends the parser's events to the visitor while `parse` runs; all other handlers go.
  private static func send(
    _ bytes: UnsafeBufferPointer<UInt8>, through parser: UnsafeMutablePointer<late_xml_parser>,
    to visitor: any MarkupVisitor, _ parse: (UnsafePointer<CChar>?) -> Void
  ) {
    let box = Box(visitor)
    parser.pointee.userData = Unmanaged.passUnretained(box).toOpaque()
    parser.pointee.sax?.pointee = handler
    withExtendedLifetime(box) {
      bytes.withMemoryRebound(to: CChar.self) { parse($0.baseAddress) }
    }
  }

  private final class Box {
    let visitor: any MarkupVisitor
    init(_ visitor: any MarkupVisitor) { self.visitor = visitor }
  }

  private static func visitor(_ data: UnsafeMutableRawPointer?) -> (any MarkupVisitor)? {
    data.map { Unmanaged<Box>.fromOpaque($0).takeUnretainedValue().visitor }
  }

  private static var handler: late_xml_handler {
    var handler = late_xml_handler()
    handler.startElement = { data, name, attributes in
      guard let name else { return }
      MarkupEvents.visitor(data)?.start(
        String(cString: name), MarkupAttributes(list: attributes))
    }
    handler.endElement = { data, name in
      guard let name else { return }
      MarkupEvents.visitor(data)?.end(String(cString: name))
    }
    let characters: late_xml_text = { data, bytes, count in
      MarkupEvents.visitor(data)?.text(
        UnsafeBufferPointer(start: bytes, count: max(0, Int(count))))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    return handler
  }
}
