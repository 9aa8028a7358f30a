// The layout of LateZlibTypes.h against that of zlib.

#if __has_include(<zlib.h>)

#include "LateZlibTypes.h"

#include <zlib.h>

#include "Comparison.h"

#define SAME(FIELD) SAME_FIELD(late_zlib_stream, z_stream, FIELD)
#define UNUSED(FIELD) SAME_PLACE(late_zlib_stream, z_stream, FIELD)

SAME_SIZE(late_zlib_stream, z_stream);
SAME(next_in);
SAME(avail_in);
SAME(total_in);
SAME(next_out);
SAME(avail_out);
SAME(total_out);
UNUSED(msg);
UNUSED(state);
UNUSED(zalloc);
UNUSED(zfree);
UNUSED(opaque);
SAME(data_type);
SAME(adler);
SAME(reserved);

#endif
