#ifndef LateLibraryHeaders_h
#define LateLibraryHeaders_h

#include <stdbool.h>

// What CLateLibraries declares of a library is compared with the library's own headers when this
// target is compiled, where these are installed; a difference is an error of the compiler.

/// True when the headers were there to be compared with.
extern const bool late_archive_is_compared;
extern const bool late_mail_is_compared;
extern const bool late_xml_is_compared;
extern const bool late_zlib_is_compared;
extern const bool late_uchardet_is_compared;
extern const bool late_iconv_is_compared;

#endif
