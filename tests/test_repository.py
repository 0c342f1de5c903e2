"""What must hold for the tree as a whole: it is free of hosts and of machine paths, and its documents are true."""

from __future__ import annotations

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

# Put together from parts, so that this file does not find itself.
REGISTRY_HOSTS = [
    "py" + "pi.org",
    "python" + "hosted",
    "files.python" + "hosted.org",
    "npm" + "js.org",
    "crates" + ".io",
]
MACHINE_PATHS = ["/" + "work/", "/" + "root/", "/" + "farm/", "/" + "home/[a-z]", r"C:\\" + r"Users\\[a-z]"]

#: The first folder of a path that a document may name.
OUR_FOLDERS = "musrenbang_desktop|ui|sync|resources|tests|docs|bench|changelog.d|\\.ci"
OUR_FILES = re.compile(rf"`((?:{OUR_FOLDERS})/[\w./-]+|[\w.-]+\.(?:md|toml|lock|spec)|justfile|LICENSE|NOTICE)`")


#: Named by documents, made by commands, never committed.
MADE_LATER = {"uv.lock"}


@cache
def tree() -> tuple[Path, ...]:
    """Every file that is, or is about to be, in the repository."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return tuple(path for name in listing.split("\0") if name and (path := ROOT / name).is_file())


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tree():
        data = path.read_bytes()
        if b"\0" not in data[:8192]:
            found.append((path.relative_to(ROOT), data.decode("utf-8", errors="replace")))
    return found


@pytest.mark.parametrize("pattern", [re.escape(host) for host in REGISTRY_HOSTS] + MACHINE_PATHS)
def test_no_file_names(pattern: str) -> None:
    wanted = re.compile(pattern)
    assert [f"{path}: {found[0]}" for path, text in texts() if (found := wanted.search(text))] == []


def test_licence_is_apache_2() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_readme_names_both_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 .ci/go.py demo --out demo" in text
    assert "python3 .ci/go.py test" in text


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_that_a_document_names_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = {found[1].rstrip("/.") for found in OUR_FILES.finditer(text)}
    linked = {link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not link.startswith("<")}
    missing = [
        name for name in named - MADE_LATER if not (ROOT / name).exists() and not (document.parent / name).exists()
    ]
    missing += [link for link in linked if not (document.parent / link).exists()]
    assert missing == []


def test_every_adr_is_numbered_once() -> None:
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_lock_holds_every_direct_dependency_with_a_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(each for extra in project["project"]["optional-dependencies"].values() for each in extra),
        *(each for group in project["dependency-groups"].values() for each in group),
    ]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {
        normal(name): block for name, block in re.findall(r"^([\w.-]+)==((?:.*\\\n)*.*)", lock, flags=re.MULTILINE)
    }
    names = {normal(re.match(r"[\w.-]+", each)[0]) for each in wanted}
    assert names - locked.keys() == set()
    assert [name for name, block in locked.items() if "--hash=sha256:" not in block] == []


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_lock_obeys_the_ranges_of_the_project() -> None:
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    versions = {normal(name): version for name, version in re.findall(r"^([\w.-]+)==([\w.+!-]+)", lock, re.MULTILINE)}
    outside = [
        text
        for text in project["project"]["dependencies"]
        if versions[normal((need := Requirement(text)).name)] not in need.specifier
    ]
    assert outside == []
