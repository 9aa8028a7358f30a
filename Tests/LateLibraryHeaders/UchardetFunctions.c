// The table of LateUchardet.h against the functions of uchardet, compiled with its own types.

#include "LateLibraryHeaders.h"

#if __has_include(<uchardet/uchardet.h>)

#include <uchardet/uchardet.h>

#define LateUchardetTypes_h
typedef struct uchardet late_uchardet_detector;

#include "LateUchardet.h"

#include "Comparison.h"

SAME_FUNCTION(late_uchardet, uchardet_new);
SAME_FUNCTION(late_uchardet, uchardet_delete);
SAME_FUNCTION(late_uchardet, uchardet_handle_data);
SAME_FUNCTION(late_uchardet, uchardet_data_end);
SAME_FUNCTION(late_uchardet, uchardet_get_charset);

const bool late_uchardet_is_compared = true;

#else
const bool late_uchardet_is_compared = false;
#endif
