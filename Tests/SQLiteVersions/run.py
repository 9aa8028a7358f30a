#!/usr/bin/env python3
"""Has many versions of SQLite write FTS5 tables, for the reader of segments to be tested on.

    run.py FOLDER [--seeds 20] [--first 1] [--python python3.8]... [--only apsw==3.54.1.0]...

Each package of versions.txt is installed by pip into a folder of its own under FOLDER/packages, with
the first of the Pythons that has a wheel of it; a package that none has is named and passed over.
`write.py` says what the files hold. `make sqlite-versions` runs this, then the tests.
"""

import argparse
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def requirements():
    for line in (HERE / "versions.txt").read_text().splitlines():
        name = line.split("#")[0].strip()
        if name:
            yield name


def install(requirement, python, target):
    """False where there is no wheel for this Python."""
    command = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary", ":all:", "--target", str(target), requirement]
    return target.exists() or subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=20, help="files a version")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--python", action="append", default=[], help="another Python to try")
    parser.add_argument("--only", action="append", help="this package and no other")
    arguments = parser.parse_args()
    seeds = [str(arguments.first + number) for number in range(arguments.seeds)]
    arguments.folder.mkdir(parents=True, exist_ok=True)
    missing = []
    for requirement in arguments.only or requirements():
        for python in [sys.executable] + arguments.python:
            target = arguments.folder / "packages" / (requirement + "-" + pathlib.Path(python).name)
            if install(requirement, python, target):
                environment = dict(os.environ, PYTHONPATH=str(target.resolve()))
                command = [python, str(HERE / "write.py"), str(arguments.folder)] + seeds
                subprocess.run(command, env=environment, check=True)
                break
        else:
            missing.append(requirement)
    if missing:
        print("passed over, no wheel for these Pythons:", ", ".join(missing), file=sys.stderr)


main()
