import CLateLibraries

extension Packing {
  /// The bytes of `content`, unpacked.
  func source(of content: Content) throws(ByteSourceError) -> any ByteSource {
    switch self {
    case .gzip, .zlib:
      guard let zlib = content.libraries.zlib() else { throw .zlibIsMissing }
      return GzipBytes(content.bytes, zlib.pointee, wrapping: self == .gzip ? .gzip : .zlib)
    case .other:
      guard let library = content.libraries.archive() else { throw .archiveIsMissing }
      return try PackedBytes(content.bytes, library.pointee)
    }
  }
}

/// The unpacked bytes of one packed file, by libarchive: bzip2, xz, zstd and their kin.
final class PackedBytes: ByteSource {
  private let handle: ArchiveHandle

  init(_ packed: ByteReader, _ library: late_archive) throws(ByteSourceError) {
    handle = ArchiveHandle(library, .stream(packed))
    handle.support([
      library.archive_read_support_filter_bzip2, library.archive_read_support_filter_compress,
      library.archive_read_support_filter_lzip, library.archive_read_support_filter_lzma,
      library.archive_read_support_filter_xz, library.archive_read_support_filter_zstd,
      library.archive_read_support_filter_lz4, library.archive_read_support_format_raw,
    ])
    try handle.open()
    guard try handle.nextEntry() != nil else {
      throw ByteSourceError(message: "the packed file is empty; fetch it again")
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    try handle.read(into: buffer)
  }
}
