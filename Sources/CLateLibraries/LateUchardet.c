#include "LateUchardet.h"

#include <pthread.h>

#include "LateLibrary.h"

static const late_function functions[] = {
  LATE_FUNCTION(late_uchardet, uchardet_new),
  LATE_FUNCTION(late_uchardet, uchardet_delete),
  LATE_FUNCTION(late_uchardet, uchardet_handle_data),
  LATE_FUNCTION(late_uchardet, uchardet_data_end),
  LATE_FUNCTION(late_uchardet, uchardet_get_charset),
};

static const char *const files[] = {
#ifdef __APPLE__
  "/opt/homebrew/opt/uchardet/lib/libuchardet.dylib",
  "/usr/local/opt/uchardet/lib/libuchardet.dylib",
#else
  "libuchardet.so.0",
#endif
  NULL,
};

bool late_uchardet_open(const char *const *names, late_uchardet *table) {
  return late_open(names, functions, sizeof functions / sizeof *functions, table);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static late_uchardet shared;
static bool is_open;

static void open_shared(void) { is_open = late_uchardet_open(files, &shared); }

const late_uchardet *late_uchardet_functions(void) {
  pthread_once(&once, open_shared);
  return is_open ? &shared : NULL;
}
