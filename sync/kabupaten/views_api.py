"""The two addresses that devices use. Whatever arrives, the answer is one of ours, never a stack trace."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps

import msgspec
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt

from sync.kabupaten import enrolment, place
from sync.kabupaten.apply import receive
from sync.kabupaten.completing import complete
from sync.kabupaten.refusal import Refusal
from sync.wire import answer, batch, brief, compact, enrol, limits, problem
from sync.wire.encoding import deflate, from_text, inflate
from sync.wire.errors import Malformed, TooLarge

log = logging.getLogger(__name__)

_DONE = 200
View = Callable[[HttpRequest], HttpResponse]


def device_view(view: View) -> View:
    """A view that may raise Refusal and whatever a message of ours cannot be."""

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        try:
            return _guarded(lambda: view(request))
        except Refusal as refusal:
            response = _reply(request, refusal.body, refusal.status, problem.MEDIA_TYPE)
            if refusal.wait:
                response["Retry-After"] = str(refusal.wait)
            return response

    return wrapped


def _is_brief(request: HttpRequest) -> bool:
    return request.content_type == brief.MEDIA_TYPE


def _signature_alone(body: bytes) -> HttpResponse:
    """Bare bytes have no media type to name (RFC 9110, 8.3)."""
    response = HttpResponse(from_text(answer.sign(place.private_key(), body), brief.SIGNATURE_SIZE))
    del response.headers["Content-Type"]
    return response


def _body(request: HttpRequest) -> bytes:
    """The inflated body. Raises Refusal, Malformed, TooLarge, and what Django does for a body that is cut."""
    data = _raw(request)
    if request.content_type == compact.MEDIA_TYPE:
        return compact.unpack(data, limits.MAX_INFLATED)
    return inflate(data, request.headers.get("Content-Encoding", "").strip().lower(), limits.MAX_INFLATED)


def _raw(request: HttpRequest) -> bytes:
    if request.method != "POST":
        raise Refusal("bentuk", "Alamat ini hanya menerima kiriman program Musrenbang.", 405)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isascii() or not length.isdigit() or int(length) > limits.MAX_BODY:
        raise Refusal("besar", "Kiriman terlalu besar.", 413)
    return request.body


def _reply(request: HttpRequest, body: bytes, status: int, media_type: str) -> HttpResponse:
    """The signature covers the body itself, not its compressed form."""
    signature = answer.sign(place.private_key(), body)
    short = request.content_type in (brief.MEDIA_TYPE, compact.MEDIA_TYPE) and status == _DONE
    if short and (packed := compact.pack(body)) is not None:
        return HttpResponse(from_text(signature, compact.SIGNATURE_SIZE) + packed, content_type=compact.MEDIA_TYPE)
    headers = {answer.SIGNATURE_HEADER: signature}
    packed = body
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        packed, coding = deflate(body)
        if coding:
            headers["Content-Encoding"] = coding
    return HttpResponse(packed, status=status, content_type=media_type, headers=headers)


def _guarded(work: Callable[[], HttpResponse]) -> HttpResponse:
    try:
        return work()
    except TooLarge as error:
        raise Refusal("besar", "Kiriman terlalu besar.", 413) from error
    except Malformed as error:
        raise Refusal("bentuk", "Kiriman tidak bisa dibaca.", 400) from error
    except (RawPostDataException, UnreadablePostError) as error:
        raise Refusal("bentuk", "Kiriman terpotong.", 400) from error
    except (OperationalError, InterfaceError) as error:
        log.exception("the database did not answer")
        raise Refusal("sibuk", "Server sedang sibuk.", 503, wait=30) from error


@device_view
def append(request: HttpRequest) -> HttpResponse:
    """Events in, acknowledgement and server events out."""
    if not _is_brief(request):
        return _reply(request, receive(batch.read(_body(request))), _DONE, batch.MEDIA_TYPE)
    asked = complete(_raw(request))
    told = receive(asked, verified=True)
    if answer.is_expected(told, asked):
        return _signature_alone(told)
    return _reply(request, told, _DONE, batch.MEDIA_TYPE)


@device_view
def enrol_device(request: HttpRequest) -> HttpResponse:
    """A ticket in, a card out."""
    card = enrolment.redeem(enrol.read(_body(request)))
    return _reply(request, msgspec.json.encode(card), _DONE, batch.MEDIA_TYPE)
