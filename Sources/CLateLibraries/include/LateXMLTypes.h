#ifndef LateXMLTypes_h
#define LateXMLTypes_h

// The types of libxml2 as far as they are used, laid out as in <libxml/parser.h>.

/// A byte of UTF-8: xmlChar.
typedef unsigned char late_xml_char;

/// Functions that are never called from here, set to NULL.
typedef void (*_Nullable late_xml_unused)(void);

typedef void (*late_xml_start)(
    void *_Nullable data, const late_xml_char *_Nullable name,
    const late_xml_char *_Nullable *_Nullable attributes);
typedef void (*late_xml_end)(void *_Nullable data, const late_xml_char *_Nullable name);
typedef void (*late_xml_text)(
    void *_Nullable data, const late_xml_char *_Nullable bytes, int count);

/// What is called for each part of a page: xmlSAXHandler.
typedef struct late_xml_handler {
  late_xml_unused internalSubset, isStandalone, hasInternalSubset, hasExternalSubset;
  late_xml_unused resolveEntity, getEntity, entityDecl, notationDecl, attributeDecl, elementDecl;
  late_xml_unused unparsedEntityDecl, setDocumentLocator, startDocument, endDocument;
  late_xml_start _Nullable startElement;
  late_xml_end _Nullable endElement;
  late_xml_unused reference;
  late_xml_text _Nullable characters;
  late_xml_text _Nullable ignorableWhitespace;
  late_xml_unused processingInstruction, comment, warning, error, fatalError, getParameterEntity;
  late_xml_text _Nullable cdataBlock;
  late_xml_unused externalSubset;
  unsigned int initialized;
  void *_Nullable _private;
  late_xml_unused startElementNs, endElementNs, serror;
} late_xml_handler;

/// A parser, of which only the head is looked at: xmlParserCtxt.
typedef struct late_xml_parser {
  late_xml_handler *_Nullable sax;
  void *_Nullable userData;
} late_xml_parser;

// Never looked into: xmlDoc, xmlCharEncodingHandler, xmlBuffer.
typedef struct late_xml_document late_xml_document;
typedef struct late_xml_encoding late_xml_encoding;
typedef struct late_xml_buffer late_xml_buffer;

#endif
