#include <stdlib.h>
#include <string.h>

#include "SealedFile.h"

// What a sealed file does: reads and writes with a look at the seals, the rest handed on.

static int unfetch(sqlite3_file *base, sqlite3_int64 offset, void *bytes) {
  return methods_of(base)->xUnfetch(inner(base), offset, bytes);
}

static int close_file(sqlite3_file *base) {
  SealedFile *file = (SealedFile *)base;
  free(file->seen);
  free(file->copy);
  free(file->noted);
  file->seen = NULL, file->copy = NULL, file->noted = NULL;
  return methods_of(base)->xClose(inner(base));
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 size) {
  return methods_of(base)->xTruncate(inner(base), size);
}

static int sync_file(sqlite3_file *base, int flags) {
  return methods_of(base)->xSync(inner(base), flags);
}

static int file_size(sqlite3_file *base, sqlite3_int64 *size) {
  return methods_of(base)->xFileSize(inner(base), size);
}

static int lock(sqlite3_file *base, int level) { return methods_of(base)->xLock(inner(base), level); }

static int unlock(sqlite3_file *base, int level) {
  return methods_of(base)->xUnlock(inner(base), level);
}

static int check_reserved(sqlite3_file *base, int *result) {
  return methods_of(base)->xCheckReservedLock(inner(base), result);
}

static int sector_size(sqlite3_file *base) { return methods_of(base)->xSectorSize(inner(base)); }

static int characteristics(sqlite3_file *base) {
  // Newer versions of SQLite would read parts of pages, which have no seal.
  enum { READS_PARTS = 0x00008000 };
  return methods_of(base)->xDeviceCharacteristics(inner(base)) & ~READS_PARTS;
}

static int shm_map(sqlite3_file *base, int page, int size, int extends, void volatile **memory) {
  return methods_of(base)->xShmMap(inner(base), page, size, extends, memory);
}

static int shm_lock(sqlite3_file *base, int offset, int count, int flags) {
  return methods_of(base)->xShmLock(inner(base), offset, count, flags);
}

static void shm_barrier(sqlite3_file *base) { methods_of(base)->xShmBarrier(inner(base)); }

static int shm_unmap(sqlite3_file *base, int deletes) {
  return methods_of(base)->xShmUnmap(inner(base), deletes);
}

#define METHODS(version)                                                                         \
  {version, close_file, sealed_file_read, sealed_file_write, truncate_file, sync_file, file_size, \
   lock, unlock, check_reserved, sealed_file_control, sector_size, characteristics, shm_map,      \
   shm_lock, shm_barrier, shm_unmap, sealed_file_fetch, unfetch}

/// What a file can do is what the system's file can: a log in shared memory from 2 on, maps from 3.
static const sqlite3_io_methods methods[3] = {METHODS(1), METHODS(2), METHODS(3)};

size_t sealed_file_size(const sqlite3_vfs *below) {
  return sizeof(SealedFile) + (size_t)below->szOsFile;
}

int sealed_file_open(
    sqlite3_vfs *below, const char *name, sqlite3_file *base, int flags, int *outFlags) {
  memset(base, 0, sizeof(SealedFile));
  int code = below->xOpen(below, name, inner(base), flags, outFlags);
  if (code != SQLITE_OK) return code;
  int version = inner(base)->pMethods->iVersion;
  base->pMethods = &methods[version < 3 ? version - 1 : 2];
  return SQLITE_OK;
}
