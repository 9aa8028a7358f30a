#include <pthread.h>

#include "SealedFile.h"
#include "include/CPageSeals.h"

// The layer (https://sqlite.org/vfs.html): files of databases are sealed ones, all else is the
// system's own.

static sqlite3_vfs layer;
static sqlite3_vfs *below;
static int is_known;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int open_file(
    sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags) {
  (void)vfs;
  if (flags & SQLITE_OPEN_MAIN_DB) return sealed_file_open(below, name, file, flags, outFlags);
  return below->xOpen(below, name, file, flags, outFlags);
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int syncs) {
  (void)vfs;
  return below->xDelete(below, name, syncs);
}

static int access_file(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
  (void)vfs;
  return below->xAccess(below, name, flags, result);
}

static int full_name(sqlite3_vfs *vfs, const char *name, int size, char *full) {
  (void)vfs;
  return below->xFullPathname(below, name, size, full);
}

static int random_bytes(sqlite3_vfs *vfs, int count, char *bytes) {
  (void)vfs;
  return below->xRandomness(below, count, bytes);
}

static int sleep_for(sqlite3_vfs *vfs, int microseconds) {
  (void)vfs;
  return below->xSleep(below, microseconds);
}

static int time_now(sqlite3_vfs *vfs, double *days) {
  (void)vfs;
  return below->xCurrentTime(below, days);
}

static int last_error(sqlite3_vfs *vfs, int count, char *message) {
  (void)vfs;
  return below->xGetLastError(below, count, message);
}

static int exact_time(sqlite3_vfs *vfs, sqlite3_int64 *milliseconds) {
  (void)vfs;
  return below->xCurrentTimeInt64(below, milliseconds);
}

static void make_known(void) {
  below = sqlite3_vfs_find(NULL);
  if (!below || below->iVersion < 2) return;
  layer = (sqlite3_vfs){
      .iVersion = 2,
      .szOsFile = (int)sealed_file_size(below),
      .mxPathname = below->mxPathname,
      .zName = "wsearch-seals",
      .xOpen = open_file,
      .xDelete = delete_file,
      .xAccess = access_file,
      .xFullPathname = full_name,
      .xRandomness = random_bytes,
      .xSleep = sleep_for,
      .xCurrentTime = time_now,
      .xGetLastError = last_error,
      .xCurrentTimeInt64 = exact_time,
  };
  is_known = sqlite3_vfs_register(&layer, 0) == SQLITE_OK;
}

const char *page_seals_vfs(void) {
  pthread_once(&once, make_known);
  return is_known ? layer.zName : NULL;
}
