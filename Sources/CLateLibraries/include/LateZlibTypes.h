#ifndef LateZlibTypes_h
#define LateZlibTypes_h

/// Bytes on their way in and out, and zlib's state between calls: z_stream.
typedef struct late_zlib_stream {
  unsigned char *_Nullable next_in;
  unsigned int avail_in;
  unsigned long total_in;
  unsigned char *_Nullable next_out;
  unsigned int avail_out;
  unsigned long total_out;
  const char *_Nullable msg;
  void *_Nullable state;
  void *_Nullable zalloc;
  void *_Nullable zfree;
  void *_Nullable opaque;
  int data_type;
  unsigned long adler;
  unsigned long reserved;
} late_zlib_stream;

#endif
