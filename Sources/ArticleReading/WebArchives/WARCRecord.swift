/// The head of a record of a web archive (WARC, ISO 28500): its fields, by names in lower case.
struct WARCRecord {
  /// Such as `response`, `resource`, `request`.
  let type: String
  let address: String?
  /// Bytes of the content that follows.
  let length: Int
  let contentType: String
  let digest: String?
  let fields: [String: String]

  /// Reads the head up to the empty line behind it; nil at the end of the archive.
  init?(_ bytes: ByteReader) throws(ByteSourceError) {
    guard let fields = try HeaderBlock.read(bytes, startingWith: "WARC/") else { return nil }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      throw ByteSourceError(message: "a record without its length; what came before is kept")
    }
    self.length = length
    self.fields = fields
    type = fields["warc-type"]?.lowercased() ?? ""
    contentType = fields["content-type"]?.lowercased() ?? ""
    digest = fields["warc-payload-digest"]
    address = fields["warc-target-uri"].map { uri in
      uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
    }
  }
}

/// Lines `Name: value` up to an empty one, behind a line that says what they are of.
enum HeaderBlock {
  private static let lineLimit = 1 << 20

  /// The fields, names in lower case; nil at the end of the bytes.
  static func read(
    _ bytes: ByteReader, startingWith first: String
  ) throws(ByteSourceError) -> [String: String]? {
    while let start = bytes.peek().first, start == 0x0a || start == 0x0d { bytes.skip(1) }
    guard let line = bytes.line(limit: lineLimit)?.bytes else { return nil }
    guard line.starts(with: first.utf8) else {
      throw ByteSourceError(
        message: "no record where one should begin; what came before is kept, fetch the file again")
    }
    var fields: [String: String] = [:]
    var last: String?
    while let (line, _) = bytes.line(limit: lineLimit) {
      let text = String(decoding: line, as: UTF8.self).trimmingWhiteSpace
      if text.isEmpty { break }
      add(text, to: &fields, &last)
    }
    return fields
  }

  private static func add(
    _ line: Substring, to fields: inout [String: String], _ last: inout String?
  ) {
    if line.first == " " || line.first == "\t", let last {
      fields[last]? += " " + line.drop { $0 == " " || $0 == "\t" }
    } else if let colon = line.firstIndex(of: ":") {
      let name = line[..<colon].lowercased()
      fields[name] = String(line[colon...].dropFirst().drop { $0 == " " || $0 == "\t" })
      last = name
    }
  }
}
