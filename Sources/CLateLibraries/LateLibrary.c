#include "LateLibrary.h"

#include <dlfcn.h>
#include <string.h>

/// Looks all functions up; false when one is missing.
static bool fill(void *library, const late_function *functions, size_t count, char *table) {
  for (size_t i = 0; i < count; i++) {
    void *address = dlsym(library, functions[i].name);
    if (address == NULL) return false;
    // POSIX promises that a function's address fits; C does not let it be assigned.
    memcpy(table + functions[i].offset, &address, sizeof address);
  }
  return true;
}

bool late_open(
    const char *const *files, const late_function *functions, size_t count, void *table) {
  for (; *files != NULL; files++) {
    // RTLD_NOW: what the library itself misses is told here, not in the middle of a file.
    void *library = dlopen(*files, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) continue;
    if (fill(library, functions, count, table)) return true;
    dlclose(library);
  }
  return false;
}
