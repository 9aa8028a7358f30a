#ifndef WSEARCH_CRC32C_H
#define WSEARCH_CRC32C_H

#include <stdint.h>

/// Goes over four stretches of `words` times eight bytes side by side, each on from its own value: the
/// processor's instruction takes three cycles and can be begun every one.
typedef void (*crc32c_four)(uint32_t crc[4], const uint8_t *const start[4], uint64_t words);

/// The fastest that this processor has.
crc32c_four crc32c_best(void);

/// Byte by byte.
uint32_t crc32c_bytes(uint32_t crc, const uint8_t *bytes, uint64_t count);

#endif
