#include "include/CPageSeals.h"

#include <string.h>

#include "CRC32C.h"
#include "PageSeal.h"

// A page's last eight bytes are two words, little-endian: what the page is, and the CRC32C over the
// CRC32Cs of the page's four quarters, that word counting as 0. What the page is:
// - sealed: its number, so that a page in another's place does not fit;
// - page 1: the file's change counter (https://sqlite.org/fileformat2.html, offset 24), which SQLite
//   raises whenever it writes page 1, so that a file written without seals is known as such.
// A page in a connection's memory is marked as open until it is sealed: one that another program takes
// from the log into the file is then known, too.

static const uint32_t sealed = 0x6C616573;  // "seal"
static const uint32_t open = 0x6E65706F;    // "open"

static uint32_t word_at(const uint8_t *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16
         | (uint32_t)bytes[3] << 24;
}

static void put_word(uint8_t *bytes, uint32_t word) {
  for (int place = 0; place < 4; place++) bytes[place] = (uint8_t)(word >> (8 * place));
}

static uint32_t big_word_at(const uint8_t *bytes) { return __builtin_bswap32(word_at(bytes)); }

uint32_t page_seals_crc32c(uint32_t crc, const uint8_t *bytes, uint64_t count) {
  return ~crc32c_bytes(~crc, bytes, count);
}

static uint32_t sum_of(const uint8_t *page, uint32_t size) {
  static crc32c_four known;
  crc32c_four best = __atomic_load_n(&known, __ATOMIC_RELAXED);
  if (!best) __atomic_store_n(&known, best = crc32c_best(), __ATOMIC_RELAXED);
  uint64_t quarter = size / 4;
  const uint8_t *start[4] = {page, page + quarter, page + 2 * quarter, page + 3 * quarter};
  uint32_t crc[4] = {~0u, ~0u, ~0u, ~0u};
  best(crc, start, quarter / 8 - 1);
  uint8_t last[PAGE_SEAL_SIZE];
  memcpy(last, page + size - PAGE_SEAL_SIZE, 4);
  memset(last + 4, 0, 4);
  for (int lane = 0; lane < 3; lane++) start[lane] += quarter - 8;
  start[3] = last;
  best(crc, start, 1);
  uint8_t sums[16];
  for (int lane = 0; lane < 4; lane++) put_word(sums + 4 * lane, ~crc[lane]);
  return ~crc32c_bytes(~0u, sums, 16);
}

static uint32_t name_of(const uint8_t *page, uint32_t number) {
  return number == 1 ? big_word_at(page + 24) : number ^ sealed;
}

void page_seal_put(uint8_t *page, uint32_t size, uint32_t number) {
  uint8_t *seal = page + size - PAGE_SEAL_SIZE;
  put_word(seal, name_of(page, number));
  put_word(seal + 4, sum_of(page, size));
}

void page_seal_leave_open(uint8_t *page, uint32_t size, uint32_t number) {
  uint8_t *seal = page + size - PAGE_SEAL_SIZE;
  put_word(seal, number ^ open);
  put_word(seal + 4, ~number ^ open);
}

// SQLite keeps the counter twice; what has changed one of them alone is no program. Nor do a million
// writes go by without this layer.
static int is_written_by_others(const uint8_t *page, const uint8_t *seal) {
  uint32_t counter = big_word_at(page + 24);
  uint32_t growth = counter - word_at(seal);
  return counter == big_word_at(page + 92) && growth > 0 && growth < 1u << 20;
}

enum page_seal page_seal_of(const uint8_t *page, uint32_t size, uint32_t number) {
  const uint8_t *seal = page + size - PAGE_SEAL_SIZE;
  uint32_t name = word_at(seal);
  if (name == name_of(page, number) && word_at(seal + 4) == sum_of(page, size)) return PAGE_SEAL_FITS;
  if (name == (number ^ open) && word_at(seal + 4) == (~number ^ open)) return PAGE_SEAL_OPEN;
  if (number == 1 && is_written_by_others(page, seal)) return PAGE_SEAL_FOREIGN;
  return PAGE_SEAL_BROKEN;
}
