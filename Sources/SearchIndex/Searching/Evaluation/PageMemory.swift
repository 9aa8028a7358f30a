internal import Foundation

/// Zeroed memory straight from the system, in pages as large as there are: what is read here and
/// there over many megabytes would else spend its time on the tables of small pages.
final class PageMemory {
  /// What a large page of the machines we know holds.
  static let largePage = 1 << 21

  let start: UnsafeMutableRawPointer
  let byteCount: Int

  /// Memory that cannot be had ends the process, as it does everywhere in Swift.
  init(byteCount: Int) {
    self.byteCount = max(byteCount, 1)
    let access = PROT_READ | PROT_WRITE
    guard
      let start = mmap(nil, self.byteCount, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { preconditionFailure("out of memory for \(byteCount) bytes") }
    self.start = start
    #if os(Linux)
      if byteCount >= Self.largePage { madvise(start, byteCount, MADV_HUGEPAGE) }
    #endif
  }

  deinit { munmap(start, byteCount) }
}
