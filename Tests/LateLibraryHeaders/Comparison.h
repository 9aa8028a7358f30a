#ifndef Comparison_h
#define Comparison_h

#include <stddef.h>

/// Two types are as large.
#define SAME_SIZE(OURS, THEIRS) _Static_assert(sizeof(OURS) == sizeof(THEIRS), #OURS)

/// A field of two structures lies at the same place and is as large.
#define SAME_PLACE(OURS, THEIRS, FIELD)                                                        \
  _Static_assert(offsetof(OURS, FIELD) == offsetof(THEIRS, FIELD), #OURS "." #FIELD);          \
  _Static_assert(                                                                              \
      sizeof(((OURS *)0)->FIELD) == sizeof(((THEIRS *)0)->FIELD), #OURS "." #FIELD)

/// A field of two structures lies at the same place and is of the same type.
#define SAME_FIELD(OURS, THEIRS, FIELD)                                                        \
  SAME_PLACE(OURS, THEIRS, FIELD);                                                             \
  _Static_assert(                                                                              \
      __builtin_types_compatible_p(                                                            \
          __typeof__(((OURS *)0)->FIELD), __typeof__(((THEIRS *)0)->FIELD)),                   \
      #OURS "." #FIELD)

/// A function's entry in the table has the type of the function.
#define SAME_FUNCTION(TABLE, NAME)                                                             \
  _Static_assert(                                                                              \
      __builtin_types_compatible_p(__typeof__(((TABLE *)0)->NAME), __typeof__(&NAME)), #NAME)

#define SAME_VALUE(OURS, THEIRS) _Static_assert((OURS) == (THEIRS), #OURS)

#endif
