#ifndef LateLibrary_h
#define LateLibrary_h

#include <stdbool.h>
#include <stddef.h>

/// A function's name in its library, and where its address goes in the table.
typedef struct late_function {
  const char *_Nonnull name;
  size_t offset;
} late_function;

/// The entry for the function `NAME` in the table type `TABLE`, which has it under the same name.
#define LATE_FUNCTION(TABLE, NAME) { #NAME, offsetof(TABLE, NAME) }

/// Opens a library and fills a table with its functions.
///
/// The library stays open. Of `files`, a list that ends with NULL, the first counts that can be
/// opened and has all of the `count` functions; false when there is none, the table is then of no
/// use.
bool late_open(
    const char *_Nullable const *_Nonnull files, const late_function *_Nonnull functions,
    size_t count, void *_Nonnull table);

#endif
