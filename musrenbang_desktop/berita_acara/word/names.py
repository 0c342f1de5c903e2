"""Which fields a template names, and which of them nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from musrenbang_desktop.berita_acara.word.fields import ISI_TEMPLAT, Daftar, Isian, Kelompok
from musrenbang_desktop.berita_acara.word.fill import environment
from musrenbang_desktop.berita_acara.word.finding import Temuan
from musrenbang_desktop.berita_acara.word.nilai import Nilai

#: What may be done with a field; everything else of the language of templates is refused.
SARINGAN = frozenset({"upper", "lower", "title", "capitalize", "trim", "default", "length", "first", "last", "replace"})
_ALLOWED = (
    nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.For, nodes.If,
    nodes.CondExpr, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Filter, nodes.Test,
    nodes.Concat,
)  # fmt: skip
_LOOP = Kelompok("baris ke berapa", dict.fromkeys(("index", "index0", "first", "last", "length"), "angka"))

Scope = Mapping[str, Isian]


def names_in(xml: str, texts: Sequence[str]) -> tuple[set[str], list[Temuan]]:
    """The fields that a part names, and what is wrong; ``texts`` are its paragraphs, one a line of ``xml``."""
    made = environment()
    source = DocxTemplate("").patch_xml(xml)
    lines = _Lines(source, texts)
    try:
        tree = made.parse(source)
        walk = _Walk(lines)
        walk.visit(tree.body, ISI_TEMPLAT)
    except TemplateSyntaxError as error:
        return set(), [Temuan(_syntax(error), lines.text(error.lineno))]
    except (RecursionError, ValueError):  # brackets a thousand deep, a number of ten thousand digits
        return set(), [Temuan("Ada isian di templat ini yang terlalu panjang untuk dibaca. Tulis lebih singkat.")]
    return walk.used, walk.found


def sample(fields: Mapping[str, Isian] = ISI_TEMPLAT) -> dict[str, Nilai]:
    """A value for every field, of nobody: two rows in every list."""
    return {name: _sample(one) for name, one in fields.items()}


def _sample(one: Isian) -> Nilai:
    if isinstance(one, str):
        return "contoh"
    return [sample(one.isi), sample(one.isi)] if isinstance(one, Daftar) else sample(one.isi)


class _Lines:
    """From a line of the patched part to the paragraph that the operator knows.

    Cleaning takes whole paragraphs away (``{%p ... %}``), never the breaks between them that stay.
    """

    def __init__(self, source: str, texts: Sequence[str]) -> None:
        self._lines = source.split("\n")
        self._texts = texts

    def text(self, number: int) -> str:
        line = self._lines[number - 1] if 0 < number <= len(self._lines) else ""
        for mark in line.replace("{%", "\0{%").replace("{{", "\0{{").split("\0")[1:]:
            inside = mark[2:].partition("%}" if mark.startswith("{%") else "}}")[0].strip()
            for text in self._texts:
                if inside and inside in text:
                    return text
        return ""


def _syntax(error: TemplateSyntaxError) -> str:
    if "No filter" in (error.message or ""):
        return "Isian ini memakai saringan yang tidak dikenal."
    return "Isian di alinea ini tidak bisa dibaca."


@dataclass
class _Walk:
    lines: _Lines
    used: set[str] = field(default_factory=set)
    found: list[Temuan] = field(default_factory=list)
    row: str = ""
    """the name of the row that is repeated here, nothing outside of repetitions"""

    def visit(self, found: Sequence[nodes.Node], scope: Scope) -> None:
        for node in found:
            if isinstance(node, nodes.For):
                self._rows(node, scope)
            elif isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
                self._kind(node, scope)
            else:
                self._plain(node, scope)

    def _plain(self, node: nodes.Node, scope: Scope) -> None:
        filtered = isinstance(node, nodes.Filter) and node.name not in SARINGAN
        if filtered or not isinstance(node, _ALLOWED):
            self._tell("Perintah di alinea ini tidak boleh dipakai di templat.", node)
            return
        self.visit(list(node.iter_child_nodes()), scope)

    def _rows(self, node: nodes.For, scope: Scope) -> None:
        kind = self._kind(node.iter, scope)
        if self.row and _root(node.iter) != self.row:  # a list times a list times a list never ends
            self._tell("Di dalam perulangan hanya daftar milik barisnya yang bisa diulang lagi.", node)
        if kind is not None and not isinstance(kind, Daftar):
            self._tell("Yang diulang di alinea ini bukan daftar.", node)
        if not isinstance(node.target, nodes.Name) or node.recursive:
            self._tell("Perulangan di alinea ini tidak bisa dibaca.", node)
            return
        rows: Isian = Kelompok("baris", kind.isi) if isinstance(kind, Daftar) else Kelompok("baris", {})
        inner = {**scope, node.target.name: rows, "loop": _LOOP} if kind is not None else None
        if inner is not None:
            above, self.row = self.row, node.target.name
            self.visit([*([node.test] if node.test else []), *node.body, *node.else_], inner)
            self.row = above

    def _kind(self, node: nodes.Node, scope: Scope) -> Isian | None:
        """What a name stands for; None where nobody knows it, which has been told then."""
        if isinstance(node, nodes.Name):
            if node.name not in scope:
                self._unknown(node.name, scope, node)
                return None
            if scope[node.name] is ISI_TEMPLAT.get(node.name):
                self.used.add(node.name)
            return scope[node.name]
        part = _part_name(node)
        if not part or not isinstance(node, nodes.Getattr | nodes.Getitem):
            self._plain(node, scope)
            return None
        whole = self._kind(node.node, scope)
        if whole is None:
            return None
        parts = whole.isi if isinstance(whole, Kelompok) else {}
        if part not in parts:
            self._unknown(part, parts, node)
            return None
        return parts[part]

    def _unknown(self, name: str, known: Scope, node: nodes.Node) -> None:
        near = difflib.get_close_matches(name, known, 1, 0.6)
        meant = f" Mungkin maksudnya {near[0]}." if near else ""
        self._tell(f"Isian {name} tidak dikenal.{meant}", node)

    def _tell(self, sentence: str, node: nodes.Node) -> None:
        one = Temuan(sentence, self.lines.text(node.lineno or 0))
        if one not in self.found:
            self.found.append(one)


def _part_name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return ""


def _root(node: nodes.Node) -> str:
    """The name with which a field begins: ``g`` of ``g.usulan``."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def explained(fields: Mapping[str, Isian] = ISI_TEMPLAT, before: str = "") -> Iterator[tuple[str, str]]:
    """Every field as it is written in a template, with its sentence."""
    for name, one in fields.items():
        if isinstance(one, str):
            yield f"{before}{name}", one
        elif isinstance(one, Kelompok):
            yield from explained(one.isi, f"{before}{name}.")
        else:
            yield f"{before}{name}", f"{one.tentang}: {', '.join(one.isi)}"
