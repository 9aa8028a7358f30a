#ifndef LateIconv_h
#define LateIconv_h

#include <stdbool.h>
#include <stddef.h>

/// What is used of iconv (POSIX), which is part of the C library or stands beside it.
typedef struct late_iconv {
  /// `(void *)-1` for names that are not known.
  void *_Nullable (*_Nonnull iconv_open)(const char *_Nonnull to, const char *_Nonnull from);
  size_t (*_Nonnull iconv)(
      void *_Nonnull converter, char *_Nullable *_Nullable input, size_t *_Nullable input_left,
      char *_Nullable *_Nullable output, size_t *_Nullable output_left);
  int (*_Nonnull iconv_close)(void *_Nonnull converter);
} late_iconv;

/// iconv, opened on the first call, from any thread; NULL when there is none.
const late_iconv *_Nullable late_iconv_functions(void);

#endif
