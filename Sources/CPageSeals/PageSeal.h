#ifndef WSEARCH_PAGE_SEAL_H
#define WSEARCH_PAGE_SEAL_H

#include <stdint.h>

/// Marks page `number` as one that is not sealed yet.
void page_seal_leave_open(uint8_t *page, uint32_t size, uint32_t number);

#endif
