// Seals: a checksum in the last eight bytes of every page of a database file, which SQLite leaves to
// whoever asks for them (the file's "reserved" bytes) and any SQLite reads past.
//
// A page is verified when a connection first reads it and sealed whenever it is written into the file,
// by a layer between SQLite and the system (a "VFS"). What SQLite writes without this layer keeps the
// seals that were there: they no longer fit.
#ifndef WSEARCH_PAGE_SEALS_H
#define WSEARCH_PAGE_SEALS_H

#include <stdint.h>

/// Bytes of a page that a seal takes.
enum { PAGE_SEAL_SIZE = 8 };

/// What SQLite gives for a page whose seal does not fit: `SQLITE_IOERR_DATA`.
enum { PAGE_SEALS_REFUSAL = 8202 };

/// What a connection has met; see `PAGE_SEALS_STATE`.
struct page_seals_state {
  /// The pages of the file have seals.
  int is_sealed;
  /// Pages read that another program wrote, told by page 1.
  uint32_t unverified;
  /// Pages that were refused, or would have been.
  uint32_t refused_count;
  /// The first of them.
  uint32_t refused;
};

/// One of the pages that a lenient connection read all the same.
struct page_seals_refused {
  /// From 0, in the order of reading.
  uint32_t place;
  /// 0 behind the last that was noted.
  uint32_t page;
};

/// Opcodes for `sqlite3_file_control`.
enum {
  /// Fills a `struct page_seals_state`.
  PAGE_SEALS_STATE = 0x77730001,
  /// Takes an int: not 0, pages whose seal does not fit are counted and read all the same.
  PAGE_SEALS_LENIENT = 0x77730002,
  /// Seals every page whose seal does not fit; for who holds the file alone, without a log.
  PAGE_SEALS_SEAL_ALL = 0x77730003,
  /// Fills in the page of a `struct page_seals_refused`.
  PAGE_SEALS_REFUSED = 0x77730004,
};

/// What a page's last eight bytes say.
enum page_seal {
  /// As it was written.
  PAGE_SEAL_FITS = 0,
  /// A page that this layer had read and a connection without it wrote.
  PAGE_SEAL_OPEN = 1,
  PAGE_SEAL_BROKEN = 2,
  /// Page 1 alone: another program has written the file since it was sealed.
  PAGE_SEAL_FOREIGN = 3,
};

/// The name of the layer, once it is known to SQLite; NULL when it cannot be.
const char *page_seals_vfs(void);

/// Pages that connections of this process read without a fitting seal, another program having
/// written them.
uint64_t page_seals_unverified(void);

/// Looks at the seal of page `number` (from 1), `size` bytes long.
enum page_seal page_seal_of(const uint8_t *page, uint32_t size, uint32_t number);

/// Writes the seal of page `number` into its last eight bytes.
void page_seal_put(uint8_t *page, uint32_t size, uint32_t number);

/// CRC32C of `count` bytes, going on from `crc` (0 at first).
uint32_t page_seals_crc32c(uint32_t crc, const uint8_t *bytes, uint64_t count);

#endif
