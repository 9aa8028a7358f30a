internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// The pages of an index file as they lie there, in the state of its log, read without SQLite
/// (<https://sqlite.org/fileformat2.html>).
///
/// Whatever the bytes are, reading them ends.
final class RawFile {
  /// Of new files, for a file whose header cannot be read.
  private static let usualPageSize = 16384
  private static let magic = Array("SQLite format 3\0".utf8)

  let pageSize: Int
  /// Bytes of a page that SQLite uses: a checksum may follow.
  let usableSize: Int
  let pageCount: Int
  private let path: String
  private let descriptor: Int32
  private let log: RawLog?

  /// - Throws: ``ArticleIndexError`` when the file cannot be read.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, let size = FileSystem.size(path) else {
      throw ArticleIndexError.other(path: path, message: SystemError.last(path).description)
    }
    let header = Self.read(descriptor, at: 0, count: 100) ?? []
    let isReadable = header.starts(with: Self.magic)
    let stored = isReadable ? Int(header[16]) << 8 | Int(header[17]) : 0
    let isPower = stored >= 512 && stored & (stored - 1) == 0
    pageSize = isPower ? stored : Self.usualPageSize
    usableSize = pageSize - (isPower ? Int(header[20]) : PageSeal.size)
    log = RawLog(path + "-wal", pageSize: pageSize)
    pageCount = max(size / pageSize, log?.lastPage ?? 0)
  }

  deinit { close(descriptor) }

  /// The bytes of page `number` (from 1), as the last transaction left them; nil where the file ends
  /// before.
  func page(_ number: Int) -> [UInt8]? {
    guard 1...max(pageCount, 1) ~= number else { return nil }
    if let page = log?.page(number) { return page }
    return Self.read(descriptor, at: (number - 1) * pageSize, count: pageSize)
  }

  /// The pages that no tree uses, as far as their list can be followed.
  func freePages() -> Set<Int> {
    guard let first = page(1), first.starts(with: Self.magic) else { return [] }
    var free: Set<Int> = []
    var trunk = first.bigInteger(at: 32)
    while trunk != 0, free.insert(trunk).inserted, let page = page(trunk), isSound(page, trunk) {
      let count = min(page.bigInteger(at: 4), usableSize / 4 - 2)
      for place in 0..<count { free.insert(page.bigInteger(at: 8 + 4 * place)) }
      trunk = page.bigInteger(at: 0)
    }
    return free
  }

  /// Without checksums, or out of the log, a page is taken for what it says.
  private func isSound(_ page: [UInt8], _ number: Int) -> Bool {
    usableSize != pageSize - PageSeal.size || log?.page(number) != nil
      || page.withUnsafeBytes { PageSeal.fits($0, number: number) }
  }

  static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
          off_t(offset + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { break }
        filled += read
      }
    }
    return bytes.count == count ? bytes : nil
  }
}

extension [UInt8] {
  /// The four bytes at `offset`, high ones first; 0 behind the end.
  func bigInteger(at offset: Int) -> Int {
    guard offset >= 0, offset + 4 <= count else { return 0 }
    return self[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
