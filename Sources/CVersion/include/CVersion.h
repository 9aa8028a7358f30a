#ifndef CVERSION_H
#define CVERSION_H

/* The commit that the binary was built from; empty where the build did not say. */
const char *wsearch_commit(void);

#endif
