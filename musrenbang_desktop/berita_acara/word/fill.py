"""Fill a template with facts. Recorded text is text and nothing else: it cannot name a field or end a paragraph."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from xml.sax.saxutils import escape

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment
from jinja2.exceptions import SecurityError, TemplateError, TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from musrenbang_desktop.berita_acara.word.nilai import Nilai
from musrenbang_desktop.berita_acara.word.ooxml import zipped
from musrenbang_desktop.domain.errors import RuleBroken

#: What XML 1.0 cannot hold (section 2.2), and the two letters that docxtpl takes for the end of a paragraph or page.
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: What one field may become.
MOST_LETTERS = 100_000

#: What docxtpl, python-docx and lxml raise for a file that somebody has damaged: they do not look before they read.
_STUMBLED = (
    TemplateError, SecurityError, etree.LxmlError, zipfile.BadZipFile, OpcError, PythonDocxError,
    ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError, AssertionError,
)  # fmt: skip


def fill(template: bytes, fields: Mapping[str, Nilai], *, title: str, day: date) -> bytes:
    """The filled .docx, with the ``day`` of the forum in its properties. The same values always give the same bytes.

    Raises RuleBroken("templat", "tidak_bisa_diisi") for a template that was not checked before.
    """
    try:
        return _without_clock(_filled(template, fields, title, day))
    except _STUMBLED as error:
        raise RuleBroken("templat", "tidak_bisa_diisi") from error


def _filled(template: bytes, fields: Mapping[str, Nilai], title: str, day: date) -> bytes:
    document = _Document(io.BytesIO(template))
    document.render(dict(fields), environment(), autoescape=False)
    properties = document.docx.core_properties
    properties.title, properties.author, properties.language = _clean(title)[:255], "Musrenbang Desktop", "id-ID"
    properties.created = properties.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    properties.last_modified_by, properties.revision = "", 1
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


class _Document(DocxTemplate):  # type: ignore[misc]  # docxtpl's own types are incomplete
    """The properties of the file are set by us; a field in them would be filled as if it were XML."""

    def render_properties(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:
        """Leave them alone."""


def environment() -> Environment:
    """A template may name fields, go through rows and choose; it reaches nothing of the program."""
    made = ImmutableSandboxedEnvironment(undefined=ChainableUndefined, finalize=as_text)
    made.globals.clear()
    made.filters["replace"] = replaced
    return made


def replaced(value: object, old: object, new: object) -> str:
    """The filter ``replace``. One in the next, it would make ten letters a thousand million: raises TemplateError."""
    text, old, new = str(value), str(old), str(new)
    if len(text) + text.count(old) * len(new) > MOST_LETTERS:
        raise TemplateRuntimeError("replace")
    return text.replace(old, new)


def as_text(value: object) -> str:
    """A value as XML text. Braces and percent signs are written as their numbers, so that nothing reads them again."""
    return escape(_clean(str(value)), {"{": "&#123;", "}": "&#125;", "%": "&#37;"})


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def _without_clock(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
