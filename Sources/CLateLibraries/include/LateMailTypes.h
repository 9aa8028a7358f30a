#ifndef LateMailTypes_h
#define LateMailTypes_h

// The types of GMime as far as they are used, after <gmime/gmime.h>. Those of glib: gboolean, GType.

typedef int late_mail_bool;
typedef unsigned long late_mail_type;

/// Bytes with their number: GByteArray.
typedef struct late_mail_bytes {
  unsigned char *_Nullable data;
  unsigned int len;
} late_mail_bytes;

// Never looked into: GTypeInstance, GMimeStream, GMimeStreamMem, GMimeParser, GMimeParserOptions, GMimeFormatOptions,
// GMimeObject, GMimeMessage, GMimePart, GMimeMultipart, GMimeMessagePart, GMimeDataWrapper,
// GMimeContentType.
typedef struct late_mail_instance late_mail_instance;
typedef struct late_mail_stream late_mail_stream;
typedef struct late_mail_memory late_mail_memory;
typedef struct late_mail_parser late_mail_parser;
typedef struct late_mail_options late_mail_options;
typedef struct late_mail_form late_mail_form;
typedef struct late_mail_object late_mail_object;
typedef struct late_mail_message late_mail_message;
typedef struct late_mail_part late_mail_part;
typedef struct late_mail_multipart late_mail_multipart;
typedef struct late_mail_message_part late_mail_message_part;
typedef struct late_mail_content late_mail_content;
typedef struct late_mail_content_type late_mail_content_type;

#endif
