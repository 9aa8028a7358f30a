// The table of LateZlib.h against the functions of zlib, compiled with zlib's own types.

#include "LateLibraryHeaders.h"

#if __has_include(<zlib.h>)

#include <zlib.h>

#define LateZlibTypes_h
typedef z_stream late_zlib_stream;

#include "LateZlib.h"

#include "Comparison.h"

SAME_FUNCTION(late_zlib, inflateInit2_);
SAME_FUNCTION(late_zlib, inflate);
SAME_FUNCTION(late_zlib, inflateReset);
SAME_FUNCTION(late_zlib, inflateEnd);
SAME_FUNCTION(late_zlib, deflateInit2_);
SAME_FUNCTION(late_zlib, deflate);
SAME_FUNCTION(late_zlib, deflateEnd);

SAME_VALUE(late_zlib_ok, Z_OK);
SAME_VALUE(late_zlib_stream_end, Z_STREAM_END);
SAME_VALUE(late_zlib_buf_error, Z_BUF_ERROR);
SAME_VALUE(late_zlib_no_flush, Z_NO_FLUSH);
SAME_VALUE(late_zlib_finish, Z_FINISH);
SAME_VALUE(late_zlib_deflated, Z_DEFLATED);
_Static_assert(LATE_ZLIB_VERSION[0] == ZLIB_VERSION[0], "LATE_ZLIB_VERSION");

const bool late_zlib_is_compared = true;

#else
const bool late_zlib_is_compared = false;
#endif
