"""One HTTP connection to the kabupaten server, with nothing that a network can use against us.

No redirects, no cookies, no proxy from the surroundings, no retries below our own; answers are read with a cap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sync.device.errors import NotOurServer, TooSlow, Unreachable
from sync.wire import batch, brief, compact, limits, problem
from sync.wire.answer import SIGNATURE_HEADER
from sync.wire.encoding import deflate, inflate, to_text
from sync.wire.errors import Malformed, TooLarge

if TYPE_CHECKING:
    import requests

_NOT_UNDERSTOOD = (400, 415)
_NOT_PASSED_ON = (403, 406, 501)
"""What guards before a server may say to a form that they do not know; our server says it as problem details."""
CONNECT_S = 20.0
READ_S = 25.0


@dataclass(slots=True)
class Traffic:
    """What went over the wire: heads and bodies, as they travelled."""

    bytes_up: int = 0
    bytes_down: int = 0
    body_up: int = 0
    body_down: int = 0
    round_trips: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer; ``body`` is inflated."""

    status: int
    media_type: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    """names in lower case"""


@dataclass(frozen=True, slots=True)
class Short:
    """A message in its brief form, and the answer that the server may shorten to its signature."""

    packed: bytes
    expected: bytes


def tidy_address(text: str) -> str:
    """The address as typed, made whole: ``http://10.0.0.5:8000`` or ``https://host``. Raises Unreachable."""
    text = text.strip().rstrip("/")
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise Unreachable(_BAD_ADDRESS) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or port == 0:
        raise Unreachable(_BAD_ADDRESS)
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


_BAD_ADDRESS = (
    "Alamat server tidak bisa dibaca. Semua data aman di laptop ini."
    " Ketik alamat seperti pada surat kabupaten, lalu coba lagi."
)


class Link:
    """Posts to one address and keeps the connection open. Use from one thread at a time."""

    def __init__(self, address: str) -> None:
        self.address = tidy_address(address)
        self.traffic = Traffic()
        self._session = _session()
        self._refused: set[str] = set()

    def post_message(self, path: str, body: bytes, short: Short | None = None) -> Reply:
        """Post a message in the shortest form that the other end takes; what it has refused is not tried again on
        this connection. Raises as ``post``.
        """
        for form, packed, expected in self._packed(body, short):
            reply = self._send(path, packed, {"Content-Type": form}, expected)
            if not _is_unknown(reply):
                return reply
            self._refused.add(form)
            if reply.media_type != problem.MEDIA_TYPE:  # a guard on the way, to whom one form is as strange as another
                self._refused.update((brief.MEDIA_TYPE, compact.MEDIA_TYPE))
        return self.post(path, body, batch.MEDIA_TYPE)

    def _packed(self, body: bytes, short: Short | None) -> Iterator[tuple[str, bytes, bytes]]:
        """Media type, bytes and expected answer of each form that is not refused yet, the shortest first."""
        if short is not None and brief.MEDIA_TYPE not in self._refused:
            yield brief.MEDIA_TYPE, short.packed, short.expected
        if compact.MEDIA_TYPE not in self._refused and (packed := compact.pack(body)) is not None:
            yield compact.MEDIA_TYPE, packed, b""

    def post(self, path: str, body: bytes, media_type: str) -> Reply:
        """One request and its answer. Raises Unreachable, TooSlow, NotOurServer."""
        packed, coding = deflate(body)
        headers = {"Content-Type": media_type, "Accept-Encoding": "gzip"}
        return self._send(path, packed, headers | ({"Content-Encoding": coding} if coding else {}))

    def _send(self, path: str, packed: bytes, headers: Mapping[str, str], expected: bytes = b"") -> Reply:
        import requests
        import urllib3
        from urllib3.util import SKIP_HEADER

        headers = {"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER, **headers}
        try:
            request = self._session.prepare_request(
                requests.Request("POST", self.address + path, data=packed, headers=headers)
            )
        except (requests.exceptions.RequestException, ValueError) as error:
            raise Unreachable(_BAD_ADDRESS) from error
        self._count_up(request, packed)
        try:
            # Not through the session: it reads the whole body of a redirect, without a cap, to say where it leads.
            adapter = self._session.get_adapter(self.address)
            with adapter.send(request, stream=True, timeout=(CONNECT_S, READ_S), verify=True) as response:
                raw = _read_capped(response)
        except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError) as error:
            if _is_handshake(error):
                raise Unreachable(_NOT_HTTPS) from error
            raise TooSlow from error
        except requests.exceptions.SSLError as error:
            raise NotOurServer(_BAD_CERTIFICATE if "CERTIFICATE" in str(error) else _NOT_HTTPS) from error
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise Unreachable from error
        self._count_down(response, raw)
        return _reply(response, raw, expected)

    def close(self) -> None:
        """Let the connection go."""
        self._session.close()

    def __enter__(self) -> Link:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _count_up(self, request: requests.PreparedRequest, packed: bytes) -> None:
        host = urlsplit(request.url or "").netloc
        head = [f"POST {request.path_url} HTTP/1.1", f"Host: {host}", *_lines(request.headers)]
        self.traffic.body_up += len(packed)
        self.traffic.bytes_up += len("\r\n".join(head)) + 4 + len(packed)
        self.traffic.round_trips += 1

    def _count_down(self, response: requests.Response, raw: bytes) -> None:
        head = [f"HTTP/1.1 {response.status_code} {response.reason}", *_lines(response.headers)]
        self.traffic.body_down += len(raw)
        self.traffic.bytes_down += len("\r\n".join(head)) + 4 + len(raw)


_BAD_CERTIFICATE = (
    "Sertifikat server tidak bisa dipercaya; mungkin jam laptop salah atau wifi ini meminta masuk lebih dulu."
    " Semua data aman di laptop ini. Periksa tanggal dan jam laptop, lalu coba lagi."
)
_NOT_HTTPS = (
    "Alamat ini tidak menjawab sebagai server https. Semua data aman di laptop ini."
    " Periksa alamat pada surat kabupaten, termasuk http:// bila tertulis di depannya, lalu coba lagi."
)


def _is_unknown(reply: Reply) -> bool:
    """Whether somebody on the way, or the server itself, takes no message in its compact form."""
    if reply.status in _NOT_UNDERSTOOD:
        return True
    return reply.status in _NOT_PASSED_ON and reply.media_type != problem.MEDIA_TYPE


def _is_handshake(error: BaseException | None) -> bool:
    """Whether TLS never began: a server without it waits for the end of a request that it cannot read."""
    while error is not None and "handshake" not in str(error):
        error = error.__context__
    return error is not None


def _lines(headers: Mapping[str, str | bytes]) -> list[str]:
    from urllib3.util import SKIP_HEADER

    return [f"{name}: {value!s}" for name, value in headers.items() if value != SKIP_HEADER]


def _session() -> requests.Session:
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry

    session = requests.Session()
    session.trust_env = False
    session.headers.clear()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    adapter = HTTPAdapter(pool_connections=1, pool_maxsize=1, max_retries=Retry(0, redirect=False))
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _read_capped(response: requests.Response) -> bytes:
    """The body as it travelled; refuses a longer one than an answer of ours can be, and one that ends too early."""
    data = bytearray()
    for piece in response.raw.stream(65536, decode_content=False):
        data += piece
        if len(data) > limits.MAX_ANSWER:
            raise NotOurServer
    declared = response.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdigit() and int(declared) != len(data):
        raise Unreachable
    return bytes(data)


def _reply(response: requests.Response, raw: bytes, expected: bytes) -> Reply:
    headers = {name.lower(): value for name, value in response.headers.items()}
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        body = inflate(raw, headers.get("content-encoding", "").strip().lower(), limits.MAX_ANSWER)
        if expected and response.status_code == 200 and len(body) == brief.SIGNATURE_SIZE:
            headers[SIGNATURE_HEADER.lower()] = to_text(body)
            return Reply(200, batch.MEDIA_TYPE, expected, headers)
        if media_type == compact.MEDIA_TYPE:
            headers[SIGNATURE_HEADER.lower()] = to_text(body[: compact.SIGNATURE_SIZE])
            body = compact.unpack(body[compact.SIGNATURE_SIZE :], limits.MAX_ANSWER)
            return Reply(response.status_code, batch.MEDIA_TYPE, body, headers)
    except (Malformed, TooLarge) as error:
        raise NotOurServer from error
    return Reply(response.status_code, media_type, body, headers)
