#ifndef LateZlib_h
#define LateZlib_h

#include <stdbool.h>
#include <stddef.h>

#include "LateZlibTypes.h"

/// Values of zlib.h, by its names: Z_OK, Z_STREAM_END, Z_BUF_ERROR, Z_NO_FLUSH, Z_FINISH, Z_DEFLATED.
enum {
  late_zlib_ok = 0,
  late_zlib_stream_end = 1,
  late_zlib_buf_error = -5,
  late_zlib_no_flush = 0,
  late_zlib_finish = 4,
  late_zlib_deflated = 8,
};

/// The version that the layouts are of; zlib compares the first character.
#define LATE_ZLIB_VERSION "1"

/// What is used of zlib; only tests deflate.
typedef struct late_zlib {
  int (*_Nonnull inflateInit2_)(
      late_zlib_stream *_Nonnull stream, int window_bits, const char *_Nonnull version, int size);
  int (*_Nonnull inflate)(late_zlib_stream *_Nonnull stream, int flush);
  int (*_Nonnull inflateReset)(late_zlib_stream *_Nonnull stream);
  int (*_Nonnull inflateEnd)(late_zlib_stream *_Nonnull stream);
  int (*_Nonnull deflateInit2_)(
      late_zlib_stream *_Nonnull stream, int level, int method, int window_bits, int memory,
      int strategy, const char *_Nonnull version, int size);
  int (*_Nonnull deflate)(late_zlib_stream *_Nonnull stream, int flush);
  int (*_Nonnull deflateEnd)(late_zlib_stream *_Nonnull stream);
} late_zlib;

/// zlib, opened on the first call, from any thread; NULL when it is not installed.
const late_zlib *_Nullable late_zlib_functions(void);

/// Opens zlib from one of these files, a list that ends with NULL; false when none will do.
bool late_zlib_open(const char *_Nullable const *_Nonnull files, late_zlib *_Nonnull table);

#endif
