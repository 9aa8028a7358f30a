/// What a server answered (HTTP): its status, what it sent, and the bytes of that.
struct HTTPAnswer {
  let status: Int
  /// `text/html`, in lower case; empty where the server did not say.
  let type: String
  let charset: String?
  let body: ByteReader

  /// Reads the head of an answer; nil where the bytes are none.
  init?(_ bytes: ByteReader, _ content: Content) throws(ByteSourceError) {
    let line = bytes.peek(32).prefix(32)
    guard line.starts(with: "HTTP/".utf8) else { return nil }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard let fields = try HeaderBlock.read(bytes, startingWith: "HTTP/") else { return nil }
    status = words.count > 1 ? Int(words[1].prefix(3)) ?? 0 : 0
    let parts = (fields["content-type"] ?? "").lowercased().split(separator: ";")
    type = parts.first.map { $0.filter { $0 != " " } } ?? ""
    charset = parts.dropFirst().compactMap(Self.charset).first
    body = try Self.unpacked(Self.joined(bytes, fields), fields, content)
  }

  private static func charset(_ parameter: Substring) -> String? {
    let pair = parameter.split(separator: "=", maxSplits: 1)
    guard pair.count == 2, pair[0].filter({ $0 != " " }) == "charset" else { return nil }
    return pair[1].filter { !" \"'".contains($0) }
  }

  private static func joined(_ bytes: ByteReader, _ fields: [String: String]) -> ByteReader {
    let isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") ?? false
    return isChunked && ChunkedBytes.isChunked(bytes) ? ByteReader(ChunkedBytes(bytes)) : bytes
  }

  /// Out of the packing that the server names, unless the archive holds the body unpacked.
  private static func unpacked(
    _ bytes: ByteReader, _ fields: [String: String], _ content: Content
  ) throws(ByteSourceError) -> ByteReader {
    switch fields["content-encoding"]?.lowercased() ?? "" {
    case "", "identity", "none", "utf-8": return bytes
    case "gzip", "x-gzip", "zstd": return bytes
    case "deflate":
      guard let zlib = content.libraries.zlib() else { throw .zlibIsMissing }
      let isWrapped = bytes.peek(1).first.map { $0 & 0x0f == 8 } ?? true
      let source = GzipBytes(bytes, zlib.pointee, wrapping: isWrapped ? .zlib : .none)
      return ByteReader(BudgetedBytes(source, content.budget))
    case let packing:
      throw ByteSourceError(message: "packed as “\(packing)”, which is not read")
    }
  }
}
