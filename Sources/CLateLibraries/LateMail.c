#include "LateMail.h"

#include <pthread.h>

#include "LateLibrary.h"

// Those of GObject are found through GMime, which is linked with it.
static const late_function functions[] = {
  LATE_FUNCTION(late_mail, g_mime_init),
  LATE_FUNCTION(late_mail, g_object_unref),
  LATE_FUNCTION(late_mail, g_type_check_instance_is_a),
  LATE_FUNCTION(late_mail, g_mime_stream_mem_new),
  LATE_FUNCTION(late_mail, g_mime_stream_mem_new_with_byte_array),
  LATE_FUNCTION(late_mail, g_mime_stream_mem_set_owner),
  LATE_FUNCTION(late_mail, g_mime_stream_mem_get_byte_array),
  LATE_FUNCTION(late_mail, g_mime_parser_options_new),
  LATE_FUNCTION(late_mail, g_mime_parser_options_free),
  LATE_FUNCTION(late_mail, g_mime_parser_options_set_fallback_charsets),
  LATE_FUNCTION(late_mail, g_mime_parser_new_with_stream),
  LATE_FUNCTION(late_mail, g_mime_parser_construct_message),
  LATE_FUNCTION(late_mail, g_mime_message_get_mime_part),
  LATE_FUNCTION(late_mail, g_mime_object_get_header),
  LATE_FUNCTION(late_mail, g_mime_object_get_content_type),
  LATE_FUNCTION(late_mail, g_mime_object_get_content_type_parameter),
  LATE_FUNCTION(late_mail, g_mime_object_get_disposition),
  LATE_FUNCTION(late_mail, g_mime_content_type_get_media_type),
  LATE_FUNCTION(late_mail, g_mime_content_type_get_media_subtype),
  LATE_FUNCTION(late_mail, g_mime_multipart_get_type),
  LATE_FUNCTION(late_mail, g_mime_multipart_get_count),
  LATE_FUNCTION(late_mail, g_mime_multipart_get_part),
  LATE_FUNCTION(late_mail, g_mime_message_part_get_type),
  LATE_FUNCTION(late_mail, g_mime_message_part_get_message),
  LATE_FUNCTION(late_mail, g_mime_part_get_type),
  LATE_FUNCTION(late_mail, g_mime_part_get_filename),
  LATE_FUNCTION(late_mail, g_mime_part_get_content),
  LATE_FUNCTION(late_mail, g_mime_data_wrapper_write_to_stream),
  LATE_FUNCTION(late_mail, g_mime_object_write_to_stream),
};

static const char *const files[] = {
#ifdef __APPLE__
  "/opt/homebrew/opt/gmime/lib/libgmime-3.0.dylib",
  "/usr/local/opt/gmime/lib/libgmime-3.0.dylib",
#else
  "libgmime-3.0.so.0",
#endif
  NULL,
};

bool late_mail_open(const char *const *names, late_mail *table) {
  return late_open(names, functions, sizeof functions / sizeof *functions, table);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static late_mail shared;
static bool is_open;

static void open_shared(void) {
  is_open = late_mail_open(files, &shared);
  if (is_open) shared.g_mime_init();
}

const late_mail *late_mail_functions(void) {
  pthread_once(&once, open_shared);
  return is_open ? &shared : NULL;
}
