# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Builds raw mails byte by byte, as different mail programs do, and small files to attach.

Python's own email package is not used: its output differs between versions, and it can't make the faults that real mail has.
"""

import base64
import datetime
import hashlib
import quopri
import struct
import zlib

MAILBOX = "postbus-veiligheid@heemstede.example"
SUMMER_TIME_ENDS = datetime.datetime(2026, 10, 25, 3)
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def date(day, time):
    """'2026-11-02', '10:15' as in a Date header, in Dutch time."""
    moment = datetime.datetime.fromisoformat(f"{day} {time}")
    zone = "+0200" if moment < SUMMER_TIME_ENDS else "+0100"
    return f"{WEEKDAYS[moment.weekday()]}, {moment.day} {MONTHS[moment.month - 1]} {moment.year} {time}:00 {zone}"


def word(text, charset="utf-8"):
    """A header value, encoded in pieces where it is not ASCII (RFC 2047)."""
    if text.isascii():
        return text
    pieces, piece = [], ""
    for letter in text:
        if len((piece + letter).encode(charset)) > 40:
            pieces.append(piece)
            piece = ""
        piece += letter
    pieces.append(piece)
    encode = lambda one: base64.b64encode(one.encode(charset)).decode()
    return "\n ".join(f"=?{charset}?B?{encode(one)}?=" for one in pieces)


def lines(text, width=76):
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))


def encoded(body, encoding):
    if encoding == "base64":
        return (lines(base64.b64encode(body).decode()) + "\n").encode()
    if encoding == "quoted-printable":
        return quopri.encodestring(body)
    return body


def text(content, charset="utf-8", encoding="8bit", kind="plain", extra=""):
    """A text part."""
    head = f"Content-Type: text/{kind}; charset={charset}{extra}\nContent-Transfer-Encoding: {encoding}\n\n"
    return head.encode() + encoded(content.strip("\n").encode(charset) + b"\n", encoding)


def file(name, kind, content, disposition="attachment"):
    """An attachment."""
    head = f'Content-Type: {kind}; name="{name}"\nContent-Transfer-Encoding: base64\n'
    head += f'Content-Disposition: {disposition}; filename="{name}"\n\n'
    return head.encode() + encoded(content, "base64")


def multipart(kind, boundary, *parts, extra="", preamble=""):
    """Several parts."""
    head = f'Content-Type: multipart/{kind};{extra} boundary="{boundary}"\n\n{preamble}'.encode()
    return head + b"".join(f"--{boundary}\n".encode() + part + b"\n" for part in parts) + f"--{boundary}--\n".encode()


def attached_mail(raw):
    return b"Content-Type: message/rfc822\nContent-Disposition: attachment\n\n" + raw.replace(b"\r\n", b"\n")


def mail(number, sender, subject, day, time, part, *, extra="", message_id=True, to=MAILBOX, route="a", charset="utf-8"):
    """A whole mail. `route` changes only what mail servers add on the way."""
    name, address = sender
    host = address.split("@")[1]
    stamp = date(day, time)
    head = f"Return-Path: <{address}>\n"
    head += f"Received: from mail.{host} (mail.{host} [192.0.2.{10 + len(host)}])\n"
    head += f"\tby mx.heemstede.example with ESMTPS id {number}{route}; {stamp}\n"
    if route == "a":
        head += f"Authentication-Results: mx.heemstede.example; spf=pass smtp.mailfrom={host};\n"
        head += f" dkim=pass header.d={host}; dmarc=pass header.from={host}\n"
    head += f"From: {word(name, charset)} <{address}>\nTo: <{to}>\nSubject: {word(subject, charset)}\nDate: {stamp}\n"
    if message_id:
        head += f"Message-ID: <{identifier(number)}@{host}>\n"
    return (head + extra + "MIME-Version: 1.0\n").encode() + part


def identifier(number):
    return hashlib.sha256(f"mail {number}".encode()).hexdigest()[:20]


# Files to attach


def png(width=32, height=20):
    """A grey picture with a dark square: a house front, if you want."""
    rows = b""
    for y in range(height):
        rows += b"\0" + bytes(90 if 10 < x < 20 and y > 8 else 200 - 4 * y for x in range(width))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    # stored, not compressed: the same bytes with every version of zlib
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def jpeg(columns=8, rows=5):
    """A grey baseline JPEG of flat blocks of 8 by 8 dots: only the mean of each block is encoded."""
    bits, last = "", 0
    for block in range(columns * rows):
        value = 40 if block % columns in (2, 3) and block // columns > 1 else -30 + 12 * (block // columns)
        difference, last = value - last, value
        size = abs(difference).bit_length()
        bits += f"{size:04b}"
        if size:
            bits += f"{difference if difference > 0 else difference + (1 << size) - 1:0{size}b}"
        bits += "0"  # no details in this block
    bits += "1" * (-len(bits) % 8)
    scan = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)).replace(b"\xff", b"\xff\0")
    segment = lambda marker, data: b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + segment(0xDB, b"\0" + b"\x10" * 64)
        + segment(0xC0, struct.pack(">BHHBBBB", 8, rows * 8, columns * 8, 1, 1, 0x11, 0))
        + segment(0xC4, b"\0" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12)))
        + segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")
        + segment(0xDA, b"\x01\x01\0\0\x3f\0")
        + scan
        + b"\xff\xd9"
    )


def pdf(*text_lines):
    """One page with some lines of text."""
    drawn = "BT /F1 11 Tf 60 780 Td 16 TL " + " ".join(f"({line}) Tj T*" for line in text_lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count, start = len(objects) + 1, len(out)
    out += f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def invented_signature():
    """Bytes in the outer form of a CMS signature; no real certificate."""
    noise = b"".join(hashlib.sha256(bytes([count])).digest() for count in range(20))
    content = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" + noise
    return b"\x30\x82" + struct.pack(">H", len(content)) + content


def winmail(body, files):
    """The container that Outlook sends (MS-OXTNEF)."""

    def attribute(level, identifier, data):
        return struct.pack("<BII", level, identifier, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    def prop(kind, identifier, value, named=b""):
        padded = value + b"\0" * (-len(value) % 4)
        return struct.pack("<HH", kind, identifier) + named + struct.pack("<II", 1, len(value)) + padded

    def unicode(identifier, value):
        return prop(0x1F, identifier, (value + "\0").encode("utf-16-le"))

    named = bytes(16) + struct.pack("<II", 0, 0x8554)
    version_of_outlook = prop(0x1E, 0x8001, b"16.0\0", named)
    properties = [struct.pack("<HHI", 0x03, 0x0E07, 1), version_of_outlook, unicode(0x1000, body)]
    out = struct.pack("<IH", 0x223E9F78, 1)
    out += attribute(1, 0x00089006, struct.pack("<I", 0x00010000))
    out += attribute(1, 0x00069007, struct.pack("<II", 1252, 0))
    out += attribute(1, 0x00078008, b"IPM.Microsoft Mail.Note\0")
    out += attribute(1, 0x00069003, struct.pack("<I", len(properties)) + b"".join(properties))
    for name, kind, content in files:
        short = name.upper()[:6] + "~1." + name.rsplit(".", 1)[1].upper()
        out += attribute(2, 0x00069002, struct.pack("<HIHHI", 1, 0xFFFFFFFF, 0, 0, 0))
        out += attribute(2, 0x00018010, short.encode("ascii", "replace") + b"\0")
        out += attribute(2, 0x0006800F, content)
        details = [unicode(0x3707, name), unicode(0x370E, kind)]
        out += attribute(2, 0x00069005, struct.pack("<I", len(details)) + b"".join(details))
    return out
