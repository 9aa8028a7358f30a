#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose headers clash with those of Swift's Foundation. Only the
// tail of xmlCharEncodingHandler depends on it, and that is never touched here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
