#!/usr/bin/env python3
"""Gives each reader bytes that libFuzzer thinks of, under AddressSanitizer.

    run.py [--seconds 600] [--formats mail,json] [--seeds FOLDER …] [--folder .build/fuzzer] [--swift swift]

Each format begins with the files of Tests/Fixtures/formats and of each FOLDER that are read as it; what
libFuzzer finds to be new is kept in the folder and begun with the next time. An input that ends the process, takes
ten seconds or two gigabytes is kept beside it and named. Ends with status 1 where there was one.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULES = ["ArticleModel", "IndexDefinition", "IndexData", "OperatingSystem", "CArguments", "CLateLibraries"]
FORMATS = (
    "text markdown html json jsonl xml csv wire sgml mail mbox mhtml warc archive docx odt epub rtf"
    " wikidump alto tei export"
).split()
LARGEST = 64 << 10


def build(swift, folder):
    """The fuzzer's path: SwiftPM compiles, what links libFuzzer's own `main` is done here."""
    environment = {**os.environ, "WSEARCH_TESTS": "ReaderFuzz"}
    flags = ["-Xswiftc", "-sanitize=fuzzer", "-Xswiftc", "-assert-config", "-Xswiftc", "Debug"]
    subprocess.run(
        [swift, "build", "-c", "release", "--sanitize=address", *flags, "--scratch-path", folder],
        check=True, cwd=ROOT, env=environment)
    objects = [
        str(path)
        for module in [*MODULES, "ArticleReading", "ReaderFuzz"]
        for path in (folder / "release" / f"{module}.build").rglob("*.o")
    ]
    fuzzer = folder / "reader-fuzz"
    subprocess.run(
        [f"{swift}c", "-sanitize=fuzzer,address", "-parse-as-library", "-o", fuzzer, *objects],
        check=True, stderr=subprocess.DEVNULL)
    return fuzzer


def seeds(folders):
    """The files to begin with, but for empty ones and those that are too large to be changed often."""
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.is_file() and 0 < path.stat().st_size <= LARGEST:
                yield path


def corpus(folder, name, files):
    """A format's own corpus, filled with every file: those it cannot read teach it how they fail."""
    kept = folder / "corpus" / name
    kept.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(files):
        shutil.copyfile(path, kept / f"seed-{number}")
    return kept


def fuzz(fuzzer, folder, name, files, seconds):
    """What libFuzzer says of one format: executions, edges covered, and the inputs that ended it."""
    found = folder / "found" / name
    shutil.rmtree(found, ignore_errors=True)
    found.mkdir(parents=True)
    environment = {
        **os.environ, "WSEARCH_FUZZ_FORMAT": name, "SWIFT_BACKTRACE": "enable=no",
        "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1", "TMPDIR": str(found),
    }
    command = [
        fuzzer, f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", f"-max_len={LARGEST}",
        "-detect_leaks=0", "-print_final_stats=1", "-reload=0", f"-artifact_prefix={found}/",
        corpus(folder, name, files),
    ]
    log = folder / f"{name}.log"
    with open(log, "wb") as output:
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    said = log.read_text(errors="replace")
    runs = re.findall(r"number_of_executed_units: (\d+)", said)
    edges = re.findall(r"cov: (\d+)", said)
    bad = sorted(path.name for path in found.iterdir() if not path.name.startswith("wsearch-fuzz-"))
    return {
        "format": name, "executions": int(runs[-1]) if runs else 0, "edges": int(edges[-1]) if edges else 0,
        "found": bad,
    }


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--seeds", action="append", default=[])
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / ".build/fuzzer")
    parser.add_argument("--swift", default="swift")
    return parser.parse_args()


def main():
    given = arguments()
    folder = given.folder.resolve()
    fuzzer = build(given.swift, folder)
    files = list(seeds([ROOT / "Tests/Fixtures/formats/files", ROOT / "Examples/news", *given.seeds]))
    failed = False
    for name in given.formats.split(","):
        result = fuzz(fuzzer, folder, name, files, given.seconds)
        failed |= bool(result["found"])
        print(json.dumps(result), flush=True)
    return 1 if failed else 0


sys.exit(main())
