"""Checks WARC files with warcio, the reference reader: python3 tests/warc.py FILE.warc.gz…

Of each file: every record is a gzip member of its own, its fields are those WARC/1.1 asks for, its digests hold, a
request stands beside each answer, and payloads come back to the byte. Prints what was checked, with the SHA-256 of the
last payload as it was transferred and out of its encoding; the exit code is 1 if anything is wrong. Needs only warcio.
"""

import hashlib
import io
import re
import sys
import zlib

from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

DATE = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$")
URN = re.compile(r"^<urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}>$")
KINDS = {"warcinfo", "response", "request", "revisit", "resource", "metadata"}
ANSWERS = ("response", "revisit")
CAPTURED = ANSWERS + ("resource",)


def sha256(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def members(data):
    """Where each gzip member begins, and what it unpacks to."""
    at = 0
    while at < len(data):
        member = zlib.decompressobj(wbits=31)
        plain = member.decompress(data[at:]) + member.flush()
        yield at, plain
        at = len(data) - len(member.unused_data) if member.unused_data else len(data)


def wrong_fields(plain, seen):
    """What is wrong with the named fields of a record."""
    head, _, rest = plain.partition(b"\r\n\r\n")
    version, *lines = head.decode("utf-8").split("\r\n")
    names = [line.split(":", 1)[0].lower() for line in lines]
    fields = {name: line.split(":", 1)[1].strip() for name, line in zip(names, lines)}
    if version != "WARC/1.1":
        yield f"its first line is {version!r}"
    for name in ("warc-record-id", "content-length", "warc-date", "warc-type", "warc-block-digest"):
        if name not in fields:
            yield f"it has no {name}"
            return
    for name in set(names) - {"warc-concurrent-to"}:
        if names.count(name) > 1:
            yield f"it repeats {name}"
    if not DATE.match(fields["warc-date"]):
        yield f"its date is {fields['warc-date']!r}"
    if not URN.match(fields["warc-record-id"]) or fields["warc-record-id"] in seen:
        yield f"its id is {fields['warc-record-id']!r}"
    seen[fields["warc-record-id"]] = fields
    if fields["warc-type"] not in KINDS:
        yield f"its type is {fields['warc-type']!r}"
    block = rest[: int(fields["content-length"])]
    if rest != block + b"\r\n\r\n" or len(block) != int(fields["content-length"]):
        yield "it does not end in two line ends after its block"
    if fields["warc-block-digest"] != sha256(block):
        yield "its block digest does not hold"
    if fields["warc-type"] in CAPTURED and "warc-payload-digest" not in fields:
        yield "it has no payload digest"
    refers = {"warc-profile", "warc-refers-to-target-uri", "warc-refers-to-date"}
    if fields["warc-type"] == "revisit" and not refers <= set(fields):
        yield "it does not say what it refers to"


def wrong_links(seen):
    """Answers need a request that names them and shares their date and address."""
    requests = [it for it in seen.values() if it["warc-type"] == "request"]
    for name, fields in seen.items():
        if fields["warc-type"] in ANSWERS:
            asked = [it for it in requests if it.get("warc-concurrent-to") == name]
            shared = ("warc-date", "warc-target-uri", "warc-ip-address")
            if len(asked) != 1 or any(asked[0].get(it) != fields.get(it) for it in shared):
                yield f"{name} has no request of its own beside it"
        if fields["warc-type"] in ("request", "metadata") and fields.get("warc-concurrent-to") not in seen:
            yield f"{name} stands beside nothing"


def warcio_complains(path):
    """`warcio check` of the file."""

    class Asked:
        inputs = [path]
        verbose = False

    return Checker(Asked).process_all() != 0


def payloads(data):
    """The raw and the decoded payload of each captured thing, and its digest."""
    raw = {}
    for record in ArchiveIterator(io.BytesIO(data)):
        raw[record.rec_headers.get_header("WARC-Record-ID")] = record.raw_stream.read()
    for record in ArchiveIterator(io.BytesIO(data)):
        if record.rec_type in ("response", "resource"):
            name = record.rec_headers.get_header("WARC-Record-ID")
            yield name, raw[name], record.content_stream().read(), record.rec_headers.get_header("WARC-Payload-Digest")


def check(path):
    """Prints what was checked of a file; gives what is wrong with it."""
    with open(path, "rb") as file:
        data = file.read()
    seen, wrong = {}, []
    for at, plain in members(data):
        wrong += [f"record at {at}: {it}" for it in wrong_fields(plain, seen)]
    wrong += wrong_links(seen)
    if warcio_complains(path):
        wrong.append("`warcio check` complains")
    last = None
    for name, raw, decoded, digest in payloads(data):
        if sha256(raw) != digest:
            wrong.append(f"{name}: the payload that comes back is another one")
        last = (raw, decoded)
    if not seen or next(iter(seen.values()))["warc-type"] != "warcinfo":
        wrong.append("it does not begin with a warcinfo record")
    shown = f", last payload {sha256(last[0])}, decoded {sha256(last[1])}" if last else ""
    print(f"{path}: {len(seen)} records, {'wrong' if wrong else 'right'}{shown}")
    return wrong


def main(paths):
    if not paths:
        print(__doc__)
        return 1
    failed = False
    for path in paths:
        try:
            wrong = check(path)
        except Exception as error:  # a file that cannot be read at all is wrong too
            wrong = [f"{type(error).__name__}: {error}"]
        for it in wrong:
            print(f"  {it}")
        failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
