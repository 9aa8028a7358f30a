#!/usr/bin/env python3
"""Readers and writers of one index under two user ids, over links, on read-only folders, on full disks,
over files that are cut: each outcome is an answer that was right at some moment, or one line that names
the file; nothing that was stored is lost.

    Tests/TwoUsers/run.py .build/release/wsearch --rounds 50 --seed 1

Needs root, which starts the others; without it the script says that it does nothing. What the machine
does not allow (mounting) is left out aloud.
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

OWNER, OTHER = 65532, 65533  # no accounts needed
FIRST, SECOND = 40, 300  # articles


class Broken(Exception):
    """What must never be."""


class Archive:
    """A folder with articles and an index that the owner has made of the first of them."""

    def __init__(self, folder, binary, mode=0o644, folder_mode=0o755):
        self.folder, self.binary = folder, binary
        self.place = folder / "place"
        self.index = self.place / "index.db"
        self.place.mkdir()
        os.chmod(folder, 0o755)
        os.chown(self.place, OWNER, OWNER)
        self.place.chmod(folder_mode)
        self.first = self.write("first.jsonl", 0, FIRST)
        self.second = self.write("second.jsonl", FIRST, FIRST + SECOND)
        self.expect(self.run(OWNER, "index", self.first), 0)
        self.index.chmod(mode)
        for ending in ("-wal", "-shm"):
            path = pathlib.Path(f"{self.index}{ending}")
            if path.exists():
                path.chmod(mode)

    def remove_logs(self):
        for ending in ("-wal", "-shm"):
            pathlib.Path(f"{self.index}{ending}").unlink(missing_ok=True)

    def write(self, name, start, end):
        path = self.folder / name
        with open(path, "w") as file:
            for number in range(start, end):
                body = " ".join(f"word{number * 7 % 900 + place * place} said" for place in range(150))
                article = {"id": str(number), "title": f"Peace {number}", "body": body + "."}
                file.write(json.dumps(article) + "\n")
        path.chmod(0o644)
        return path

    def start(self, user, *words, index=None):
        return subprocess.Popen(
            [self.binary, *map(str, words), "--index", str(index or self.index)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            user=user, group=user, extra_groups=[], cwd="/", env={"HOME": "/nonexistent"})

    def run(self, user, *words, index=None):
        return self.ended(self.start(user, *words, index=index))

    @staticmethod
    def ended(process):
        output, errors = process.communicate(timeout=120)
        return process.returncode, output.decode(), errors.decode()

    @staticmethod
    def lines(errors):
        return [line for line in errors.splitlines() if not line.startswith("wsearch: note:")]

    def expect(self, outcome, *statuses):
        """Holds that it ended as one may: with nothing to complain of, or with one line."""
        status, _, errors = outcome
        lines = self.lines(errors)
        if status not in statuses:
            raise Broken(f"status {status}, not {statuses}: {outcome}")
        if (status == 2) != (len(lines) == 1) or status != 2 and lines:
            raise Broken(f"not one line: {outcome}")
        if status == 2 and not (lines[0].startswith("wsearch: ") and ".db" in lines[0]):
            raise Broken(f"the file is not named: {outcome}")
        return outcome

    def total(self, user, *statuses, index=None):
        """How many articles a reader finds; None where it may not say."""
        words = ["query", "peace", "--json", "--limit", "3"]
        status, output, _ = self.expect(self.run(user, *words, index=index), *statuses)
        return json.loads(output)["total"] if status < 2 else None

    def finish(self):
        """Holds that the owner can write and that all is there."""
        self.expect(self.run(OWNER, "index", self.first, self.second), 0)
        self.expect(self.run(OWNER, "check"), 0)
        total = self.total(OWNER, 0)
        if total != FIRST + SECOND:
            raise Broken(f"{total} articles of {FIRST + SECOND}")
        for path in self.place.iterdir():
            if path.stat().st_uid != OWNER and path.name.startswith("index.db"):
                raise Broken(f"{path} belongs to {path.stat().st_uid}")


def reading_beside_a_run(archive, chance, user, index=None, may_fail=True):
    """Totals of one reader after another while the owner indexes: all of some state, none going back."""
    run = archive.start(OWNER, "index", "--memory", "4M", archive.second)
    totals = []
    while run.poll() is None:
        total = archive.total(user, *((0, 2) if may_fail else (0,)), index=index)
        totals += [] if total is None else [total]
        time.sleep(chance.uniform(0, 0.05))
    archive.expect(archive.ended(run), 0)
    if totals != sorted(totals) or any(not FIRST <= total <= FIRST + SECOND for total in totals):
        raise Broken(f"totals {totals}")


def other_reads_beside_a_run(archive, chance):
    reading_beside_a_run(archive, chance, OTHER, may_fail=False)


def other_reads_without_logs(archive, chance):
    archive.remove_logs()
    if archive.total(OTHER, 0) != FIRST:
        raise Broken("not what was stored")
    reading_beside_a_run(archive, chance, OTHER)


def other_reads_where_all_may_write(archive, chance):
    archive.place.chmod(0o1777)
    other_reads_without_logs(archive, chance)


def root_reads_without_logs(archive, chance):
    archive.remove_logs()
    reading_beside_a_run(archive, chance, 0, may_fail=False)


def root_writes_and_other_reads(archive, chance):
    run = archive.start(0, "index", "--memory", "4M", archive.second)
    while run.poll() is None:
        archive.total(chance.choice([OTHER, OWNER]), 0)
    archive.expect(archive.ended(run), 0)


def two_write_at_once(archive, chance):
    runs = [
        archive.start(user, "index", "--memory", "4M", archive.second)
        for user in chance.sample([OWNER, 0, OWNER], 3)
    ]
    for run in runs:
        archive.expect(archive.ended(run), 0, 2)


def other_may_not_write(archive, chance):
    for words in (["index", archive.second], ["person", "hide", "x"], ["upgrade"], ["check", "--repair"]):
        if words != ["upgrade"]:
            archive.expect(archive.run(OTHER, *words), 2)


def other_may_not_read(archive, chance):
    archive.index.chmod(0o600)
    archive.total(OTHER, 2)
    archive.expect(archive.run(OTHER, "stats"), 2)


def group_reads_beside_a_run(archive, chance):
    """The logs are made anew, with the index's group, for a reader who has no other right."""
    archive.remove_logs()
    archive.index.chmod(0o600)
    os.chown(archive.index, OWNER, OTHER)
    archive.expect(archive.run(0, "index", "--group"), 0)
    archive.place.chmod(0o751)
    reading_beside_a_run(archive, chance, OTHER, may_fail=False)


def hard_and_symbolic_links(archive, chance):
    away = archive.folder / "away"
    away.mkdir()
    os.chown(away, OWNER, OWNER)
    name = away / "name.db"
    (os.link if chance.random() < 0.6 else os.symlink)(archive.index, name)
    runs = [archive.start(OWNER, "index", "--memory", "4M", archive.second, index=index)
            for index in chance.sample([archive.index, name], 2)]
    while any(run.poll() is None for run in runs):
        archive.total(chance.choice([OWNER, 0]), 0, index=chance.choice([archive.index, name]))
    for run in runs:
        archive.expect(archive.ended(run), 0, 2)
    archive.expect(archive.run(OWNER, "check", index=name), 0)
    if [path.name for path in away.iterdir()] != ["name.db"]:
        raise Broken(f"logs by two names: {list(away.iterdir())}")


def killed(archive, chance):
    """Leaves a log with changes."""
    log = pathlib.Path(f"{archive.index}-wal")
    run = archive.start(OWNER, "index", "--memory", "4M", archive.second)
    while run.poll() is None and (not log.exists() or log.stat().st_size < 50_000):
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.1))
    run.kill()
    run.communicate()


def copied_after_a_kill(archive, chance):
    """A snapshot of a disk, read by someone who can write nothing there: all that was stored, or an
    error."""
    killed(archive, chance)
    copies = archive.folder / "copies"
    copies.mkdir()
    endings = [["", "-wal"], ["", "-wal", "-shm"]][chance.randrange(2)]
    for ending in endings:
        source = pathlib.Path(f"{archive.index}{ending}")
        if source.exists():
            shutil.copy(source, copies)
    for path in copies.iterdir():
        path.chmod(0o444)
    copies.chmod(0o555)
    copy = copies / "index.db"
    found = archive.total(OTHER, 0, 2, index=copy)
    stored = archive.total(OWNER, 0)
    if found not in (None, stored):
        raise Broken(f"{found} articles of {stored} in silence")


def read_only_folder(archive, chance):
    killed(archive, chance)
    archive.place.chmod(0o555)
    found = archive.total(OTHER, 0, 2)
    archive.expect(archive.run(OTHER, "check"), 0, 2)
    archive.place.chmod(0o755)
    stored = archive.total(OWNER, 0)
    if found not in (None, stored):
        raise Broken(f"{found} articles of {stored} in silence")


def cut_at_rest(archive, chance):
    whole = archive.index.read_bytes()
    os.truncate(archive.index, chance.randrange(len(whole)))
    archive.expect(archive.run(OWNER, "query", "peace", "--json"), 2)
    archive.expect(archive.run(OTHER, "stats"), 2)
    archive.index.write_bytes(whole)


def cut_while_read(archive, chance):
    whole = archive.index.read_bytes()
    batch = archive.folder / "batch.txt"
    batch.write_text("".join(f"q{number}\tword{number % 300}\n" for number in range(4000)))
    run = archive.start(OTHER, "query", "--batch", batch, "--format", "trec")
    time.sleep(chance.uniform(0.02, 0.2))
    os.truncate(archive.index, chance.randrange(len(whole)))
    archive.expect(archive.ended(run), 0, 1, 2)
    archive.index.write_bytes(whole)


def full_disk(archive, chance):
    """The index on a small disk of its own, until nothing fits any more."""
    disk = archive.folder / "disk"
    disk.mkdir()
    size = chance.randrange(300, 3000)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk)]
    if subprocess.run(mount, stderr=subprocess.DEVNULL).returncode:
        return print("skipped: mounting is not allowed here")
    try:
        os.chown(disk, OWNER, OWNER)
        index = disk / "index.db"
        status, _, _ = archive.expect(
            archive.run(OWNER, "index", "--memory", "4M", archive.first, archive.second, index=index),
            0, 2)
        before = archive.total(OWNER, 0, 1, 2, index=index)
        if status == 2:
            subprocess.run(["mount", "-o", "remount,size=40m", str(disk)], check=True)
        archive.expect(archive.run(OWNER, "index", archive.first, archive.second, index=index), 0)
        archive.expect(archive.run(OWNER, "check", index=index), 0)
        after = archive.total(OWNER, 0, index=index)
        if after != FIRST + SECOND or (before or 0) > after:
            raise Broken(f"{before}, then {after} articles")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def snapshots_beside_a_run(archive, chance):
    run = archive.start(OWNER, "index", "--memory", "4M", archive.second)
    number = 0
    while run.poll() is None and number < 6:
        copy = archive.folder / f"copy-{number}.db"
        archive.expect(archive.run(0, "snapshot", copy), 0)
        archive.expect(archive.run(0, "check", index=copy), 0)
        number += 1
    archive.expect(archive.ended(run), 0)


SCENARIOS = [
    other_reads_beside_a_run, other_reads_without_logs, other_reads_where_all_may_write,
    root_reads_without_logs, root_writes_and_other_reads, two_write_at_once, other_may_not_write,
    other_may_not_read, group_reads_beside_a_run,
    hard_and_symbolic_links, copied_after_a_kill, read_only_folder, cut_at_rest, cut_while_read,
    full_disk, snapshots_beside_a_run,
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=len(SCENARIOS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="the name of one scenario")
    options = parser.parse_args()
    if os.geteuid() != 0:
        return print("skipped: only root can be two users")
    scenarios = [each for each in SCENARIOS if options.only in (None, each.__name__)]
    with tempfile.TemporaryDirectory(prefix="wsearch-two-users-") as folder:
        folder = pathlib.Path(folder)
        folder.chmod(0o755)
        # The build may lie where others may not look.
        binary = folder / "wsearch"
        shutil.copy(options.binary, binary)
        for number in range(options.rounds):
            seed = options.seed + number
            scenario = scenarios[number % len(scenarios)]
            place = folder / str(number)
            place.mkdir()
            try:
                archive = Archive(place, binary)
                scenario(archive, random.Random(seed))
                archive.finish()
            except Broken as broken:
                sys.exit(f"{scenario.__name__}, --seed {seed}: {broken}")
            shutil.rmtree(place)
    print(f"two users: {options.rounds} rounds, nothing lost")


if __name__ == "__main__":
    main()
