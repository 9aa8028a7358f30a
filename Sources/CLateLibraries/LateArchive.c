#include "LateArchive.h"

#include <pthread.h>

#include "LateLibrary.h"

static const late_function functions[] = {
  LATE_FUNCTION(late_archive, archive_read_new),
  LATE_FUNCTION(late_archive, archive_read_free),
  LATE_FUNCTION(late_archive, archive_read_support_filter_bzip2),
  LATE_FUNCTION(late_archive, archive_read_support_filter_compress),
  LATE_FUNCTION(late_archive, archive_read_support_filter_lzip),
  LATE_FUNCTION(late_archive, archive_read_support_filter_lzma),
  LATE_FUNCTION(late_archive, archive_read_support_filter_xz),
  LATE_FUNCTION(late_archive, archive_read_support_filter_zstd),
  LATE_FUNCTION(late_archive, archive_read_support_filter_lz4),
  LATE_FUNCTION(late_archive, archive_read_support_format_raw),
  LATE_FUNCTION(late_archive, archive_read_support_format_7zip),
  LATE_FUNCTION(late_archive, archive_read_support_format_ar),
  LATE_FUNCTION(late_archive, archive_read_support_format_cab),
  LATE_FUNCTION(late_archive, archive_read_support_format_cpio),
  LATE_FUNCTION(late_archive, archive_read_support_format_lha),
  LATE_FUNCTION(late_archive, archive_read_support_format_rar),
  LATE_FUNCTION(late_archive, archive_read_support_format_rar5),
  LATE_FUNCTION(late_archive, archive_read_support_format_tar),
  LATE_FUNCTION(late_archive, archive_read_support_format_zip),
  LATE_FUNCTION(late_archive, archive_read_set_read_callback),
  LATE_FUNCTION(late_archive, archive_read_set_seek_callback),
  LATE_FUNCTION(late_archive, archive_read_set_callback_data),
  LATE_FUNCTION(late_archive, archive_read_open1),
  LATE_FUNCTION(late_archive, archive_read_next_header),
  LATE_FUNCTION(late_archive, archive_read_data),
  LATE_FUNCTION(late_archive, archive_error_string),
  LATE_FUNCTION(late_archive, archive_entry_pathname),
  LATE_FUNCTION(late_archive, archive_entry_hardlink),
  LATE_FUNCTION(late_archive, archive_entry_filetype),
  LATE_FUNCTION(late_archive, archive_entry_size),
  LATE_FUNCTION(late_archive, archive_entry_is_data_encrypted),
};

// Apple's own copy has no header and is no promise; Homebrew's is not linked into its lib.
static const char *const files[] = {
#ifdef __APPLE__
  "/opt/homebrew/opt/libarchive/lib/libarchive.dylib",
  "/usr/local/opt/libarchive/lib/libarchive.dylib",
  "/usr/lib/libarchive.2.dylib",
#else
  "libarchive.so.13",
#endif
  NULL,
};

bool late_archive_open(const char *const *names, late_archive *table) {
  return late_open(names, functions, sizeof functions / sizeof *functions, table);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static late_archive shared;
static bool is_open;

static void open_shared(void) { is_open = late_archive_open(files, &shared); }

const late_archive *late_archive_functions(void) {
  pthread_once(&once, open_shared);
  return is_open ? &shared : NULL;
}
