"""Unpacks the members of a wheel that match a pattern: python unzip.py WHEEL FOLDER PATTERN...

A member keeps its path below the folder. A pattern that matches nothing is an error.
"""

import fnmatch
import sys
import zipfile

wheel, folder, *patterns = sys.argv[1:]
try:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        for pattern in patterns:
            matching = fnmatch.filter(names, pattern)
            if not matching:
                sys.exit(f"error: it holds no {pattern}")
            archive.extractall(folder, matching)
except (OSError, zipfile.BadZipFile) as error:
    sys.exit(f"error: {error}")
