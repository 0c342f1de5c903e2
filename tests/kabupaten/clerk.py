"""Makes tickets and accounts on request, one a line, without a new process for each. Arguments as for ``ticket``."""

from __future__ import annotations

import json
import sys

from sync.kabupaten import cli


def main() -> None:
    options = cli._parser().parse_args(["ticket", *sys.argv[1:], "00.00.00.0001"])
    cli._start_django(options)
    from sync.kabupaten.enrolment import issue
    from sync.kabupaten.staff import set_account

    for line in sys.stdin:
        what, *words = json.loads(line)
        done = issue(*words)[0] if what == "tiket" else set_account(*words).akun.username
        print(done, flush=True)


if __name__ == "__main__":
    main()
