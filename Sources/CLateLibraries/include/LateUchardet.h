#ifndef LateUchardet_h
#define LateUchardet_h

#include <stdbool.h>
#include <stddef.h>

#include "LateUchardetTypes.h"

/// What is used of uchardet.
typedef struct late_uchardet {
  late_uchardet_detector *_Nullable (*_Nonnull uchardet_new)(void);
  void (*_Nonnull uchardet_delete)(late_uchardet_detector *_Nonnull detector);
  int (*_Nonnull uchardet_handle_data)(
      late_uchardet_detector *_Nonnull detector, const char *_Nonnull bytes, size_t count);
  void (*_Nonnull uchardet_data_end)(late_uchardet_detector *_Nonnull detector);
  const char *_Nullable (*_Nonnull uchardet_get_charset)(
      late_uchardet_detector *_Nonnull detector);
} late_uchardet;

/// uchardet, opened on the first call, from any thread; NULL when it is not installed.
const late_uchardet *_Nullable late_uchardet_functions(void);

/// Opens uchardet from one of these files, a list that ends with NULL; false when none will do.
bool late_uchardet_open(
    const char *_Nullable const *_Nonnull files, late_uchardet *_Nonnull table);

#endif
