#include "CArguments.h"

// Any header of the C library, for it to say which one it is: `stddef.h` is the compiler's own.
#include <stdlib.h>

static int count;
static char **words;

char *const *process_arguments(void) { return words; }

int process_argument_count(void) { return count; }

// glibc's loader and Apple's hand a constructor what they hand main; others do not.
#if defined(__GLIBC__) || defined(__APPLE__)
__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  words = argv;
}
#endif
