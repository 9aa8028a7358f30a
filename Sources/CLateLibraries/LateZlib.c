#include "LateZlib.h"

#include <pthread.h>

#include "LateLibrary.h"

static const late_function functions[] = {
  LATE_FUNCTION(late_zlib, inflateInit2_),
  LATE_FUNCTION(late_zlib, inflate),
  LATE_FUNCTION(late_zlib, inflateReset),
  LATE_FUNCTION(late_zlib, inflateEnd),
  LATE_FUNCTION(late_zlib, deflateInit2_),
  LATE_FUNCTION(late_zlib, deflate),
  LATE_FUNCTION(late_zlib, deflateEnd),
};

static const char *const files[] = {
#ifdef __APPLE__
  "/usr/lib/libz.1.dylib",
  "/opt/homebrew/opt/zlib/lib/libz.dylib",
  "/usr/local/opt/zlib/lib/libz.dylib",
#else
  "libz.so.1",
#endif
  NULL,
};

bool late_zlib_open(const char *const *names, late_zlib *table) {
  return late_open(names, functions, sizeof functions / sizeof *functions, table);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static late_zlib shared;
static bool is_open;

static void open_shared(void) { is_open = late_zlib_open(files, &shared); }

const late_zlib *late_zlib_functions(void) {
  pthread_once(&once, open_shared);
  return is_open ? &shared : NULL;
}
