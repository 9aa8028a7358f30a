#!/usr/bin/env python3
"""Whether an archive gives one answer, whatever way it came in.

Indexes the same articles in thirteen ways (memory, jobs, one run or fifty, shuffled, over older versions,
pruned and added again, with others that are erased) and compares what all of them answer to a hundred queries with full facets, and
what `stats` says, byte by byte. Only seconds, cursors, paths, places and the file's size may differ.

    benchmarks/one_answer.py --wsearch .build/release/wsearch articles.jsonl.gz --folder /tmp/one-answer

Exit status 1 where two ways differ; the indexes of these are kept.
"""
import argparse, gzip, json, os, random, shutil, subprocess, sys, time

LEFT_OUT = {"seconds", "cursor", "path", "place", "file_bytes"}
PARTS = 50
QUERIES = 100


def read(path, limit):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n") for _, line in zip(range(limit), lines)]


def write(path, lines):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in lines)


class Index:
    """One way's index with the folder of its sources."""

    def __init__(self, binary, folder, name):
        self.binary, self.name = binary, name
        self.sources = os.path.join(folder, name)
        self.path = self.sources + ".db"
        shutil.rmtree(self.sources, ignore_errors=True)
        for ending in ("", "-wal", "-shm", ".lock"):
            if os.path.exists(self.path + ending):
                os.remove(self.path + ending)
        os.makedirs(self.sources)

    def run(self, *arguments):
        done = subprocess.run([self.binary, *arguments, "--index", self.path], capture_output=True)
        # 2: a line that could not be read was told and passed over.
        if done.returncode not in (0, 1, 2):
            sys.exit(f"{self.name}: {' '.join(arguments)}: {done.stderr.decode()}")
        return done.stdout

    def add(self, name, lines, *options):
        write(os.path.join(self.sources, name), lines)
        self.run("index", self.sources, *options)

    def forget(self, name):
        os.remove(os.path.join(self.sources, name))
        self.run("index", self.sources, "--prune")

    def answers(self, queries):
        batch = self.sources + ".queries"
        write(batch, [f"{number}\t{query}" for number, query in enumerate(queries)])
        facets = "person,country,date,source,language"
        lines = self.run(
            "query", "--json", "--batch", batch, "--facet", facets, "--facet-limit", "100000",
            "--limit", "50").decode().splitlines()
        return [left_out(json.loads(line)) for line in lines + [self.run("stats", "--json").decode()]]


def left_out(value):
    if isinstance(value, dict):
        return {key: left_out(part) for key, part in value.items() if key not in LEFT_OUT}
    return [left_out(part) for part in value] if isinstance(value, list) else value


def parts(lines, count):
    return [lines[start::count] for start in range(count)]


def older(lines):
    """The same ids, each with the text of the next."""
    articles = [json.loads(line) for line in lines]
    return [
        json.dumps({**article, "body": other.get("body") or "nothing"}) for article, other in
        zip(articles, articles[1:] + articles[:1])]


def fill_in_runs(index, lines, count, *options):
    for number, part in enumerate(parts(lines, count)):
        index.add(f"part-{number:02}.jsonl", part, *options)


def fill_over_older(index, lines):
    index.add("news.jsonl", older(lines))
    index.add("news.jsonl", lines)


def fill_pruned(index, lines):
    half = len(lines) // 2
    index.add("first.jsonl", lines[:half])
    index.add("second.jsonl", lines[half:])
    index.forget("first.jsonl")
    fill_in_runs(index, lines[:half], 5)


def fill_erased(index, lines):
    """A fiftieth more, each the text of two articles, which is taken out again to the last byte."""
    articles = [json.loads(line) for line in lines[::25]]
    more = [
        json.dumps({**one, "id": f"erased-{number}", "body": f"{one.get('body')} {two.get('body')}"})
        for number, (one, two) in enumerate(zip(articles[::2], articles[1::2]))]
    index.add("news.jsonl", more + lines)
    index.run("remove", "--erase", *(f"erased-{number}" for number in range(len(more))))


def ways(seed):
    def shuffled(lines):
        lines = list(lines)
        random.Random(seed).shuffle(lines)
        return lines

    def once(*options):
        return lambda index, lines: index.add("news.jsonl", lines, *options)

    return {
        "plain": once(),
        "memory-1M": once("--memory", "1M"),
        "memory-16M": once("--memory", "16M", "--jobs", "3"),
        "memory-1G": once("--memory", "1G"),
        "jobs-1": once("--jobs", "1"),
        "jobs-4": once("--jobs", "4", "--memory", "64M"),
        "fifty-runs": lambda index, lines: fill_in_runs(index, lines, PARTS),
        "fifty-small": lambda index, lines: fill_in_runs(
            index, shuffled(lines), PARTS, "--memory", "1M"),
        "shuffled": lambda index, lines: index.add("news.jsonl", shuffled(lines)),
        "backwards": lambda index, lines: index.add("news.jsonl", lines[::-1]),
        "over-older": fill_over_older,
        "pruned": fill_pruned,
        "erased": fill_erased,
    }


def queries(lines, seed):
    """Words, phrases and filters of the articles themselves."""
    choice = random.Random(seed)
    found = ["", "date:none"]
    while len(found) < QUERIES:
        words = (json.loads(choice.choice(lines)).get("body") or "").split()
        if len(words) < 4:
            continue
        start = choice.randrange(len(words) - 3)
        words = ["".join(sign for sign in word if sign.isalnum()) for word in words[start:start + 3]]
        text = " ".join(filter(None, words[:choice.randint(1, 3)]))
        kind = choice.choice(["{}", "{}", '"{}"', "person:{}", "{} sort"])
        if text:
            found.append(kind.format(text.split()[0] if "person" in kind else text))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", help="JSON Lines, plain or .gz")
    parser.add_argument("--wsearch", default=".build/release/wsearch")
    parser.add_argument("--folder", required=True, help="where the indexes are made")
    parser.add_argument("--limit", type=int, default=sys.maxsize, help="at most so many articles")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="these ways alone, with commas; always against plain")
    parser.add_argument("--keep", action="store_true", help="keeps all indexes")
    options = parser.parse_args()
    lines = read(options.articles, options.limit)
    asked = queries(lines, options.seed)
    os.makedirs(options.folder, exist_ok=True)
    plain, differing = None, 0
    for name, fill in ways(options.seed).items():
        if options.only and name != "plain" and name not in options.only.split(","):
            continue
        start = time.time()
        index = Index(os.path.abspath(options.wsearch), options.folder, name)
        fill(index, lines)
        answers = index.answers(asked)
        plain = plain or answers
        unlike = [number for number, pair in enumerate(zip(plain, answers)) if pair[0] != pair[1]]
        differing += bool(unlike)
        print(f"{name:12} {time.time() - start:7.1f} s  "
              + (f"{len(unlike)} answers differ: {unlike[:10]}" if unlike else "the same"), flush=True)
        if not unlike and name != "plain" and not options.keep:
            shutil.rmtree(index.sources)
            os.remove(index.path)
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
