#ifndef LateXML_h
#define LateXML_h

#include <stdbool.h>
#include <stddef.h>

#include "LateXMLTypes.h"

/// Options of xmlCtxtReadMemory and htmlCtxtReadMemory: xmlParserOption, htmlParserOption.
enum {
  late_xml_recover = 1 << 0,
  late_xml_no_error = 1 << 5,
  late_xml_no_warning = 1 << 6,
  late_xml_no_net = 1 << 11,
  late_xml_huge = 1 << 19,
};

/// What is used of libxml2.
typedef struct late_xml {
  late_xml_parser *_Nullable (*_Nonnull xmlNewParserCtxt)(void);
  void (*_Nonnull xmlFreeParserCtxt)(late_xml_parser *_Nonnull parser);
  late_xml_document *_Nullable (*_Nonnull xmlCtxtReadMemory)(
      late_xml_parser *_Nonnull parser, const char *_Nullable bytes, int count,
      const char *_Nullable url, const char *_Nullable encoding, int options);

  late_xml_parser *_Nullable (*_Nonnull htmlNewParserCtxt)(void);
  void (*_Nonnull htmlFreeParserCtxt)(late_xml_parser *_Nonnull parser);
  late_xml_document *_Nullable (*_Nonnull htmlCtxtReadMemory)(
      late_xml_parser *_Nonnull parser, const char *_Nullable bytes, int count,
      const char *_Nullable url, const char *_Nullable encoding, int options);

  late_xml_encoding *_Nullable (*_Nonnull xmlFindCharEncodingHandler)(const char *_Nonnull name);
  int (*_Nonnull xmlCharEncInFunc)(
      late_xml_encoding *_Nonnull encoding, late_xml_buffer *_Nonnull output,
      late_xml_buffer *_Nonnull input);
  int (*_Nonnull xmlCharEncCloseFunc)(late_xml_encoding *_Nonnull encoding);

  late_xml_buffer *_Nullable (*_Nonnull xmlBufferCreate)(void);
  late_xml_buffer *_Nullable (*_Nonnull xmlBufferCreateSize)(size_t size);
  void (*_Nonnull xmlBufferFree)(late_xml_buffer *_Nonnull buffer);
  int (*_Nonnull xmlBufferAdd)(
      late_xml_buffer *_Nonnull buffer, const late_xml_char *_Nonnull bytes, int count);
  const late_xml_char *_Nullable (*_Nonnull xmlBufferContent)(
      const late_xml_buffer *_Nonnull buffer);
  int (*_Nonnull xmlBufferLength)(const late_xml_buffer *_Nonnull buffer);
} late_xml;

/// libxml2, opened on the first call, from any thread; NULL when it is not installed.
const late_xml *_Nullable late_xml_functions(void);

/// Opens libxml2 from one of these files, a list that ends with NULL; false when none will do.
bool late_xml_open(const char *_Nullable const *_Nonnull files, late_xml *_Nonnull table);

#endif
