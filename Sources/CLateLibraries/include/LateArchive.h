#ifndef LateArchive_h
#define LateArchive_h

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "LateArchiveTypes.h"

/// Values of archive.h: ARCHIVE_EOF, ARCHIVE_OK, ARCHIVE_RETRY, ARCHIVE_WARN, ARCHIVE_FAILED, ARCHIVE_FATAL.
enum {
  late_archive_eof = 1,
  late_archive_ok = 0,
  late_archive_retry = -10,
  late_archive_warn = -20,
  late_archive_failed = -25,
  late_archive_fatal = -30,
};

/// Kinds of members: AE_IFMT, AE_IFREG, AE_IFDIR, AE_IFLNK.
enum {
  late_archive_kind_mask = 0170000,
  late_archive_file = 0100000,
  late_archive_folder = 0040000,
  late_archive_link = 0120000,
};

/// Gives the next bytes of a packed file; 0 at the end, negative where they cannot be had.
typedef ssize_t (*late_archive_read)(
    late_archive_reader *_Nonnull reader, void *_Nullable data,
    const void *_Nullable *_Nonnull bytes);
/// Goes elsewhere in a packed file and gives the new offset.
typedef int64_t (*late_archive_seek)(
    late_archive_reader *_Nonnull reader, void *_Nullable data, int64_t offset, int whence);

/// What is used of libarchive.
typedef struct late_archive {
  late_archive_reader *_Nullable (*_Nonnull archive_read_new)(void);
  int (*_Nonnull archive_read_free)(late_archive_reader *_Nullable reader);
  int (*_Nonnull archive_read_support_filter_bzip2)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_filter_compress)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_filter_lzip)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_filter_lzma)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_filter_xz)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_filter_zstd)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_filter_lz4)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_raw)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_7zip)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_ar)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_cab)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_cpio)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_lha)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_rar)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_rar5)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_tar)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_support_format_zip)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_set_read_callback)(
      late_archive_reader *_Nonnull reader, late_archive_read _Nullable read);
  int (*_Nonnull archive_read_set_seek_callback)(
      late_archive_reader *_Nonnull reader, late_archive_seek _Nullable seek);
  int (*_Nonnull archive_read_set_callback_data)(
      late_archive_reader *_Nonnull reader, void *_Nullable data);
  int (*_Nonnull archive_read_open1)(late_archive_reader *_Nonnull reader);
  int (*_Nonnull archive_read_next_header)(
      late_archive_reader *_Nonnull reader, late_archive_entry *_Nullable *_Nonnull entry);
  ssize_t (*_Nonnull archive_read_data)(
      late_archive_reader *_Nonnull reader, void *_Nullable buffer, size_t count);
  const char *_Nullable (*_Nonnull archive_error_string)(late_archive_reader *_Nonnull reader);
  const char *_Nullable (*_Nonnull archive_entry_pathname)(late_archive_entry *_Nonnull entry);
  const char *_Nullable (*_Nonnull archive_entry_hardlink)(late_archive_entry *_Nonnull entry);
  mode_t (*_Nonnull archive_entry_filetype)(late_archive_entry *_Nonnull entry);
  int64_t (*_Nonnull archive_entry_size)(late_archive_entry *_Nonnull entry);
  int (*_Nonnull archive_entry_is_data_encrypted)(late_archive_entry *_Nonnull entry);
} late_archive;

/// libarchive, opened on the first call, from any thread; NULL when it is not installed.
const late_archive *_Nullable late_archive_functions(void);

/// Opens libarchive from one of these files, a list that ends with NULL; false when none will do.
bool late_archive_open(const char *_Nullable const *_Nonnull files, late_archive *_Nonnull table);

#endif
