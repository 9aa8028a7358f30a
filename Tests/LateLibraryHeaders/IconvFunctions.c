// The table of LateIconv.h against the functions of iconv.

#include "LateLibraryHeaders.h"

#if __has_include(<iconv.h>) && !defined(__APPLE__)

#include <iconv.h>

#include "LateIconv.h"

#include "Comparison.h"

SAME_FUNCTION(late_iconv, iconv_open);
SAME_FUNCTION(late_iconv, iconv);
SAME_FUNCTION(late_iconv, iconv_close);

const bool late_iconv_is_compared = true;

#else
const bool late_iconv_is_compared = false;
#endif
