#include "SealedFile.h"

#include <stdlib.h>
#include <string.h>

#include "PageSeal.h"

// The file of a database between SQLite and the system's file: what is read is compared with its seal,
// what is written gets one. All else is handed on. A file whose header does not leave room for seals,
// or that is none of ours, is handed on whole.

_Static_assert(PAGE_SEALS_REFUSAL == SQLITE_IOERR_DATA, "the code that SQLite has for it");

enum { HEADER_SIZE = 100, LARGEST_PAGE = 65536, RETRIES = 3, MOST_NOTED = 1024 };

static uint64_t all_unverified;

uint64_t page_seals_unverified(void) { return __atomic_load_n(&all_unverified, __ATOMIC_RELAXED); }

// MARK: - What the file is

static void learn(SealedFile *file, const uint8_t *header) {
  uint32_t size = (uint32_t)header[16] << 8 | header[17];
  if (size == 1) size = LARGEST_PAGE;
  int isPower = size >= 512 && (size & (size - 1)) == 0;
  int isSealed = memcmp(header, "SQLite format 3", 16) == 0 && header[20] == PAGE_SEAL_SIZE;
  file->page_size = isPower && isSealed ? size : 1;
  file->state.is_sealed = file->page_size > 1;
}

static void look_at_header(SealedFile *file) {
  uint8_t header[HEADER_SIZE];
  sqlite3_file *below = inner(&file->base);
  int code = below->pMethods->xRead(below, header, HEADER_SIZE, 0);
  // Zeros stand before a page that was written earlier.
  if (code == SQLITE_OK && header[0] != 0) learn(file, header);
}

/// The page that `amount` bytes at `offset` are; 0: none.
static uint32_t page_at(SealedFile *file, int amount, sqlite3_int64 offset) {
  if (file->page_size == 0) look_at_header(file);
  if (file->page_size <= 1 || (uint32_t)amount != file->page_size) return 0;
  return offset % amount == 0 ? (uint32_t)(offset / amount) + 1 : 0;
}

// MARK: - Pages that were compared

static int is_seen(const SealedFile *file, uint32_t page) {
  return page < file->seen_count && (file->seen[page / 8] >> (page % 8) & 1);
}

static void set_seen(SealedFile *file, uint32_t page) {
  if (page >= file->seen_count) {
    uint32_t count = (page / 4096 + 2) * 4096;
    uint8_t *grown = realloc(file->seen, count / 8);
    if (!grown) return;
    memset(grown + file->seen_count / 8, 0, (count - file->seen_count) / 8);
    file->seen = grown, file->seen_count = count;
  }
  file->seen[page / 8] |= (uint8_t)(1 << (page % 8));
}

static int has_copy(SealedFile *file) {
  if (!file->copy) file->copy = malloc(LARGEST_PAGE);
  return file->copy != NULL;
}

// MARK: - Comparing

/// What page 1, as it lies in the file, says of the whole file.
///
/// Another process may be writing it just now: what does not fit is looked at again.
static enum page_seal file_seal(SealedFile *file) {
  uint8_t *page = malloc(file->page_size);
  enum page_seal seal = PAGE_SEAL_BROKEN;
  sqlite3_file *below = inner(&file->base);
  for (int tries = 0; page && tries < RETRIES && seal == PAGE_SEAL_BROKEN; tries++) {
    if (tries > 0) sqlite3_sleep(2);
    if (below->pMethods->xRead(below, page, (int)file->page_size, 0) != SQLITE_OK) break;
    seal = page_seal_of(page, file->page_size, 1);
  }
  free(page);
  return seal;
}

static void count_unverified(SealedFile *file) {
  file->state.unverified++;
  __atomic_add_fetch(&all_unverified, 1, __ATOMIC_RELAXED);
}

static void note_refused(SealedFile *file, uint32_t page) {
  uint32_t place = file->state.refused_count++;
  if (place == 0) file->state.refused = page;
  if (!file->is_lenient || place >= MOST_NOTED) return;
  if (!file->noted) file->noted = calloc(MOST_NOTED, sizeof(uint32_t));
  if (file->noted) file->noted[place] = page;
}

/// Compares a page that was read with its seal, the first time.
///
/// Where page 1 says that another program has written the file, what does not fit may well be its
/// work. Page 1 itself is then no more than what says so.
static int compare(SealedFile *file, const uint8_t *bytes, uint32_t page) {
  if (is_seen(file, page)) return SQLITE_OK;
  enum page_seal seal = page_seal_of(bytes, file->page_size, page);
  if (seal == PAGE_SEAL_BROKEN && page > 1) {
    enum page_seal whole = file_seal(file);
    if (whole == PAGE_SEAL_OPEN || whole == PAGE_SEAL_FOREIGN) seal = PAGE_SEAL_FOREIGN;
  }
  if (seal == PAGE_SEAL_BROKEN) {
    note_refused(file, page);
    if (!file->is_lenient) return PAGE_SEALS_REFUSAL;
    set_seen(file, page);
    return SQLITE_OK;
  }
  if (seal != PAGE_SEAL_FITS && page > 1) count_unverified(file);
  set_seen(file, page);
  return SQLITE_OK;
}

/// Compares the page that a part is read of: some versions of SQLite read long values so.
static int compare_whole(SealedFile *file, sqlite3_int64 offset) {
  if (file->page_size <= 1 || offset < HEADER_SIZE) return SQLITE_OK;
  int size = (int)file->page_size;
  uint32_t page = (uint32_t)(offset / size) + 1;
  if (is_seen(file, page)) return SQLITE_OK;
  if (!has_copy(file)) return SQLITE_NOMEM;
  sqlite3_file *below = inner(&file->base);
  int code = below->pMethods->xRead(below, file->copy, size, offset - offset % size);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
  return compare(file, file->copy, page);
}

int sealed_file_read(sqlite3_file *base, void *into, int amount, sqlite3_int64 offset) {
  SealedFile *file = (SealedFile *)base;
  int code = methods_of(base)->xRead(inner(base), into, amount, offset);
  // SQLite takes a page that is cut off for one of zeros.
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
  uint32_t page = page_at(file, amount, offset);
  if (page == 0) return code == SQLITE_OK ? compare_whole(file, offset) : code;
  code = compare(file, into, page);
  if (code == SQLITE_OK) page_seal_leave_open(into, file->page_size, page);
  return code;
}

int sealed_file_fetch(sqlite3_file *base, sqlite3_int64 offset, int amount, void **bytes) {
  SealedFile *file = (SealedFile *)base;
  int code = methods_of(base)->xFetch(inner(base), offset, amount, bytes);
  uint32_t page = code == SQLITE_OK && *bytes ? page_at(file, amount, offset) : 0;
  if (page == 0) return code;
  code = compare(file, *bytes, page);
  if (code == SQLITE_OK) return code;
  methods_of(base)->xUnfetch(inner(base), offset, *bytes);
  *bytes = NULL;
  return code;
}

// MARK: - Sealing

/// A file that another program has written stays known as such: page 1 is left open.
static void seal(SealedFile *file, uint32_t page) {
  if (page == 1 && file->keeps_foreign) {
    page_seal_leave_open(file->copy, file->page_size, page);
  } else {
    page_seal_put(file->copy, file->page_size, page);
  }
}

static int is_foreign(SealedFile *file) {
  sqlite3_int64 size = 0;
  sqlite3_file *below = inner(&file->base);
  if (below->pMethods->xFileSize(below, &size) != SQLITE_OK || size < file->page_size) return 0;
  enum page_seal whole = file_seal(file);
  return whole == PAGE_SEAL_OPEN || whole == PAGE_SEAL_FOREIGN;
}

/// Seals the pages from `last` down to `first` whose seal does not fit.
static int seal_pages(SealedFile *file, uint32_t first, uint32_t last) {
  sqlite3_file *below = inner(&file->base);
  int size = (int)file->page_size;
  if (!has_copy(file)) return SQLITE_NOMEM;
  for (uint32_t page = last; page >= first; page--) {
    sqlite3_int64 offset = (sqlite3_int64)(page - 1) * size;
    int code = below->pMethods->xRead(below, file->copy, size, offset);
    if (code == SQLITE_IOERR_SHORT_READ) continue;
    if (code != SQLITE_OK) return code;
    if (page_seal_of(file->copy, file->page_size, page) == PAGE_SEAL_FITS) continue;
    page_seal_put(file->copy, file->page_size, page);
    code = below->pMethods->xWrite(below, file->copy, size, offset);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

/// Notes a page that is written before the file has a header, as where a cache is too small for a new
/// file: whether it is to have a seal, page 1 will say.
static void note_early(SealedFile *file, int amount, sqlite3_int64 offset) {
  if (offset == 0 || amount < 512 || offset % amount != 0) return;
  uint32_t page = (uint32_t)(offset / amount) + 1;
  if (page > file->last_early) file->last_early = page;
}

static int seal_early(SealedFile *file) {
  uint32_t last = file->last_early;
  file->last_early = 0;
  return file->page_size > 1 && last > 1 ? seal_pages(file, 2, last) : SQLITE_OK;
}

int sealed_file_write(sqlite3_file *base, const void *bytes, int amount, sqlite3_int64 offset) {
  SealedFile *file = (SealedFile *)base;
  if (offset == 0 && amount >= HEADER_SIZE) {
    learn(file, bytes);
    if (file->page_size > 1) file->keeps_foreign = is_foreign(file);
    int code = seal_early(file);
    if (code != SQLITE_OK) return code;
  }
  uint32_t page = page_at(file, amount, offset);
  if (file->page_size == 0) note_early(file, amount, offset);
  if (page == 0) return methods_of(base)->xWrite(inner(base), bytes, amount, offset);
  if (!has_copy(file)) return SQLITE_NOMEM;
  memcpy(file->copy, bytes, (size_t)amount);
  seal(file, page);
  set_seen(file, page);
  return methods_of(base)->xWrite(inner(base), file->copy, amount, offset);
}

/// The first page comes last: it says of the whole that it is sealed.
static int seal_all(SealedFile *file) {
  sqlite3_file *below = inner(&file->base);
  sqlite3_int64 size = 0;
  int code = below->pMethods->xFileSize(below, &size);
  if (code != SQLITE_OK || file->page_size <= 1) return code;
  code = seal_pages(file, 1, (uint32_t)(size / file->page_size));
  if (code != SQLITE_OK) return code;
  file->keeps_foreign = 0;
  return below->pMethods->xSync(below, SQLITE_SYNC_NORMAL);
}

int sealed_file_control(sqlite3_file *base, int code, void *argument) {
  SealedFile *file = (SealedFile *)base;
  switch (code) {
    case PAGE_SEALS_STATE:
      if (file->page_size == 0) look_at_header(file);
      *(struct page_seals_state *)argument = file->state;
      return SQLITE_OK;
    case PAGE_SEALS_LENIENT:
      file->is_lenient = *(int *)argument;
      return SQLITE_OK;
    case PAGE_SEALS_REFUSED: {
      struct page_seals_refused *asked = argument;
      int isNoted = asked->place < MOST_NOTED && asked->place < file->state.refused_count;
      asked->page = isNoted && file->noted ? file->noted[asked->place] : 0;
      return SQLITE_OK;
    }
    case PAGE_SEALS_SEAL_ALL:
      return seal_all(file);
    default:
      return methods_of(base)->xFileControl(inner(base), code, argument);
  }
}
