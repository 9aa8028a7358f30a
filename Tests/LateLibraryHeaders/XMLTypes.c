// The layouts of LateXMLTypes.h against those of libxml2.

#if __has_include(<libxml/parser.h>)

#include "LateXMLTypes.h"

#include <libxml/parser.h>

#include "Comparison.h"

#define SAME(FIELD) SAME_FIELD(late_xml_handler, xmlSAXHandler, FIELD)
#define UNUSED(FIELD) SAME_PLACE(late_xml_handler, xmlSAXHandler, FIELD)

SAME_SIZE(late_xml_char, xmlChar);
SAME_SIZE(late_xml_handler, xmlSAXHandler);
UNUSED(internalSubset);
UNUSED(isStandalone);
UNUSED(hasInternalSubset);
UNUSED(hasExternalSubset);
UNUSED(resolveEntity);
UNUSED(getEntity);
UNUSED(entityDecl);
UNUSED(notationDecl);
UNUSED(attributeDecl);
UNUSED(elementDecl);
UNUSED(unparsedEntityDecl);
UNUSED(setDocumentLocator);
UNUSED(startDocument);
UNUSED(endDocument);
SAME(startElement);
SAME(endElement);
UNUSED(reference);
SAME(characters);
SAME(ignorableWhitespace);
UNUSED(processingInstruction);
UNUSED(comment);
UNUSED(warning);
UNUSED(error);
UNUSED(fatalError);
UNUSED(getParameterEntity);
SAME(cdataBlock);
UNUSED(externalSubset);
SAME(initialized);
SAME(_private);
UNUSED(startElementNs);
UNUSED(endElementNs);
UNUSED(serror);

SAME_PLACE(late_xml_parser, xmlParserCtxt, sax);
SAME_FIELD(late_xml_parser, xmlParserCtxt, userData);
SAME_VALUE(0xDEEDBEAF, XML_SAX2_MAGIC);

#endif
