/// What a zip file is: a document of one of several kinds, a program, or an archive of files.
struct ZipKind {
  let content: ContentKind

  /// Nil when the bytes are no zip file's.
  init?(_ head: UnsafeBufferPointer<UInt8>, name: String) {
    guard
      head.begins(with: [0x50, 0x4b, 3, 4]) || head.begins(with: [0x50, 0x4b, 5, 6])
        || head.begins(with: [0x50, 0x4b, 0x30, 0x30, 0x50, 0x4b, 3, 4])
    else { return nil }
    let members = Self.members(head)
    content =
      Self.declared(head).map(Self.byType) ?? Self.byMembers(members, name) ?? .format(.archive)
  }

  /// The type in the first member, `mimetype`, where it is stored as it is.
  private static func declared(_ head: UnsafeBufferPointer<UInt8>) -> Substring? {
    guard head.count > 46, head[30..<38].elementsEqual("mimetype".utf8) else { return nil }
    let start = 38 + Int(head[28]) + Int(head[29]) << 8
    guard start < head.count else { return nil }
    let type = head[start...].prefix { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "P") }
    return type.starts(with: "application/".utf8) || type.starts(with: "image/".utf8)
      ? Substring(decoding: type, as: UTF8.self) : nil
  }

  private static func byType(_ type: Substring) -> ContentKind {
    if type.hasPrefix("application/epub") { return .format(.epub) }
    let isOpenDocument =
      type.contains("opendocument") || type.contains("sun.xml") || type.contains("openoffice")
    guard isOpenDocument else { return .format(.archive) }
    if type.contains("text") || type.contains("writer") { return .format(.odt) }
    if type.contains("spreadsheet") || type.contains("calc") {
      return .unread("a spreadsheet", isText: false)
    }
    if type.contains("presentation") || type.contains("impress") {
      return .unread("slides", isText: false)
    }
    return .unread("an OpenDocument drawing, formula or database", isText: false)
  }

  /// The names of members that the head shows, in their order.
  private static func members(_ head: UnsafeBufferPointer<UInt8>) -> [Substring] {
    var names: [Substring] = []
    var position = 0
    while position + 30 < head.count, names.count < 200 {
      guard head[position] == 0x50, head[position + 1] == 0x4b, head[position + 2] == 3,
        head[position + 3] == 4
      else {
        position += 1
        continue
      }
      let length = Int(head[position + 26]) + Int(head[position + 27]) << 8
      let name = head[(position + 30)...].prefix(length)
      names.append(Substring(decoding: name, as: UTF8.self).replacing("\\", with: "/"))
      position += 30
    }
    return names
  }

  private static func byMembers(_ members: [Substring], _ name: String) -> ContentKind? {
    func has(_ start: String) -> Bool { members.contains { $0.hasPrefix(start) } }
    if has("word/") { return .format(.docx) }
    if has("xl/") { return .unread("a spreadsheet (.xlsx)", isText: false) }
    if has("ppt/") { return .unread("slides (.pptx)", isText: false) }
    if has("visio/") { return .unread("a drawing (.vsdx)", isText: false) }
    if has("META-INF/container.xml") { return .format(.epub) }
    if has("Index/Document.iwa") || has("Index.zip") {
      return .unread("a document of Apple's iWork", isText: false)
    }
    if has("AndroidManifest.xml") || has("classes.dex") {
      return .unread("an Android program", isText: false)
    }
    if has("META-INF/MANIFEST.MF") { return .unread("a Java program", isText: false) }
    return byName(name, isPackage: has("[Content_Types].xml") || has("_rels/"))
  }

  /// By the name, where the head shows none of the members that tell.
  private static func byName(_ name: String, isPackage: Bool) -> ContentKind? {
    switch FileFormat(name: name) {
    case .docx where isPackage: .format(.docx)
    case .odt: .format(.odt)
    case .epub: .format(.epub)
    default:
      UnreadEndings.kind(name).map { .unread($0, isText: false) }
        ?? (isPackage ? .unread("an Office file", isText: false) : nil)
    }
  }
}
