"""Pages for the staff of kecamatan, perangkat daerah and Bappeda."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth import authenticate, login, logout
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sync.kabupaten import forum_facts, paket, throttle
from sync.kabupaten.antardesa import shared as shared_with
from sync.kabupaten.decisions import DecisionForm, Overtaken, Withdrawn, choices, decide, last_id, standing
from sync.kabupaten.listing import attendance, shown
from sync.kabupaten.models import SHOWN, Forum, Petugas, Putusan, Usulan
from sync.kabupaten.status import DECISIONS, OFFICES, tempat
from sync.wire.reasons import REASONS

StaffView = Callable[..., HttpResponseBase]

WAITING = "belum"
NOT_SENT_UP = ("dana_desa", "belum_disepakati")
_PAGE = 50

_WRONG_LOGIN = "Nama atau sandi tidak cocok. Periksa huruf besar dan kecilnya."
_CLOSED = "Terlalu sering salah. Tunggu seperempat jam, lalu coba lagi."
_OVERTAKEN = "Petugas lain baru saja memutus usulan ini. Putusan Anda belum disimpan; periksa dulu putusan terbaru."


def staff_only(view: StaffView) -> StaffView:
    """Only for a login that belongs to an office; the view gets it as ``petugas``."""

    @never_cache
    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        petugas = Petugas.objects.filter(akun=request.user.pk).first() if request.user.is_authenticated else None
        if petugas is None:
            return HttpResponseRedirect(f"/masuk?lanjut={request.path}")
        return view(request, petugas, *args, **kwargs)

    return wrapped


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Name and password."""
    if request.method != "POST":
        return render(request, "masuk.html", {"lanjut": request.GET.get("lanjut", "")})
    name = request.POST.get("nama", "").replace("\0", "")[:150]
    sandi, address = request.POST.get("sandi", "").replace("\0", "")[:500], request.META.get("REMOTE_ADDR", "")
    after = request.POST.get("lanjut", "")
    if throttle.is_closed(name, address):
        return render(request, "masuk.html", {"salah": _CLOSED, "nama": name, "lanjut": after}, status=429)
    user = authenticate(request, username=name, password=sandi)
    if user is None or not Petugas.objects.filter(akun=user.pk).exists():
        throttle.note_failure(name, address)
        return render(request, "masuk.html", {"salah": _WRONG_LOGIN, "nama": name, "lanjut": after}, status=403)
    throttle.forget(name, address)
    login(request, user)
    request.session.clear_expired()
    safe = url_has_allowed_host_and_scheme(after, allowed_hosts=None) and after.startswith("/petugas")
    return redirect(after if safe else "/petugas")


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("/")


@require_safe
@staff_only
def inbox(request: HttpRequest, petugas: Petugas) -> HttpResponse:
    """Forums that have arrived, newest first, with what still waits for this level."""
    forums = (
        _forums(petugas)
        .select_related("desa")
        .annotate(jumlah=Count("usulan", filter=Q(usulan__ada=True, usulan__status="aktif")))
        .order_by("-diterima", "id")
    )
    page = Paginator(forums, _PAGE).get_page(request.GET.get("hal"))
    waiting = dict(
        _waiting(petugas).filter(forum__in=[row.id for row in page]).order_by().values_list("forum")
        .annotate(jumlah=Count("id"))
    )  # fmt: skip
    newest = paket.newest()
    year = newest[0].tahun_rencana if newest else None
    until = paket.deadline(year)
    rows = [(forum, waiting.get(forum.id, 0), _late(forum, year, until)) for forum in page]
    context = {
        "petugas": petugas, "forum": rows, "halaman": page, "menunggu": _waiting(petugas).count(),
        "paket": newest[0] if newest else None,
    }  # fmt: skip
    return render(request, "kotak.html", context)


@require_safe
@staff_only
def forum(request: HttpRequest, petugas: Petugas, forum: str) -> HttpResponse:
    """What a forum was: who came by counts, its money, its delegates, the moves of the hall; no person."""
    row = get_object_or_404(_forums(petugas).select_related("desa"), id=forum)
    context = {
        "petugas": petugas, "forum": row, "hadir": attendance(row), "fakta": forum_facts.read(row),
        "terlambat": _late(row, row.tahun_rencana, paket.deadline(row.tahun_rencana)),
    }  # fmt: skip
    return render(request, "forum.html", context)


@require_safe
@staff_only
def package(_request: HttpRequest, _petugas: Petugas) -> HttpResponseBase:
    """The newest package, for a stick or a village that has a network."""
    found = paket.newest()
    if found is None:
        raise Http404
    head, path = found
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=paket.file_name(head), content_type="application/octet-stream"
    )


@require_safe
@staff_only
def proposals(request: HttpRequest, petugas: Petugas) -> HttpResponse:
    """Usulan of all villages, filtered."""
    names = ("forum", "putusan", "cari", "bersama")
    chosen = {name: request.GET.get(name, "").replace("\0", "").strip()[:100] for name in names}
    if "putusan" not in request.GET:
        chosen["putusan"] = WAITING
    page = Paginator(_filtered(petugas, chosen), _PAGE).get_page(request.GET.get("hal"))
    forums = _forums(petugas).order_by("nama", "-tahun_rencana")
    words = {WAITING: "Menunggu putusan", **DECISIONS}
    del words["dibatalkan"]
    context = {
        "petugas": petugas, "pilihan": chosen, "halaman": page, "butir": shown(list(page)), "semua_forum": forums,
        "tautan": f"&{urlencode(chosen)}", "semua_putusan": words.items(),
    }  # fmt: skip
    return render(request, "daftar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def proposal(request: HttpRequest, petugas: Petugas, usulan: str) -> HttpResponse:
    """One usulan with its way so far, and the form to decide about it."""
    row = get_object_or_404(_real(petugas), id=usulan)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        if chosen["putusan"] == "dibatalkan" and standing(row, petugas) is None:
            form.add_error("putusan", "Belum ada putusan yang bisa dibatalkan.")
        elif saved := _save(row, petugas, form):
            return saved
    item = shown([row], steps=True)[0]
    before = standing(row, petugas)
    context = {
        "petugas": petugas, "butir": item, "form": form, "pilihan": choices(before), "sebelumnya": before,
        "kata_sebelumnya": DECISIONS.get(before.putusan, "") if before else "", "alasan": REASONS,
        "hadir": attendance(row.forum), "bersama": shared_with(row, _forums(petugas)),
        "terakhir": last_id(row, petugas), "tingkat": OFFICES[petugas.tingkat], "tersimpan": "tersimpan" in request.GET,
        "tempat": tempat(row.forum),
    }  # fmt: skip
    return render(request, "putus.html", context)


def _save(row: Usulan, petugas: Petugas, form: DecisionForm) -> HttpResponse | None:
    chosen = form.cleaned_data
    seen = chosen["terakhir"] if chosen["terakhir"] is not None else last_id(row, petugas)
    try:
        decide(row, petugas, chosen["putusan"], chosen["alasan_kode"], chosen["alasan"], seen)
    except Overtaken:
        form.add_error(None, _OVERTAKEN)
        return None
    except Withdrawn:
        row.refresh_from_db()
        return None
    return redirect(f"/petugas/usulan/{row.id}?tersimpan")


def _late(forum: Forum, year: int | None, until: str) -> str:
    """``terlambat 9 hari`` as the laptop said, by network or by stick; else by the day of arrival; empty in time."""
    days = forum.desa.terlambat.get(forum.id)
    if days:
        return f"terlambat {days} hari"
    late = bool(until) and forum.tahun_rencana == year and timezone.localdate(forum.diterima).isoformat() > until
    return "terlambat" if late else ""


def _forums(petugas: Petugas) -> QuerySet[Forum]:
    """The forums that this login serves."""
    return Forum.objects.filter(**SHOWN, desa__kode__startswith=petugas.wilayah)


def _real(petugas: Petugas) -> QuerySet[Usulan]:
    return Usulan.objects.filter(ada=True, forum__in=_forums(petugas)).select_related("forum")


def _last_is(petugas: Petugas, putusan: str) -> Exists:
    """Whether the last word of this level about an usulan is ``putusan``."""
    own = Putusan.objects.filter(tingkat=petugas.tingkat)
    newest = own.filter(usulan=OuterRef("usulan")).order_by("-id").values("id")[:1]
    return Exists(own.filter(usulan=OuterRef("pk"), putusan=putusan, id=Subquery(newest)))


def _waiting(petugas: Petugas) -> QuerySet[Usulan]:
    """Usulan sent up about which this level has not decided, or has taken its decision back."""
    decided = Exists(Putusan.objects.filter(usulan=OuterRef("pk"), tingkat=petugas.tingkat))
    undecided = ~decided | _last_is(petugas, "dibatalkan")
    return _real(petugas).filter(undecided, status="aktif").exclude(keluaran__in=NOT_SENT_UP)


def _filtered(petugas: Petugas, chosen: dict[str, str]) -> QuerySet[Usulan]:
    if chosen["putusan"] == WAITING:
        rows = _waiting(petugas)
    elif chosen["putusan"]:
        rows = _real(petugas).filter(_last_is(petugas, chosen["putusan"]))
    else:
        rows = _real(petugas)
    if chosen["forum"]:
        rows = rows.filter(forum=chosen["forum"])
    if chosen["bersama"]:
        rows = rows.exclude(antardesa=[])
    for word in chosen["cari"].split():
        rows = rows.filter(Q(judul__icontains=word) | Q(lokasi__icontains=word) | Q(dusun__icontains=word))
    return rows.order_by("forum__nama", "forum", "urutan", "nomor", "id")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A form that was left open too long, or came from another site."""
    text = "Halaman ini sudah terlalu lama terbuka. Tidak ada yang tersimpan. Muat ulang halaman, lalu coba lagi."
    return render(request, "pesan.html", {"judul": "Perlu dimuat ulang", "pesan": text}, status=403)
