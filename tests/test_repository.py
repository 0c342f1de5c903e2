"""What must hold for the tree as a whole: it is free of hosts and of machine paths, and its documents are true."""

from __future__ import annotations

import re
import subprocess
import sys
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

#: Where a path in a document may begin: at the root or, as in the layers, inside the product.
ROOTS = (ROOT, ROOT / "musrenbang_desktop")
OUR_PATHS = re.compile(
    rf"`((?:{'|'.join({re.escape(one.name) for root in ROOTS for one in root.iterdir() if one.is_dir()})})/[\w./*-]+|"
    r"[\w.-]+\.(?:md|toml|lock|spec)|justfile|LICENSE|NOTICE)`"
)
#: A module that is named without its folder, which stands before it in the sentence.
OUR_MODULES = re.compile(r"`([\w-]+\.(?:py|qss|html))`")
RECIPES = re.compile(r"(?:^|`)just ([a-z]+)", re.MULTILINE)

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
    named = {found[1].rstrip("/.") for found in OUR_PATHS.finditer(text)}
    linked = {link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not link.startswith("<")}
    places = (*ROOTS, document.parent)
    missing = [name for name in named - MADE_LATER if not any(list(place.glob(name)) for place in places)]
    missing += [link for link in linked if not (document.parent / link).exists()]
    missing += {found[1] for found in OUR_MODULES.finditer(text)} - {path.name for path in tree()}
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_that_a_document_names_exist(document: Path) -> None:
    recipes = set(
        re.findall(r"^([a-z]+)(?: [*a-z]+)*:(?!=)", (ROOT / "justfile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert "check" in recipes
    named = {found[1] for found in RECIPES.finditer(document.read_text(encoding="utf-8"))}
    assert named - recipes == set()


def test_every_fragment_of_the_changelog_has_a_topic_a_kind_and_words() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    kinds = {kind["directory"] for kind in project["tool"]["towncrier"]["type"]}
    for path in tree():
        if path.parent == ROOT / "changelog.d" and path.name not in ("README.md", "template.md.jinja"):
            topic, kind, ending = path.name.split(".")
            assert (bool(topic), kind in kinds, ending) == (True, True, "md"), path.name
            assert path.read_text(encoding="utf-8").strip().endswith("."), path.name


def test_the_changelog_says_to_an_operator_only_the_words_of_the_fragments() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "0.0.0"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "### Baru" in done.stdout
    assert re.findall(r"\(#[\w-]+\)", done.stdout) == []


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
