#ifndef WSEARCH_SEALED_FILE_H
#define WSEARCH_SEALED_FILE_H

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

#include "include/CPageSeals.h"

/// A database's file over the system's own, which lies behind it in memory.
typedef struct SealedFile {
  sqlite3_file base;
  /// 0: not known yet, as of a file that is being made; 1: there are no seals.
  uint32_t page_size;
  /// One bit a page: it was compared.
  uint8_t *seen;
  uint32_t seen_count;
  /// The last page written before the file had a header, 0: none.
  uint32_t last_early;
  int is_lenient;
  int keeps_foreign;
  struct page_seals_state state;
  /// Pages that a lenient connection read all the same, the first of them.
  uint32_t *noted;
  /// Room for a page.
  uint8_t *copy;
} SealedFile;

static inline sqlite3_file *inner(sqlite3_file *file) { return (sqlite3_file *)((SealedFile *)file + 1); }

static inline const sqlite3_io_methods *methods_of(sqlite3_file *file) { return inner(file)->pMethods; }

/// Bytes of an open file over one of `below`.
size_t sealed_file_size(const sqlite3_vfs *below);

/// Opens a database's file; see `xOpen` of <https://sqlite.org/c3ref/vfs.html>.
int sealed_file_open(
    sqlite3_vfs *below, const char *name, sqlite3_file *file, int flags, int *outFlags);

// What a seal has a part in, as <https://sqlite.org/c3ref/io_methods.html> has it.

int sealed_file_read(sqlite3_file *base, void *into, int amount, sqlite3_int64 offset);
int sealed_file_fetch(sqlite3_file *base, sqlite3_int64 offset, int amount, void **bytes);
int sealed_file_write(
    sqlite3_file *base, const void *bytes, int amount, sqlite3_int64 offset);
int sealed_file_control(sqlite3_file *base, int code, void *argument);

#endif
