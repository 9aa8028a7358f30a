internal import CPageSeals
internal import CSystemSQLite

/// What the checksums of a file's pages told a connection: every page is compared with its own when
/// first read (`CPageSeals`).
package struct PageSeals: Equatable, Sendable {
  /// Pages of the file have checksums.
  package let isSealed: Bool
  /// Pages read that another program wrote, so that nothing can be said of them.
  package let unverifiedPages: Int
  /// How many pages are not as they were written, of those read.
  package let refusedPages: Int
  /// The first of them.
  package let refusedPage: Int?

  /// Nil where there is no file.
  init?(of handle: OpaquePointer) {
    var state = page_seals_state()
    let code = sqlite3_file_control(handle, "main", Int32(PAGE_SEALS_STATE), &state)
    guard code == SQLITE_OK else { return nil }
    isSealed = state.is_sealed != 0
    unverifiedPages = Int(state.unverified)
    refusedPages = Int(state.refused_count)
    refusedPage = state.refused == 0 ? nil : Int(state.refused)
  }

  /// As ``unverifiedPages``, over all connections that this process has had.
  package static var unverifiedPagesOfProcess: Int { Int(page_seals_unverified()) }
}

/// The checksum of one page, for who reads a file without SQLite.
package enum PageSeal {
  /// True of a page that is as it was written.
  ///
  /// - Parameter number: From 1.
  package static func fits(_ page: UnsafeRawBufferPointer, number: Int) -> Bool {
    assert(page.count >= 512, "a page of \(page.count) bytes")
    guard let start = page.baseAddress else { return false }
    return page_seal_of(
      start.assumingMemoryBound(to: UInt8.self), UInt32(page.count), UInt32(number))
      == PAGE_SEAL_FITS
  }

  /// Bytes that it takes at the end of each page.
  package static let size = Int(PAGE_SEAL_SIZE)
}

extension Connection {
  /// Nil for a connection without a file.
  package func pageSeals() throws(SQLiteError) -> PageSeals? { PageSeals(of: try live()) }

  /// Leaves room for checksums in the pages of a file that has none yet; others stay as they are.
  package func setPageSeals() throws(SQLiteError) {
    var size = Int32(PageSeal.size)
    sqlite3_file_control(try live(), "main", SQLITE_FCNTL_RESERVE_BYTES, &size)
  }

  /// The pages that are not as they were written, the first thousand that a lenient connection read.
  package func refusedPages() throws(SQLiteError) -> [Int] {
    let handle = try live()
    var pages: [Int] = []
    var next = page_seals_refused()
    while sqlite3_file_control(handle, "main", Int32(PAGE_SEALS_REFUSED), &next) == SQLITE_OK,
      next.page != 0
    {
      pages.append(Int(next.page))
      next.place += 1
    }
    return pages.sorted()
  }

  /// Reads pages that are not as they were written all the same, noting them.
  package func setLenient(_ isLenient: Bool) throws(SQLiteError) {
    var value: Int32 = isLenient ? 1 : 0
    try control(PAGE_SEALS_LENIENT, &value)
  }

  /// Gives every page the checksum of what it holds.
  ///
  /// The caller has the file for itself, with no log beside it, and knows that it is sound.
  package func sealAllPages() throws(SQLiteError) {
    var none: Int32 = 0
    try control(PAGE_SEALS_SEAL_ALL, &none)
  }

  private func control(_ operation: Int, _ argument: inout Int32) throws(SQLiteError) {
    let code = sqlite3_file_control(try live(), "main", Int32(operation), &argument)
    guard code == SQLITE_OK else { throw error(code, sql: nil) }
  }
}
