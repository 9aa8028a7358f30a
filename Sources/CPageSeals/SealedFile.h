#ifndef WSEARCH_SEALED_FILE_H
#define WSEARCH_SEALED_FILE_H

#include <sqlite3.h>
#include <stddef.h>

/// Bytes of an open file over one of `below`.
size_t sealed_file_size(const sqlite3_vfs *below);

/// Opens a database's file; see `xOpen` of <https://sqlite.org/c3ref/vfs.html>.
int sealed_file_open(
    sqlite3_vfs *below, const char *name, sqlite3_file *file, int flags, int *outFlags);

#endif
