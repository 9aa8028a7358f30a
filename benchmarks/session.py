"""Commands that are measured, and engines that answer round by round."""

import os
import subprocess
import tempfile
import time


class Measured:
    """What a command took: seconds, peak resident bytes, standard output, and how busy the machine was otherwise."""

    def __init__(self, command, accepted=(0,)):
        with tempfile.TemporaryFile() as errors:
            start, busy = time.perf_counter(), busy_seconds()
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)
            self.output = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.seconds = time.perf_counter() - start
            self.resident = usage.ru_maxrss * 1024
            # The share of all cores that other processes had; None where the system does not tell.
            others = busy_seconds() - busy - usage.ru_utime - usage.ru_stime
            self.others = round(max(others, 0) / (self.seconds * os.cpu_count()), 3) if busy else None
            if process.returncode not in accepted:
                errors.seek(0)
                raise RuntimeError(f"{command[0]} failed: {errors.read().decode()[-500:]}")


def busy_seconds():
    """Processor time of the whole machine since it started, on Linux; else 0."""
    try:
        with open("/proc/stat", encoding="ascii") as file:
            user, nice, system, _, _, interrupts, soft = map(int, file.readline().split()[1:8])
    except OSError:
        return 0
    return (user + nice + system + interrupts + soft) / os.sysconf("SC_CLK_TCK")


class Session:
    """A running engine that answers a round of queries at a time (see peers/protocol.py)."""

    def __init__(self, engine):
        self.engine = engine
        self.process = subprocess.Popen(
            engine.query, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def round(self, mode):
        """The rows of one round: query, total, people, countries, dated, nanoseconds."""
        self.process.stdin.write(mode + "\n")
        self.process.stdin.flush()
        rows = []
        while (line := self.process.stdout.readline()) != "\n":
            if not line:
                raise RuntimeError(f"{self.engine.name} ended early")
            _, _, query, *counts = line.rstrip("\n").split(",")
            rows.append((query, *map(int, counts)))
        return rows

    def resident(self):
        """Bytes resident now, on Linux; the page cache that is mapped counts too."""
        try:
            with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
                fields = dict(line.split(":", 1) for line in file)
            return int(fields["RssAnon"].split()[0]) * 1024, int(fields["VmRSS"].split()[0]) * 1024
        except (OSError, KeyError):
            return 0, 0

    def close(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.wait()


def size(path):
    """Bytes of a file or of all files under a folder, links followed; PostgreSQL's log of changes is not counted."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name))
               for folder, _, names in os.walk(path, followlinks=True) if "pg_wal" not in folder
               for name in names)
