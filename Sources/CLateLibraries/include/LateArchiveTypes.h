#ifndef LateArchiveTypes_h
#define LateArchiveTypes_h

// Never looked into: struct archive, struct archive_entry.
typedef struct late_archive_reader late_archive_reader;
typedef struct late_archive_entry late_archive_entry;

#endif
