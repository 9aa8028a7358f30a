#ifndef LateMail_h
#define LateMail_h

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "LateMailTypes.h"

/// What is used of GMime 3, and of the GObject under it.
typedef struct late_mail {
  void (*_Nonnull g_mime_init)(void);
  void (*_Nonnull g_object_unref)(void *_Nullable object);
  late_mail_bool (*_Nonnull g_type_check_instance_is_a)(
      late_mail_instance *_Nullable instance, late_mail_type type);

  late_mail_stream *_Nullable (*_Nonnull g_mime_stream_mem_new)(void);
  late_mail_stream *_Nullable (*_Nonnull g_mime_stream_mem_new_with_byte_array)(
      late_mail_bytes *_Nonnull bytes);
  void (*_Nonnull g_mime_stream_mem_set_owner)(
      late_mail_memory *_Nonnull memory, late_mail_bool owner);
  late_mail_bytes *_Nullable (*_Nonnull g_mime_stream_mem_get_byte_array)(
      late_mail_memory *_Nonnull memory);

  late_mail_options *_Nullable (*_Nonnull g_mime_parser_options_new)(void);
  void (*_Nonnull g_mime_parser_options_free)(late_mail_options *_Nullable options);
  void (*_Nonnull g_mime_parser_options_set_fallback_charsets)(
      late_mail_options *_Nonnull options, const char *_Nullable *_Nullable charsets);
  late_mail_parser *_Nullable (*_Nonnull g_mime_parser_new_with_stream)(
      late_mail_stream *_Nonnull stream);
  late_mail_message *_Nullable (*_Nonnull g_mime_parser_construct_message)(
      late_mail_parser *_Nonnull parser, late_mail_options *_Nullable options);

  late_mail_object *_Nullable (*_Nonnull g_mime_message_get_mime_part)(
      late_mail_message *_Nonnull message);
  const char *_Nullable (*_Nonnull g_mime_object_get_header)(
      late_mail_object *_Nonnull object, const char *_Nonnull name);
  late_mail_content_type *_Nullable (*_Nonnull g_mime_object_get_content_type)(
      late_mail_object *_Nonnull object);
  const char *_Nullable (*_Nonnull g_mime_object_get_content_type_parameter)(
      late_mail_object *_Nonnull object, const char *_Nonnull name);
  const char *_Nullable (*_Nonnull g_mime_object_get_disposition)(
      late_mail_object *_Nonnull object);
  const char *_Nullable (*_Nonnull g_mime_content_type_get_media_type)(
      late_mail_content_type *_Nonnull type);
  const char *_Nullable (*_Nonnull g_mime_content_type_get_media_subtype)(
      late_mail_content_type *_Nonnull type);

  late_mail_type (*_Nonnull g_mime_multipart_get_type)(void);
  int (*_Nonnull g_mime_multipart_get_count)(late_mail_multipart *_Nonnull multipart);
  late_mail_object *_Nullable (*_Nonnull g_mime_multipart_get_part)(
      late_mail_multipart *_Nonnull multipart, int index);
  late_mail_type (*_Nonnull g_mime_message_part_get_type)(void);
  late_mail_message *_Nullable (*_Nonnull g_mime_message_part_get_message)(
      late_mail_message_part *_Nonnull part);
  late_mail_type (*_Nonnull g_mime_part_get_type)(void);
  const char *_Nullable (*_Nonnull g_mime_part_get_filename)(late_mail_part *_Nonnull part);
  late_mail_content *_Nullable (*_Nonnull g_mime_part_get_content)(late_mail_part *_Nonnull part);
  ssize_t (*_Nonnull g_mime_data_wrapper_write_to_stream)(
      late_mail_content *_Nonnull content, late_mail_stream *_Nonnull stream);
  ssize_t (*_Nonnull g_mime_object_write_to_stream)(
      late_mail_object *_Nonnull object, late_mail_form *_Nullable form,
      late_mail_stream *_Nonnull stream);
} late_mail;

/// GMime, opened and made ready on the first call, from any thread; NULL when it is not installed.
const late_mail *_Nullable late_mail_functions(void);

/// Opens GMime from one of these files, a list that ends with NULL; false when none will do.
bool late_mail_open(const char *_Nullable const *_Nonnull files, late_mail *_Nonnull table);

#endif
