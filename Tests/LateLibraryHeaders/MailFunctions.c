// The table of LateMail.h against the functions of GMime, compiled with GMime's own types.

#include "LateLibraryHeaders.h"

#if __has_include(<gmime/gmime.h>)

#include <gmime/gmime.h>

// A macro of glib's that stands in front of the function.
#undef g_object_unref

#define LateMailTypes_h
typedef GTypeInstance late_mail_instance;
typedef GMimeStream late_mail_stream;
typedef GMimeStreamMem late_mail_memory;
typedef GMimeParser late_mail_parser;
typedef GMimeParserOptions late_mail_options;
typedef GMimeFormatOptions late_mail_form;
typedef GMimeObject late_mail_object;
typedef GMimeMessage late_mail_message;
typedef GMimePart late_mail_part;
typedef GMimeMultipart late_mail_multipart;
typedef GMimeMessagePart late_mail_message_part;
typedef GMimeDataWrapper late_mail_content;
typedef GMimeContentType late_mail_content_type;
typedef GByteArray late_mail_bytes;
typedef gboolean late_mail_bool;
typedef GType late_mail_type;

#include "LateMail.h"

#include "Comparison.h"

SAME_FUNCTION(late_mail, g_mime_init);
SAME_FUNCTION(late_mail, g_object_unref);
SAME_FUNCTION(late_mail, g_type_check_instance_is_a);
SAME_FUNCTION(late_mail, g_mime_stream_mem_new);
SAME_FUNCTION(late_mail, g_mime_stream_mem_new_with_byte_array);
SAME_FUNCTION(late_mail, g_mime_stream_mem_set_owner);
SAME_FUNCTION(late_mail, g_mime_stream_mem_get_byte_array);
SAME_FUNCTION(late_mail, g_mime_parser_options_new);
SAME_FUNCTION(late_mail, g_mime_parser_options_free);
SAME_FUNCTION(late_mail, g_mime_parser_options_set_fallback_charsets);
SAME_FUNCTION(late_mail, g_mime_parser_new_with_stream);
SAME_FUNCTION(late_mail, g_mime_parser_construct_message);
SAME_FUNCTION(late_mail, g_mime_message_get_mime_part);
SAME_FUNCTION(late_mail, g_mime_object_get_header);
SAME_FUNCTION(late_mail, g_mime_object_get_content_type);
SAME_FUNCTION(late_mail, g_mime_object_get_content_type_parameter);
SAME_FUNCTION(late_mail, g_mime_object_get_disposition);
SAME_FUNCTION(late_mail, g_mime_content_type_get_media_type);
SAME_FUNCTION(late_mail, g_mime_content_type_get_media_subtype);
SAME_FUNCTION(late_mail, g_mime_multipart_get_type);
SAME_FUNCTION(late_mail, g_mime_multipart_get_count);
SAME_FUNCTION(late_mail, g_mime_multipart_get_part);
SAME_FUNCTION(late_mail, g_mime_message_part_get_type);
SAME_FUNCTION(late_mail, g_mime_message_part_get_message);
SAME_FUNCTION(late_mail, g_mime_part_get_type);
SAME_FUNCTION(late_mail, g_mime_part_get_filename);
SAME_FUNCTION(late_mail, g_mime_part_get_content);
SAME_FUNCTION(late_mail, g_mime_data_wrapper_write_to_stream);
SAME_FUNCTION(late_mail, g_mime_object_write_to_stream);

const bool late_mail_is_compared = true;

#else
const bool late_mail_is_compared = false;
#endif
