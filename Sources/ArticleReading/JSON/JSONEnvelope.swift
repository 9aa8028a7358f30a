/// What stands around the list of articles in a large JSON document, so that the list can be read element by
/// element whatever its size: `{"status": "ok", "articles": [` and `]}`.
///
/// Only a list whose start is met in the document's first bytes is found; where it is not, the document
/// is held whole.
struct JSONEnvelope {
  /// Smaller documents are held whole; the list of a larger one starts in as many bytes.
  static let size = 4 << 20

  /// Bytes before the list's first element.
  private(set) var length = 0
  /// How many objects are open there.
  private var depth = 0
  /// What the document says of all its articles, before the list.
  private(set) var defaults: [ArticleField: String] = [:]
  private let head: UnsafeBufferPointer<UInt8>

  /// Nil where the bytes are no such document, or all of it.
  ///
  /// - Parameter bytes: are not moved on.
  init?(_ bytes: ByteReader) {
    head = bytes.peek(Self.size + 1)
    guard head.count > Self.size, opensList(at: 0, depth: 1) else { return nil }
    let closing = "]" + String(repeating: "}", count: depth)
    var document = Array(head[..<length]) + closing.utf8
    document.withUnsafeMutableBufferPointer { document in
      var scanner = JSONScanner(UnsafeBufferPointer(document))
      if let value = try? scanner.value() { defaults = JSONDocument.feed(value) }
    }
  }

  /// Finds the list in the object that starts at `position`, or in one of its objects.
  private mutating func opensList(at position: Int, depth: Int) -> Bool {
    guard depth <= JSONDocument.depth, let open = next(position), head[open] == UInt8(ascii: "{")
    else { return false }
    var position = open + 1
    while let start = next(position), let (key, end) = value(at: start),
      let colon = next(end), head[colon] == UInt8(ascii: ":"), let place = next(colon + 1)
    {
      if JSONDocument.listKeys.contains(key.text ?? "") {
        if holdsObjects(place) {
          (length, self.depth) = (place + 1, depth)
          return true
        }
        if opensList(at: place, depth: depth + 1) { return true }
      }
      guard let (_, behind) = value(at: place), let comma = next(behind),
        head[comma] == UInt8(ascii: ",")
      else { return false }
      position = comma + 1
    }
    return false
  }

  private func holdsObjects(_ place: Int) -> Bool {
    head[place] == UInt8(ascii: "[") && next(place + 1).map { head[$0] } == UInt8(ascii: "{")
  }

  private func value(at position: Int) -> (JSONValue, end: Int)? {
    var scanner = JSONScanner(head, at: position)
    guard let value = try? scanner.value() else { return nil }
    return (value, scanner.position)
  }

  /// The next sign that is no white space.
  private func next(_ position: Int) -> Int? {
    var position = position
    while position < head.count, head[position] <= 0x20 { position += 1 }
    return position < head.count ? position : nil
  }

  /// What is wrong with the rest of the document, behind the list's `]`.
  func problem(in rest: UnsafeBufferPointer<UInt8>) -> JSONSyntaxError? {
    let opening = String(repeating: #"{"":"#, count: depth) + "0"
    let bytes = Array(opening.utf8) + rest
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      do throws(JSONSyntaxError) {
        _ = try scanner.value()
        if scanner.isAtEnd() { return nil }
        throw JSONSyntaxError(offset: scanner.position, expected: "the end of the file")
      } catch {
        return JSONSyntaxError(
          offset: max(0, error.offset - opening.utf8.count), expected: error.expected)
      }
    }
  }
}
