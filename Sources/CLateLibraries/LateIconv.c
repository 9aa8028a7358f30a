#include "LateIconv.h"

#include <pthread.h>

#include "LateLibrary.h"

static const late_function functions[] = {
  LATE_FUNCTION(late_iconv, iconv_open),
  LATE_FUNCTION(late_iconv, iconv),
  LATE_FUNCTION(late_iconv, iconv_close),
};

static const char *const files[] = {
#ifdef __APPLE__
  "/usr/lib/libiconv.2.dylib",
#else
  "libc.so.6",
  "libc.so",
#endif
  NULL,
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static late_iconv shared;
static bool is_open;

static void open_shared(void) {
  is_open = late_open(files, functions, sizeof functions / sizeof *functions, &shared);
}

const late_iconv *late_iconv_functions(void) {
  pthread_once(&once, open_shared);
  return is_open ? &shared : NULL;
}
