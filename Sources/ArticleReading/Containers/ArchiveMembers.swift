import CLateLibraries
import OperatingSystem

/// The members of an archive in their order; as a source, the bytes of the one given out last.
final class ArchiveMembers: ByteSource {
  struct Member: Equatable {
    enum Kind: Equatable {
      case file, folder, link, special
    }

    var name: String
    var kind: Kind
    var isEncrypted: Bool
    /// Bytes, 0 where it is not known.
    var size: Int
  }

  /// An archive inside another is held in memory where its list stands at its end.
  private static let nestedLimit = 96 << 20

  private let library: late_archive
  private let handle: ArchiveHandle

  init(_ content: Content) throws(ByteSourceError) {
    guard let library = content.libraries.archive() else { throw .archiveIsMissing }
    self.library = library.pointee
    handle = ArchiveHandle(library.pointee, try Self.place(of: content))
    handle.support([
      self.library.archive_read_support_format_zip, self.library.archive_read_support_format_tar,
      self.library.archive_read_support_format_7zip, self.library.archive_read_support_format_cpio,
      self.library.archive_read_support_format_ar, self.library.archive_read_support_format_rar,
      self.library.archive_read_support_format_rar5, self.library.archive_read_support_format_cab,
      self.library.archive_read_support_format_lha,
    ])
    try CharacterSet.utf8 { () throws(ByteSourceError) in try handle.open() }
  }

  private static func place(of content: Content) throws(ByteSourceError) -> ArchiveInput.Place {
    if let file = content.bytes.source as? FileBytes, let size = file.seekableSize {
      return .file(file, size: size)
    }
    let head = content.bytes.peek(6)
    let isStream = !head.starts(with: "PK".utf8) && !head.starts(with: "7z".utf8)
    if isStream { return .stream(content.bytes) }
    guard let bytes = content.whole(limit: nestedLimit) else {
      throw ByteSourceError(
        message:
          "an archive inside another of more than \(nestedLimit >> 20) MB; unpack the outer one")
    }
    return .memory(Array(bytes))
  }

  func next() throws(ByteSourceError) -> Member? {
    try CharacterSet.utf8 { () throws(ByteSourceError) in
      guard let entry = try handle.nextEntry() else { return nil }
      let name = library.archive_entry_pathname(entry).map { String(systemPath: $0) }
      return Member(
        name: name ?? "member without a name", kind: kind(of: entry),
        isEncrypted: library.archive_entry_is_data_encrypted(entry) != 0,
        size: Int(max(0, library.archive_entry_size(entry))))
    }
  }

  private func kind(of entry: OpaquePointer) -> Member.Kind {
    if library.archive_entry_hardlink(entry) != nil { return .link }
    return switch Int(library.archive_entry_filetype(entry)) & late_archive_kind_mask {
    // Some zip files say nothing of a member's kind.
    case late_archive_file, 0: .file
    case late_archive_folder: .folder
    case late_archive_link: .link
    default: .special
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    try handle.read(into: buffer)
  }
}

extension ArchiveMembers.Member {
  /// Why it is not read; nil where nothing is wrong with it.
  var problem: String? {
    switch kind {
    case .link: "a link, which leads nowhere inside an archive; unpack it to follow it"
    case .special: "a device or pipe, no file"
    case .file where isEncrypted: "encrypted; unpack it with its password"
    case .file where leadsOut: "its name leads out of the archive; unpack it under another"
    case .file, .folder: nil
    }
  }

  private var leadsOut: Bool {
    name.hasPrefix("/") || name.split { $0 == "/" || $0 == "\\" }.contains("..")
  }

  /// As the walker passes over hidden files, and what macOS adds.
  var isHidden: Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}
