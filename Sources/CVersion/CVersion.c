#include "CVersion.h"

#ifndef WSEARCH_COMMIT
#define WSEARCH_COMMIT ""
#endif

const char *wsearch_commit(void) { return WSEARCH_COMMIT; }
