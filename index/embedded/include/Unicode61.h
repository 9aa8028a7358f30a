// FTS5's `unicode61 remove_diacritics 2` as tables: which code points make tokens, and their folded
// forms. Unicode61.c is generated; a test of Tokenizing compares both over all of Unicode.
#ifndef WSEARCH_UNICODE61_H
#define WSEARCH_UNICODE61_H

#include <stdint.h>

/// The code point ends a token.
#define WSEARCH_UNICODE61_SEPARATOR (-2147483647)
/// A combining mark: kept out of the folded form inside a token, a separator before one.
#define WSEARCH_UNICODE61_DROPPED (-2147483646)

/// Code points from here on stand in tokens as they are.
#define WSEARCH_UNICODE61_LIMIT 918016
/// A block of entries covers `1 << WSEARCH_UNICODE61_SHIFT` code points.
#define WSEARCH_UNICODE61_SHIFT 5

/// 256 bytes: the folded form of an ASCII byte; 0 for separators and for all bytes from 0x80.
const uint8_t *_Nonnull wsearch_unicode61_ascii(void);
/// The block of code point `c` below the limit, at `c >> WSEARCH_UNICODE61_SHIFT`.
const uint8_t *_Nonnull wsearch_unicode61_index(void);
/// Blocks of entries: what to add to a code point to fold it, or one of the two values above.
const int32_t *_Nonnull wsearch_unicode61_entries(void);

#endif
