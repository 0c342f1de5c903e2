"""Prints tickets on request, one a line: the command ``ticket`` without a new process for each. Arguments as for it."""

from __future__ import annotations

import sys

from sync.kabupaten import cli


def main() -> None:
    options = cli._parser().parse_args(["ticket", *sys.argv[1:], "00.00.00.0001"])
    cli._start_django(options)
    from sync.kabupaten.enrolment import issue

    for line in sys.stdin:
        kode, _, nama = line.strip().partition(" ")
        print(issue(kode, nama)[0], flush=True)


if __name__ == "__main__":
    main()
