"""Jobs run away from the window; what they answer, raise or report comes back on the main thread."""

from __future__ import annotations

import threading

import pytest

from musrenbang_desktop.services.changes import ChangeBus, Changes
from ui.background import Background, JobControl, Progress
from ui.bridge import ChangeBridge, merged


@pytest.fixture
def real(say, qapp):
    made = Background(say)
    yield made
    made.close()


def test_an_answer_comes_back_on_the_main_thread(real, qtbot):
    places: dict[str, object] = {}

    def job(_control: JobControl) -> int:
        places["job"] = threading.current_thread()
        return 42

    def done(answer: int) -> None:
        places["done"] = threading.current_thread()
        places["answer"] = answer

    real.run(job, done, label="Membuat PDF")
    assert real.busy
    assert real.label == "Membuat PDF"
    qtbot.waitUntil(lambda: "answer" in places, timeout=2000)
    assert places["answer"] == 42
    assert places["done"] is threading.main_thread()
    assert places["job"] is not threading.main_thread()
    assert not real.busy


def test_an_exception_comes_back_to_who_asked(real, qtbot, say):
    caught: list[Exception] = []
    real.run(lambda _control: 1 // 0, on_error=caught.append)
    qtbot.waitUntil(lambda: len(caught) == 1, timeout=2000)
    assert isinstance(caught[0], ZeroDivisionError)
    assert say.said == []


def test_an_exception_that_nobody_wants_is_said(real, qtbot, say, expect_log):
    expect_log("ui.say", "trouble")

    def job(_control: JobControl) -> None:
        raise PermissionError(13, "x")

    real.run(job)
    qtbot.waitUntil(lambda: len(say.said) == 1, timeout=2000)
    assert "tidak boleh dibuka" in say.last.text


def test_jobs_run_one_after_another_in_their_order(real, qtbot):
    order: list[int] = []
    for number in range(5):
        real.run(lambda _control, number=number: number, order.append)
    qtbot.waitUntil(lambda: len(order) == 5, timeout=2000)
    assert order == [0, 1, 2, 3, 4]


def test_progress_is_told_but_not_at_every_step(real, qtbot):
    told: list[Progress | None] = []
    real.progressed.connect(told.append)

    def job(control: JobControl) -> None:
        for step in range(10_001):
            control.report(step, 10_000, "baris")

    real.run(job, label="Membaca berkas")
    qtbot.waitUntil(lambda: told[-1] is None, timeout=3000)
    steps = [progress for progress in told if progress is not None]
    assert steps[0] == Progress("Membaca berkas")
    assert steps[-1] == Progress("Membaca berkas", 10_000, 10_000, "baris")
    assert len(steps) < 150


def test_a_cancelled_job_answers_nothing_and_says_so(real, qtbot, say):
    running = threading.Event()
    answers: list[object] = []

    def job(control: JobControl) -> None:
        running.set()
        while True:
            control.check()

    real.run(job, answers.append, answers.append, label="Mengirim")
    assert running.wait(2)
    real.cancel()
    qtbot.waitUntil(lambda: not real.busy, timeout=2000)
    assert answers == []
    assert say.texts("info") == ["Dibatalkan: Mengirim."]


def test_closing_stops_the_job_waits_and_drops_its_answer(say, qapp, qtbot):
    background = Background(say)
    running, ended = threading.Event(), threading.Event()
    answers: list[object] = []

    def job(control: JobControl) -> str:
        running.set()
        while not control.cancelled:
            pass
        ended.set()
        return "terlambat"

    background.run(job, answers.append)
    background.run(lambda _control: answers.append("tidak pernah mulai"))
    assert running.wait(2)
    background.close()
    assert ended.is_set()
    qtbot.wait(20)
    assert answers == []


def test_the_inline_variant_does_the_same_at_once(background, say, expect_log):
    answers: list[object] = []
    background.run(lambda control: control.report(1, 2) or "siap", answers.append, label="x")
    assert answers == ["siap"]
    assert background.reports == [Progress("x", 1, 2)]
    background.run(lambda _control: 1 // 0, on_error=answers.append)
    assert isinstance(answers[1], ZeroDivisionError)


def test_changes_arrive_at_once_from_the_main_thread_and_later_from_others(qapp, qtbot):
    bus = ChangeBus()
    bridge = ChangeBridge(bus)
    heard: list[tuple[Changes, bool]] = []
    bridge.changed.connect(
        lambda changes: heard.append((changes, threading.current_thread() is threading.main_thread()))
    )
    near, far = Changes(kinds=frozenset({"usulan"})), Changes(kinds=frozenset({"peserta"}))
    bus.publish(near)
    assert heard == [(near, True)]
    other = threading.Thread(target=bus.publish, args=(far,))
    other.start()
    other.join()
    bridge.close()
    bus.publish(near)
    assert len(heard) <= 2


def test_missed_changes_are_joined():
    one = Changes(kinds=frozenset({"usulan"}), records=frozenset({"a"}), forum="f", label="satu")
    two = Changes(kinds=frozenset({"peserta"}), records=frozenset({"b"}), label="dua")
    assert merged(None, one) is one
    both = merged(one, two)
    assert (both.kinds, both.records, both.forum) == (frozenset({"usulan", "peserta"}), frozenset({"a", "b"}), "f")


def test_one_failing_listener_does_not_stop_the_others(expect_log):
    expect_log("musrenbang_desktop.services.changes", "listener failed")
    bus = ChangeBus()
    heard: list[Changes] = []

    def fail(_changes: Changes) -> None:
        raise ValueError

    bus.subscribe(fail)
    leave = bus.subscribe(heard.append)
    change = Changes(kinds=frozenset({"usulan"}))
    bus.publish(change)
    leave()
    leave()
    bus.publish(change)
    assert heard == [change]


def test_an_act_that_draws_runs_on_the_thread_of_the_window(qtbot, say):
    background, seen = Background(say), []

    def job(control: JobControl) -> str:
        seen.append(threading.current_thread() is threading.main_thread())
        return control.on_window(lambda: f"{threading.current_thread() is threading.main_thread()}")

    background.run(job, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=5_000)
    background.close()
    assert seen == [False, "True"]


def test_what_an_act_raises_reaches_the_job(qtbot, say):
    background, caught = Background(say), []

    def job(control: JobControl) -> None:
        with pytest.raises(ZeroDivisionError):
            control.on_window(lambda: 1 // 0)
        caught.append(True)

    background.run(job, lambda _none: None)
    qtbot.waitUntil(lambda: bool(caught), timeout=5_000)
    background.close()


def test_closing_never_waits_for_an_act_that_waits_for_the_window(say):
    background, done = Background(say), []
    begun = threading.Event()

    def job(control: JobControl) -> None:
        begun.set()
        control.on_window(lambda: done.append(1))

    background.run(job)
    assert begun.wait(5)
    background.close()
    assert done == [1]
