import CLateLibraries

/// The parts of a document that is a zip file (DOCX, ODT, EPUB), by their names.
struct ZipDocument {
  private(set) var parts: [String: [UInt8]] = [:]
  /// Why parts are missing.
  private(set) var error: ByteSourceError?

  /// The most bytes of all parts together: a book of a hundred million letters has less.
  static let sizeLimit = 64 << 20

  /// Reads the parts that `isWanted`, by their names.
  init(_ content: Content, where isWanted: (String) -> Bool) {
    do throws(ByteSourceError) {
      let members = try ArchiveMembers(content)
      var rest = Self.sizeLimit
      while let member = try members.next() {
        let name = member.name.replacing("\\", with: "/")
        guard member.kind == .file, isWanted(name) else { continue }
        if member.isEncrypted {
          throw ByteSourceError(message: "encrypted; save it without a password")
        }
        let bytes = try Self.bytes(members, content, limit: rest)
        rest -= bytes.count
        parts[name] = bytes
      }
    } catch {
      self.error = error
    }
  }

  private static func bytes(
    _ members: ArchiveMembers, _ content: Content, limit: Int
  ) throws(ByteSourceError) -> [UInt8] {
    let reader = ByteReader(BudgetedBytes(members, content.budget))
    guard let bytes = reader.rest(limit: limit) else {
      throw ByteSourceError(
        message: "a document of more than \(sizeLimit >> 20) MB of text; split it")
    }
    if let error = reader.error { throw error }
    return Array(bytes)
  }

  /// Reads a part as XML; nothing where it is not there.
  func read(_ name: String, _ library: late_xml, to visitor: any MarkupVisitor) {
    parts[name]?.withUnsafeBufferPointer { MarkupEvents.read(xml: $0, library, to: visitor) }
  }
}

extension Content {
  /// The bytes of a document that is one XML file; nil, and told, for one that is too large.
  ///
  /// - Parameter kind: what it is called then, such as "a page".
  func flatDocument(
    _ kind: String, _ receive: (ReadingEvent) throws -> Void
  ) rethrows -> UnsafeBufferPointer<UInt8>? {
    if let bytes = whole(limit: ZipDocument.sizeLimit) { return bytes }
    let message = "\(kind) of more than \(ZipDocument.sizeLimit >> 20) MB; split it"
    try receive(failure(message))
    return nil
  }
}
