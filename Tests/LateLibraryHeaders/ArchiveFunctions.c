// The table of LateArchive.h against the functions of libarchive, compiled with libarchive's own types.

#include "LateLibraryHeaders.h"

#if __has_include(<archive.h>)

#include <archive.h>
#include <archive_entry.h>

#define LateArchiveTypes_h
typedef struct archive late_archive_reader;
typedef struct archive_entry late_archive_entry;

#include "LateArchive.h"

#include "Comparison.h"

SAME_FUNCTION(late_archive, archive_read_new);
SAME_FUNCTION(late_archive, archive_read_free);
SAME_FUNCTION(late_archive, archive_read_support_filter_bzip2);
SAME_FUNCTION(late_archive, archive_read_support_filter_compress);
SAME_FUNCTION(late_archive, archive_read_support_filter_lzip);
SAME_FUNCTION(late_archive, archive_read_support_filter_lzma);
SAME_FUNCTION(late_archive, archive_read_support_filter_xz);
SAME_FUNCTION(late_archive, archive_read_support_filter_zstd);
SAME_FUNCTION(late_archive, archive_read_support_filter_lz4);
SAME_FUNCTION(late_archive, archive_read_support_format_raw);
SAME_FUNCTION(late_archive, archive_read_support_format_7zip);
SAME_FUNCTION(late_archive, archive_read_support_format_ar);
SAME_FUNCTION(late_archive, archive_read_support_format_cab);
SAME_FUNCTION(late_archive, archive_read_support_format_cpio);
SAME_FUNCTION(late_archive, archive_read_support_format_lha);
SAME_FUNCTION(late_archive, archive_read_support_format_rar);
SAME_FUNCTION(late_archive, archive_read_support_format_rar5);
SAME_FUNCTION(late_archive, archive_read_support_format_tar);
SAME_FUNCTION(late_archive, archive_read_support_format_zip);
SAME_FUNCTION(late_archive, archive_read_set_read_callback);
SAME_FUNCTION(late_archive, archive_read_set_seek_callback);
SAME_FUNCTION(late_archive, archive_read_set_callback_data);
SAME_FUNCTION(late_archive, archive_read_open1);
SAME_FUNCTION(late_archive, archive_read_next_header);
SAME_FUNCTION(late_archive, archive_read_data);
SAME_FUNCTION(late_archive, archive_error_string);
SAME_FUNCTION(late_archive, archive_entry_pathname);
SAME_FUNCTION(late_archive, archive_entry_hardlink);
SAME_FUNCTION(late_archive, archive_entry_filetype);
SAME_FUNCTION(late_archive, archive_entry_size);
SAME_FUNCTION(late_archive, archive_entry_is_data_encrypted);

SAME_VALUE(late_archive_eof, ARCHIVE_EOF);
SAME_VALUE(late_archive_ok, ARCHIVE_OK);
SAME_VALUE(late_archive_retry, ARCHIVE_RETRY);
SAME_VALUE(late_archive_warn, ARCHIVE_WARN);
SAME_VALUE(late_archive_failed, ARCHIVE_FAILED);
SAME_VALUE(late_archive_fatal, ARCHIVE_FATAL);
SAME_VALUE(late_archive_kind_mask, AE_IFMT);
SAME_VALUE(late_archive_file, AE_IFREG);
SAME_VALUE(late_archive_folder, AE_IFDIR);
SAME_VALUE(late_archive_link, AE_IFLNK);

const bool late_archive_is_compared = true;

#else
const bool late_archive_is_compared = false;
#endif
