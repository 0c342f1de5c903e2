"""Nothing that Qt says by itself is English, and our own texts can be translated."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QMessageBox, QTextEdit

import ui
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import UsulanBaru
from tests.sukamaju import sealed_forum
from tests.village import Prepared
from ui.rule_sentences import PARTS, SENTENCES
from ui.sentences import known, sentence

SOURCES = sorted(Path(ui.__file__).parent.rglob("*.py"))
PRODUCT = Path(ui.__file__).parents[1] / "musrenbang_desktop"
ENGLISH = re.compile(
    r"\b(Save|Open|Close|Cancel|Yes|No|Abort|Retry|Ignore|Discard|Help|Apply|Reset|Restore|Defaults|All|Undo|Redo|Cut|"
    r"Copy|Paste|Delete|Select|Look in|File|name|Files of type|Directory|Back|Forward|Parent|Create|New|Show|Details)\b"
)
#: Words that an operator never sees.
FORBIDDEN = re.compile(r"\b(sync|sinkron\w*|error|submit|draft|server 500)\b", re.IGNORECASE)


def clean(text: str) -> str:
    return text.replace("&", "")


@pytest.mark.parametrize("kind", [QDialogButtonBox, QMessageBox])
def test_standard_buttons_are_indonesian(qtbot, kind):
    box = kind()
    qtbot.addWidget(box)
    for button in QDialogButtonBox.StandardButton:
        if button == QDialogButtonBox.StandardButton.NoButton or button.name in ("FirstButton", "LastButton"):
            continue
        box.setStandardButtons(kind.StandardButton(button.value))
        shown = [clean(made.text()) for made in box.buttons()]
        assert shown, button
        assert not any(ENGLISH.search(text) for text in shown), shown


@pytest.mark.parametrize("editor", [QLineEdit, QTextEdit])
def test_the_menu_of_a_field_is_indonesian(qtbot, editor):
    made = editor()
    qtbot.addWidget(made)
    menu = made.createStandardContextMenu()
    texts = [clean(action.text()).split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert "Salin" in texts
    assert not [text for text in texts if ENGLISH.search(text)]
    menu.deleteLater()


@pytest.mark.parametrize("mode", [QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave])
def test_the_file_dialog_is_indonesian(qtbot, tmp_path, mode):
    dialog = QFileDialog(None, "Pilih berkas", str(tmp_path), "Excel (*.xlsx)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    qtbot.addWidget(dialog)
    dialog.show()
    texts = [widget.text() for widget in dialog.findChildren(QLabel)]
    texts += [text for widget in dialog.findChildren(QAbstractButton) for text in (widget.text(), widget.toolTip())]
    texts += [dialog.labelText(label) for label in QFileDialog.DialogLabel]
    assert "&Jenis berkas:" in texts
    assert not [text for text in texts if ENGLISH.search(clean(text))]


def test_the_print_dialog_has_our_words(qapp):
    for context, text in (
        ("QPrintDialog", "Print"),
        ("QPrintSettingsOutput", "Copies:"),
        ("QPageSetupWidget", "Landscape"),
    ):
        assert QCoreApplication.translate(context, text) != text


def test_names_of_keys_stay_as_they_are(qapp):
    """A translated name of a key would take the shortcut away."""
    for text in ("Ctrl+Return", "Ctrl+Enter", "Alt+Left", "Del", "PgUp", "Space"):
        assert QKeySequence(text) == QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)
        assert QKeySequence(text).toString() == text


def test_numbers_and_days_follow_indonesia(qapp):
    assert QLocale().toString(1_234_567) == "1.234.567"
    assert QLocale().dayName(3) == "Rabu"


def calls_of_tr(tree: ast.AST) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and node.func.attr in ("tr", "translate") and not paints(node.func))
            or (isinstance(node.func, ast.Name) and node.func.id in ("_tr", "QT_TRANSLATE_NOOP"))
        )
    ]


def paints(method: ast.Attribute) -> bool:
    """``painter.translate(x, y)`` moves, it does not speak."""
    return isinstance(method.value, ast.Name) and method.value.id == "painter"


def made_up(node: ast.expr) -> bool:
    """Whether this text is put together before it is looked up, so that no catalogue can hold it."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.Add)):
        return True
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ('self.tr(f"Dusun {x}")', True),
        ('self.tr("Dusun %s" % x)', True),
        ('self.tr("Dusun {x}".format(x=x))', True),
        ('translate("K", "Dusun " + x)', False),
        ('app.translate("K", "Dusun " + x)', True),
        ('self.tr("Dusun {x}").format(x=x)', False),
    ],
)
def test_the_check_finds_what_it_should(code, wrong):
    assert any(made_up(argument) for call in calls_of_tr(ast.parse(code)) for argument in call.args) is wrong


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_no_text_is_made_up_before_it_is_looked_up(file):
    calls = calls_of_tr(ast.parse(file.read_text(encoding="utf-8")))
    assert not [call.lineno for call in calls if any(made_up(argument) for argument in call.args)]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_no_jargon_is_shown(file):
    calls = calls_of_tr(ast.parse(file.read_text(encoding="utf-8")))
    texts = [a.value for call in calls for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    assert not [text for text in texts if FORBIDDEN.search(text)]


def rules() -> set[tuple[str, str]]:
    """Every RuleBroken(field, code) that is written out in the product; a field that varies counts as any."""
    found = set()
    for file in PRODUCT.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "RuleBroken":
                field, code = node.args[:2]
                if isinstance(code, ast.Constant):
                    found.add((str(field.value) if isinstance(field, ast.Constant) else "", str(code.value)))
    return found


def test_every_rule_of_the_product_has_a_sentence():
    assert len(rules()) > 15
    assert not [rule for rule in sorted(rules()) if not known(RuleBroken(*rule))]


def test_no_rule_has_two_sentences_and_every_sentence_can_be_said():
    assert sum(len(part.SENTENCES) for part in PARTS) == len(SENTENCES)
    elsewhere = [file for file in (*PRODUCT.rglob("*.py"), *SOURCES) if file.parent.name != "rule_sentences"]
    words = {
        node.value
        for file in elsewhere
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    beginnings = tuple(word for word in words if word.endswith("_"))  # f"kurang_{what}"
    assert not [rule for rule in SENTENCES if rule[1] not in words and not rule[1].startswith(beginnings)]


def test_who_types_after_the_seal_is_not_sent_to_open_what_stays_shut(prepared: Prepared, tmp_path):
    """Both a closed and a sealed result are refused with this sentence, and only the first can be opened again."""
    with prepared.opened(sealed_forum, tmp_path) as services:
        with pytest.raises(RuleBroken) as refused:
            services.usulan.catat(UsulanBaru(judul="Talud baru"))
        with pytest.raises(RuleBroken):
            services.kesepakatan.buka_lagi("salah ketik")
    said = sentence(refused.value)
    assert "Selama belum disegel" in said and "catatan tambahan" in said
