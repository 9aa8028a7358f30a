// The data files of index/, compiled into the binary so that wsearch stays one file. They lie in
// the read-only segment: the system maps them page by page when they are first touched.
#ifndef WSEARCH_INDEX_DATA_H
#define WSEARCH_INDEX_DATA_H

#include <stddef.h>
#include <stdint.h>

#include "Unicode61.h"

#define WSEARCH_DATA(name)              \
  const uint8_t *_Nonnull wsearch_##name(void); \
  long wsearch_##name##_size(void);

WSEARCH_DATA(schema_0001)
WSEARCH_DATA(schema_0002)
WSEARCH_DATA(schema_0003)
WSEARCH_DATA(schema_0004)
WSEARCH_DATA(schema_0005)
WSEARCH_DATA(honorifics)
WSEARCH_DATA(given_names)
WSEARCH_DATA(name_spellings)
WSEARCH_DATA(function_words)
WSEARCH_DATA(damaged_names)
WSEARCH_DATA(damaged_surroundings)
WSEARCH_DATA(letter_damage)
WSEARCH_DATA(letter_sequences)
WSEARCH_DATA(word_halves)
WSEARCH_DATA(countries)
WSEARCH_DATA(country_names)
WSEARCH_DATA(gazetteer)
WSEARCH_DATA(people_lexicon)
WSEARCH_DATA(people_model)
WSEARCH_DATA(people_ocr_model)
WSEARCH_DATA(name_rules)
WSEARCH_DATA(name_languages)

#undef WSEARCH_DATA
#endif
