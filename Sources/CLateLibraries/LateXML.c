#include "LateXML.h"

#include <pthread.h>

#include "LateLibrary.h"

static const late_function functions[] = {
  LATE_FUNCTION(late_xml, xmlNewParserCtxt),
  LATE_FUNCTION(late_xml, xmlFreeParserCtxt),
  LATE_FUNCTION(late_xml, xmlCtxtReadMemory),
  LATE_FUNCTION(late_xml, htmlNewParserCtxt),
  LATE_FUNCTION(late_xml, htmlFreeParserCtxt),
  LATE_FUNCTION(late_xml, htmlCtxtReadMemory),
  LATE_FUNCTION(late_xml, xmlFindCharEncodingHandler),
  LATE_FUNCTION(late_xml, xmlCharEncInFunc),
  LATE_FUNCTION(late_xml, xmlCharEncCloseFunc),
  LATE_FUNCTION(late_xml, xmlBufferCreate),
  LATE_FUNCTION(late_xml, xmlBufferCreateSize),
  LATE_FUNCTION(late_xml, xmlBufferFree),
  LATE_FUNCTION(late_xml, xmlBufferAdd),
  LATE_FUNCTION(late_xml, xmlBufferContent),
  LATE_FUNCTION(late_xml, xmlBufferLength),
};

// libxml2 2.14 broke its ABI and became .so.16. What is used here kept its place (the comparison
// passes with the headers of 2.9.14 and 2.14.6), and `has_our_layout` makes sure of it.
static const char *const files[] = {
#ifdef __APPLE__
  "/usr/lib/libxml2.2.dylib",
  "/opt/homebrew/opt/libxml2/lib/libxml2.dylib",
  "/usr/local/opt/libxml2/lib/libxml2.dylib",
#else
  "libxml2.so.2",
  "libxml2.so.16",
#endif
  NULL,
};

/// Looks at what libxml2 itself writes into a new parser: the parser's own address as user data,
/// and XML_SAX2_MAGIC in the handler. A version that lays them out in another way is not used.
static bool has_our_layout(const late_xml *xml) {
  late_xml_parser *parser = xml->xmlNewParserCtxt();
  if (parser == NULL) return false;
  bool is_ours = parser->userData == (void *)parser && parser->sax != NULL
      && parser->sax->initialized == 0xDEEDBEAF;
  xml->xmlFreeParserCtxt(parser);
  return is_ours;
}

bool late_xml_open(const char *const *names, late_xml *table) {
  for (; *names != NULL; names++) {
    const char *const name[] = {*names, NULL};
    if (late_open(name, functions, sizeof functions / sizeof *functions, table)
        && has_our_layout(table)) {
      return true;
    }
  }
  return false;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static late_xml shared;
static bool is_open;

static void open_shared(void) { is_open = late_xml_open(files, &shared); }

const late_xml *late_xml_functions(void) {
  pthread_once(&once, open_shared);
  return is_open ? &shared : NULL;
}
