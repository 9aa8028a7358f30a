import CLateLibraries

/// Reads a mail's bytes with GMime and hands out its parts.
///
/// Everything that comes out is good while `body` runs.
struct MailLibrary {
  let mail: late_mail
  /// Whether the open mail's lines end as the standard says, by CR and LF.
  private(set) var hasStandardLines = false

  init(mail: late_mail) {
    self.mail = mail
  }

  /// Calls `body` with the mail; nil where GMime finds none.
  func withMail<R>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (MailPart?) throws -> R
  ) rethrows -> R {
    guard let mended = UnendedWords.mended(bytes) else { return try withSound(bytes, body) }
    return try mended.withUnsafeBufferPointer { try withSound($0, body) }
  }

  private func withSound<R>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (MailPart?) throws -> R
  ) rethrows -> R {
    var held = late_mail_bytes(
      data: UnsafeMutablePointer(mutating: bytes.baseAddress), len: UInt32(clamping: bytes.count))
    return try withUnsafeMutablePointer(to: &held) { held in
      guard let stream = mail.g_mime_stream_mem_new_with_byte_array(held) else {
        return try body(nil)
      }
      // GMime reads these bytes where they are: it neither writes to them nor frees them.
      mail.g_mime_stream_mem_set_owner(stream, 0)
      defer { unref(stream) }
      guard let parser = mail.g_mime_parser_new_with_stream(stream) else { return try body(nil) }
      defer { unref(parser) }
      let options = self.options()
      defer { mail.g_mime_parser_options_free(options) }
      guard let message = mail.g_mime_parser_construct_message(parser, options) else {
        return try body(nil)
      }
      defer { unref(message) }
      var library = self
      let line = bytes.prefix { $0 != 0x0a }
      library.hasStandardLines = line.last == 0x0d
      return try body(MailPart(library: library, object: message, kind: .message))
    }
  }

  /// Bytes of a header that are of no declared character set are UTF-8, else windows-1252.
  private func options() -> OpaquePointer? {
    guard let options = mail.g_mime_parser_options_new() else { return nil }
    "utf-8".withCString { first in
      "windows-1252".withCString { second in
        var names: [UnsafePointer<CChar>?] = [first, second, nil]
        mail.g_mime_parser_options_set_fallback_charsets(options, &names)
      }
    }
    return options
  }

  func unref(_ object: OpaquePointer) { mail.g_object_unref(UnsafeMutableRawPointer(object)) }

  func isA(_ object: OpaquePointer, _ type: late_mail_type) -> Bool {
    mail.g_type_check_instance_is_a(object, type) != 0
  }
}
