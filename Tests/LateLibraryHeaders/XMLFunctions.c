// The table of LateXML.h against the functions of libxml2: it is compiled here with libxml2's own
// types in place of ours, so that the types of the functions can be compared to the letter.

#include "LateLibraryHeaders.h"

#if __has_include(<libxml/parser.h>)

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#define LateXMLTypes_h
typedef xmlChar late_xml_char;
typedef xmlParserCtxt late_xml_parser;
typedef xmlDoc late_xml_document;
typedef xmlCharEncodingHandler late_xml_encoding;
typedef xmlBuffer late_xml_buffer;

#include "LateXML.h"

#include "Comparison.h"

SAME_FUNCTION(late_xml, xmlNewParserCtxt);
SAME_FUNCTION(late_xml, xmlFreeParserCtxt);
SAME_FUNCTION(late_xml, xmlCtxtReadMemory);
SAME_FUNCTION(late_xml, htmlNewParserCtxt);
SAME_FUNCTION(late_xml, htmlFreeParserCtxt);
SAME_FUNCTION(late_xml, htmlCtxtReadMemory);
SAME_FUNCTION(late_xml, xmlFindCharEncodingHandler);
SAME_FUNCTION(late_xml, xmlCharEncInFunc);
SAME_FUNCTION(late_xml, xmlCharEncCloseFunc);
SAME_FUNCTION(late_xml, xmlBufferCreate);
SAME_FUNCTION(late_xml, xmlBufferCreateSize);
SAME_FUNCTION(late_xml, xmlBufferFree);
SAME_FUNCTION(late_xml, xmlBufferAdd);
SAME_FUNCTION(late_xml, xmlBufferContent);
SAME_FUNCTION(late_xml, xmlBufferLength);

SAME_VALUE(late_xml_recover, XML_PARSE_RECOVER);
SAME_VALUE(late_xml_no_error, XML_PARSE_NOERROR);
SAME_VALUE(late_xml_no_warning, XML_PARSE_NOWARNING);
SAME_VALUE(late_xml_no_net, XML_PARSE_NONET);
SAME_VALUE(late_xml_huge, XML_PARSE_HUGE);
SAME_VALUE(late_xml_recover, HTML_PARSE_RECOVER);
SAME_VALUE(late_xml_no_error, HTML_PARSE_NOERROR);
SAME_VALUE(late_xml_no_warning, HTML_PARSE_NOWARNING);
SAME_VALUE(late_xml_no_net, HTML_PARSE_NONET);

const bool late_xml_is_compared = true;

#else
const bool late_xml_is_compared = false;
#endif
