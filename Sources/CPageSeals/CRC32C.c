#include "CRC32C.h"

#include <pthread.h>
#include <string.h>

#if defined(__x86_64__)
#include <nmmintrin.h>
#elif defined(__aarch64__)
#include <arm_acle.h>
#if defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif
#endif

static uint32_t table[8][256];
static pthread_once_t once = PTHREAD_ONCE_INIT;

// Slicing by eight: one look-up a byte, eight bytes a step.
static void make_table(void) {
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t crc = byte;
    for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? 0x82F63B78u : 0);
    table[0][byte] = crc;
  }
  for (uint32_t byte = 0; byte < 256; byte++) {
    for (int slice = 1; slice < 8; slice++) {
      uint32_t before = table[slice - 1][byte];
      table[slice][byte] = (before >> 8) ^ table[0][before & 255];
    }
  }
}

static uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

static uint32_t step(uint32_t crc, uint64_t word) {
  word ^= crc;
  uint32_t next = 0;
  for (int slice = 0; slice < 8; slice++) next ^= table[7 - slice][(word >> (8 * slice)) & 255];
  return next;
}

static void four_by_table(uint32_t crc[4], const uint8_t *const start[4], uint64_t words) {
  pthread_once(&once, make_table);
  for (int lane = 0; lane < 4; lane++)
    for (uint64_t word = 0; word < words; word++)
      crc[lane] = step(crc[lane], word_at(start[lane] + 8 * word));
}

uint32_t crc32c_bytes(uint32_t crc, const uint8_t *bytes, uint64_t count) {
  pthread_once(&once, make_table);
  while (count-- > 0) crc = (crc >> 8) ^ table[0][(crc ^ *bytes++) & 255];
  return crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2")))
static void four_by_instruction(uint32_t crc[4], const uint8_t *const start[4], uint64_t words) {
  uint64_t a = crc[0], b = crc[1], c = crc[2], d = crc[3];
  const uint8_t *p = start[0], *q = start[1], *r = start[2], *s = start[3];
#pragma clang loop unroll_count(8)
  for (uint64_t place = 0; place < 8 * words; place += 8) {
    a = _mm_crc32_u64(a, word_at(p + place));
    b = _mm_crc32_u64(b, word_at(q + place));
    c = _mm_crc32_u64(c, word_at(r + place));
    d = _mm_crc32_u64(d, word_at(s + place));
  }
  crc[0] = (uint32_t)a, crc[1] = (uint32_t)b, crc[2] = (uint32_t)c, crc[3] = (uint32_t)d;
}

static int has_instruction(void) { return __builtin_cpu_supports("sse4.2"); }
#elif defined(__aarch64__)
__attribute__((target("crc")))
static void four_by_instruction(uint32_t crc[4], const uint8_t *const start[4], uint64_t words) {
  uint32_t a = crc[0], b = crc[1], c = crc[2], d = crc[3];
  const uint8_t *p = start[0], *q = start[1], *r = start[2], *s = start[3];
#pragma clang loop unroll_count(8)
  for (uint64_t place = 0; place < 8 * words; place += 8) {
    a = __crc32cd(a, word_at(p + place));
    b = __crc32cd(b, word_at(q + place));
    c = __crc32cd(c, word_at(r + place));
    d = __crc32cd(d, word_at(s + place));
  }
  crc[0] = a, crc[1] = b, crc[2] = c, crc[3] = d;
}

#if defined(__linux__)
static int has_instruction(void) { return (getauxval(AT_HWCAP) & HWCAP_CRC32) != 0; }
#else
static int has_instruction(void) { return 1; }
#endif
#endif

crc32c_four crc32c_best(void) {
#if defined(__x86_64__) || defined(__aarch64__)
  if (has_instruction()) return four_by_instruction;
#endif
  return four_by_table;
}
