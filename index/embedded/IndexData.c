#include "IndexData.h"

// #embed is C23, which every clang since 19 takes in any mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define WSEARCH_DATA(name)                                        \
  const uint8_t *wsearch_##name(void) { return name##_bytes; }    \
  long wsearch_##name##_size(void) { return sizeof name##_bytes; }

static const uint8_t schema_0001_bytes[] = {
#embed "../schema/0001-articles.sql"
};
WSEARCH_DATA(schema_0001)

static const uint8_t schema_0002_bytes[] = {
#embed "../schema/0002-person-names.sql"
};
WSEARCH_DATA(schema_0002)

static const uint8_t schema_0003_bytes[] = {
#embed "../schema/0003-removed.sql"
};
WSEARCH_DATA(schema_0003)

static const uint8_t schema_0004_bytes[] = {
#embed "../schema/0004-unfinished.sql"
};
WSEARCH_DATA(schema_0004)

static const uint8_t schema_0005_bytes[] = {
#embed "../schema/0005-stories.sql"
};
WSEARCH_DATA(schema_0005)

static const uint8_t honorifics_bytes[] = {
#embed "../gazetteers/honorifics.tsv"
};
WSEARCH_DATA(honorifics)

static const uint8_t countries_bytes[] = {
#embed "../gazetteers/countries.tsv"
};
WSEARCH_DATA(countries)

static const uint8_t country_names_bytes[] = {
#embed "../gazetteers/country-names.tsv"
};
WSEARCH_DATA(country_names)

// Read as 32-bit words in place: see CountryGazetteer.swift.
_Alignas(4) static const uint8_t gazetteer_bytes[] = {
#embed "../gazetteers/gazetteer.bin"
};
WSEARCH_DATA(gazetteer)

// Read in place as 8-byte slots and 4-byte rows, hence the alignment.
static const _Alignas(64) uint8_t people_lexicon_bytes[] = {
#embed "../models/people.lexicon"
};
WSEARCH_DATA(people_lexicon)

static const _Alignas(64) uint8_t people_model_bytes[] = {
#embed "../models/people.model"
};
WSEARCH_DATA(people_model)

static const _Alignas(64) uint8_t people_ocr_model_bytes[] = {
#embed "../models/people-ocr.model"
};
WSEARCH_DATA(people_ocr_model)

static const uint8_t given_names_bytes[] = {
#embed "../gazetteers/given-names.tsv"
};
WSEARCH_DATA(given_names)

static const uint8_t function_words_bytes[] = {
#embed "../gazetteers/function-words.tsv"
};
WSEARCH_DATA(function_words)

static const uint8_t damaged_names_bytes[] = {
#embed "../gazetteers/damaged-names.tsv"
};
WSEARCH_DATA(damaged_names)

static const uint8_t damaged_surroundings_bytes[] = {
#embed "../gazetteers/damaged-surroundings.tsv"
};
WSEARCH_DATA(damaged_surroundings)

static const uint8_t letter_damage_bytes[] = {
#embed "../gazetteers/letter-damage.tsv"
};
WSEARCH_DATA(letter_damage)

static const uint8_t letter_sequences_bytes[] = {
#embed "../gazetteers/letter-sequences.tsv"
};
WSEARCH_DATA(letter_sequences)

static const uint8_t word_halves_bytes[] = {
#embed "../gazetteers/word-halves.tsv"
};
WSEARCH_DATA(word_halves)

static const uint8_t name_spellings_bytes[] = {
#embed "../gazetteers/name-spellings.tsv"
};
WSEARCH_DATA(name_spellings)

static const uint8_t name_rules_bytes[] = {
#embed "../gazetteers/name-rules.tsv"
};
WSEARCH_DATA(name_rules)

static const uint8_t name_languages_bytes[] = {
#embed "../gazetteers/name-languages.tsv"
};
WSEARCH_DATA(name_languages)
