import CLateLibraries

/// A mail or a part of one, as GMime sees it; good while the mail is open.
struct MailPart {
  enum Kind {
    case message, parts, attachedMessage, leaf
  }

  let library: MailLibrary
  let object: OpaquePointer
  let kind: Kind

  init(library: MailLibrary, object: OpaquePointer, kind: Kind) {
    (self.library, self.object, self.kind) = (library, object, kind)
  }

  private init(_ library: MailLibrary, _ object: OpaquePointer) {
    self.library = library
    self.object = object
    let mail = library.mail
    if library.isA(object, mail.g_mime_multipart_get_type()) {
      kind = .parts
    } else if library.isA(object, mail.g_mime_message_part_get_type()) {
      kind = .attachedMessage
    } else {
      kind = .leaf
    }
  }

  /// What is directly inside: a mail's content, the parts of a part, the mail that is attached.
  var parts: [MailPart] {
    let mail = library.mail
    switch kind {
    case .message:
      return mail.g_mime_message_get_mime_part(object).map { [MailPart(library, $0)] } ?? []
    case .parts:
      return (0..<max(0, mail.g_mime_multipart_get_count(object))).compactMap { index in
        mail.g_mime_multipart_get_part(object, index).map { MailPart(library, $0) }
      }
    case .attachedMessage:
      return mail.g_mime_message_part_get_message(object).map {
        [MailPart(library: library, object: $0, kind: .message)]
      } ?? []
    case .leaf: return []
    }
  }

  /// A header's text, its words decoded, on one line; nil where it is absent or empty.
  subscript(header name: String) -> String? {
    guard let value = library.mail.g_mime_object_get_header(object, name) else { return nil }
    let words = String(cString: value).split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// `text/html`, in lower case; plain text where what is declared is no type (RFC 2045, 5.2).
  var type: String {
    let mail = library.mail
    if kind == .leaf, !declaresType { return "text/plain" }
    guard let type = mail.g_mime_object_get_content_type(object),
      let first = mail.g_mime_content_type_get_media_type(type),
      let second = mail.g_mime_content_type_get_media_subtype(type)
    else { return "text/plain" }
    return "\(String(cString: first))/\(String(cString: second))".lowercased()
  }

  /// True unless the header is there and names no type and subtype.
  private var declaresType: Bool {
    guard var place = library.mail.g_mime_object_get_header(object, "Content-Type") else {
      return true
    }
    while place.pointee != 0, place.pointee != 0x3b {
      if place.pointee == 0x2f { return true }
      place += 1
    }
    return false
  }

  /// A parameter of the type, such as `charset`.
  func parameter(_ name: String) -> String? {
    library.mail.g_mime_object_get_content_type_parameter(object, name)
      .map { String(cString: $0) }
  }

  var fileName: String? {
    guard library.isA(object, library.mail.g_mime_part_get_type()),
      let name = library.mail.g_mime_part_get_filename(object)
    else { return nil }
    return String(cString: name)
  }

  var isAttachment: Bool {
    library.mail.g_mime_object_get_disposition(object)
      .map { String(cString: $0).lowercased() == "attachment" } ?? false
  }

  /// A leaf's bytes, out of base64 or quoted-printable.
  var bytes: [UInt8] {
    let mail = library.mail
    guard library.isA(object, mail.g_mime_part_get_type()),
      let content = mail.g_mime_part_get_content(object)
    else { return [] }
    return written { mail.g_mime_data_wrapper_write_to_stream(content, $0) }
  }

  /// The part as the mail holds it, its head included.
  var source: [UInt8] {
    let lines = written { library.mail.g_mime_object_write_to_stream(object, nil, $0) }
    // GMime writes lines with LF alone.
    return library.hasStandardLines ? lines.flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] } : lines
  }

  private func written(_ write: (OpaquePointer) -> Int) -> [UInt8] {
    let mail = library.mail
    guard let memory = mail.g_mime_stream_mem_new() else { return [] }
    defer { library.unref(memory) }
    _ = write(memory)
    guard let held = mail.g_mime_stream_mem_get_byte_array(memory) else { return [] }
    return Array(UnsafeBufferPointer(start: held.pointee.data, count: Int(held.pointee.len)))
  }

  /// A leaf's text, in the character set that it declares.
  var text: String {
    bytes.withUnsafeBufferPointer { DecodedText.text($0, charset: parameter("charset")) }
  }
}
