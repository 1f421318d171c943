"""Unpacks the members of a wheel that match any of the patterns: python unzip.py WHEEL FOLDER PATTERN...

A member keeps its path below the folder. Fails where a pattern matches nothing.
"""

import fnmatch
import sys
import zipfile


def unzip(wheel, folder, patterns):
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        for pattern in patterns:
            matching = fnmatch.filter(names, pattern)
            if not matching:
                sys.exit(f"{wheel} holds no {pattern}")
            for name in matching:
                archive.extract(name, folder)


if __name__ == "__main__":
    try:
        unzip(sys.argv[1], sys.argv[2], sys.argv[3:])
    except (OSError, zipfile.BadZipFile) as error:
        sys.exit(f"error: {sys.argv[1]} cannot be unpacked: {error}")
