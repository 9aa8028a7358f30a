#!/usr/bin/env python3
"""Writes the corpus of formats: made-up articles in every kind of file that is read, in several
encodings, and files that hold none.

    Tests/Fixtures/formats/generate.py       # writes files/ and expected.jsonl beside itself

A line of expected.jsonl is a file, the articles that it holds and a part of every message that reading
it gives. The same bytes come out of every run; 7z and zstd are written through libarchive.
"""
import base64
import bz2
import ctypes
import ctypes.util
import gzip
import io
import json
import lzma
import os
import quopri
import shutil
import struct
import tarfile
import zipfile
import zlib

import news_kinds

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = os.path.join(HERE, "files")
expected = []

# Titles and texts, made up. Encodings that can write each.
STORIES = {
    "en": ("Harbour strike ends after nine days",
           ["Dockers in Antwerp went back to work on Monday.",
            "The port lost a tenth of its traffic, its director said."]),
    "de": ("Fähre nach Tromsø fährt wieder",
           ["Die Fähre fuhr am Montag zum ersten Mal seit März.",
            "Größere Schäden gab es nicht, sagte die Reederei."]),
    "ru": ("Порт снова открыт",
           ["Докеры вернулись к работе в понедельник.", "Порт потерял десятую часть грузов."]),
    "ja": ("港のストライキが終わる", ["港の労働者は月曜日に仕事に戻った。", "港は貨物の一割を失った。"]),
    "el": ("Το λιμάνι άνοιξε ξανά", ["Οι λιμενεργάτες επέστρεψαν τη Δευτέρα.", "Η απεργία έληξε."]),
}
CHARSETS = {"en": ["us-ascii"], "de": ["iso-8859-1", "utf-8"], "ru": ["koi8-r", "windows-1251"],
            "ja": ["iso-2022-jp", "shift_jis"], "el": ["iso-8859-7"]}
DATE = "Mon, 07 Sep 2026 10:11:12 +0200"
FROM = "Jane Doe <jane@example.org>"


def article(story, gap="\n\n", end="", **fields):
    title, paragraphs = STORIES[story]
    return {"title": title, "body": gap.join(paragraphs) + end, **fields}


def of_text(story):
    """A text file keeps its last line feed."""
    return article(story, end="\n")


def write(name, content, articles=(), told=()):
    path = os.path.join(FILES, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)
    expected.append({"file": name, "articles": list(articles), "told": list(told)})


def plain(story, newline="\n"):
    title, paragraphs = STORIES[story]
    return (newline * 2).join([title, *paragraphs]) + newline


def page(story, charset=None):
    title, paragraphs = STORIES[story]
    meta = f'<meta charset="{charset}">' if charset else ""
    inner = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"<!DOCTYPE html><html><head>{meta}<title>{title}</title></head><body>{inner}</body></html>"


# --- mail ---------------------------------------------------------------------------------------

def word(text, charset):
    """An encoded word (RFC 2047)."""
    if charset == "us-ascii":
        return text
    return f"=?{charset}?B?{base64.b64encode(text.encode(charset)).decode()}?="


def part(body, kind, coding="8bit", extra=""):
    if coding == "base64":
        body = base64.encodebytes(body)
    elif coding == "quoted-printable":
        body = quopri.encodestring(body)
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n{extra}\r\n"
    return head.encode() + body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def mail(story, content, charset="utf-8"):
    subject = word(STORIES[story][0], charset)
    head = (f"From: {FROM}\r\nTo: desk@example.org\r\nSubject: {subject}\r\nDate: {DATE}\r\n"
            "Message-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n")
    return head.encode() + content


def multipart(kind, *parts):
    edge = f"edge-{kind}"
    head = f'Content-Type: multipart/{kind}; boundary="{edge}"\r\n\r\nfor old readers\r\n'
    inner = b"".join(b"--" + edge.encode() + b"\r\n" + p + b"\r\n" for p in parts)
    return head.encode() + inner + f"--{edge}--\r\n".encode()


def text_part(story, charset="utf-8", coding="8bit"):
    body = "\n\n".join(STORIES[story][1]) + "\n"
    return part(body.encode(charset), f"text/plain; charset={charset}", coding)


def html_part(story, charset="utf-8", coding="quoted-printable"):
    inner = "".join(f"<p>{p}</p>" for p in STORIES[story][1])
    html = f"<html><head><style>p {{ color: red }}</style></head><body>{inner}</body></html>"
    return part(html.encode(charset), f"text/html; charset={charset}", coding)


def mails():
    sent = {"date": "2026-09-07", "byline": "Jane Doe"}
    for story, charsets in CHARSETS.items():
        for charset in charsets:
            for coding in ["8bit", "quoted-printable", "base64"]:
                write(f"mail/plain-{charset}-{coding}.eml",
                      mail(story, text_part(story, charset, coding), charset),
                      [article(story, **sent)])
            write(f"mail/html-{charset}.eml", mail(story, html_part(story, charset), charset),
                  [article(story, **sent)])
    both = multipart("alternative", text_part("de"), html_part("de"))
    write("mail/alternative.eml", mail("de", both), [article("de", **sent)])
    picture = part(PNG, "image/png", "base64", "Content-ID: <logo>\r\n")
    write("mail/related.eml", mail("de", multipart("related", html_part("de"), picture)),
          [article("de", **sent)], ["left out: a PNG image"])
    attached = part(docx("ru"), 'application/octet-stream; name="port.docx"', "base64",
                    'Content-Disposition: attachment; filename="port.docx"\r\n')
    write("mail/attachment.eml", mail("en", multipart("mixed", text_part("en"), attached)),
          [article("en", **sent), {**article("ru"), "body": plain("ru").strip()}])
    inner = b"Content-Type: message/rfc822\r\n\r\n" + mail("de", text_part("de"))
    write("mail/forwarded.eml", mail("en", multipart("mixed", text_part("en"), inner)),
          [article("en", **sent), article("de", **sent)])
    signature = part(b"-----BEGIN PGP SIGNATURE-----\n", "application/pgp-signature")
    write("mail/signed.eml", mail("en", multipart("signed", text_part("en"), signature)),
          [article("en", **sent)], ["left out: a signature"])
    flowed = part(b"Dockers in Antwerp went \r\nback to work.\r\n", "text/plain; format=flowed")
    write("mail/flowed.eml", mail("en", flowed),
          [{"title": STORIES["en"][0], "body": "Dockers in Antwerp went back to work.", **sent}])
    broken = b"Content-Type: multipart/mixed;\r\n\r\nWords without an edge.\r\n"
    write("mail/no-boundary.eml", mail("en", broken),
          [{"title": STORIES["en"][0], "body": "Words without an edge.", **sent}], ["cannot be told apart"])
    whole = mail("en", text_part("en"))
    write("mail/new/1788768672.M1P2.host:2,S", whole, [article("en", **sent)])
    write("mail/apple.emlx", f"{len(whole)}\n".encode() + whole + b"<?xml version='1.0'?><plist/>",
          [article("en", **sent)])
    box = b"".join(b"From jane@example.org Mon Sep  7 10:11:12 2026\n"
                   + mail(s, text_part(s)).replace(b"\r\n", b"\n") + b"\n" for s in ["en", "de"])
    write("mail/box.mbox", box.replace(b"The port lost", b">From here on the port lost"),
          [{**article("en", **sent), "body": article("en")["body"].replace("The port", "From here on the port")},
           article("de", **sent)])
    write("mail/box-without-a-name", box, [article("en", **sent), article("de", **sent)])


def saved_pages():
    place = "Content-Location: https://example.org/harbour\r\n"
    for story, charset in [("en", "us-ascii"), ("de", "iso-8859-1"), ("ru", "windows-1251"), ("ja", "shift_jis"), ("el", "utf-8")]:
        html = part(page(story).encode(charset), f"text/html; charset={charset}", "quoted-printable", place)
        saved = ("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/harbour\r\n"
                 f"Subject: {word(STORIES[story][0], charset)}\r\nDate: {DATE}\r\nMIME-Version: 1.0\r\n")
        picture = part(PNG, "image/png", "base64", "Content-Location: https://example.org/a.png\r\n")
        write(f"mhtml/{story}.mhtml", saved.encode() + multipart("related", html, picture),
              [article(story, url="https://example.org/harbour")])


# --- archives and packed files ------------------------------------------------------------------

def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, (2026, 9, 7, 10, 11, 12))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else method
            archive.writestr(info, content)
    return out.getvalue()


def tarred(members, links=()):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for name, target in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return out.getvalue()


def by_libarchive(members, form, packing=None):
    lib = ctypes.CDLL(ctypes.util.find_library("archive") or "libarchive.so.13")
    lib.archive_write_new.restype = lib.archive_entry_new.restype = ctypes.c_void_p
    path = os.path.join(FILES, "archive.tmp")
    writer = ctypes.c_void_p(lib.archive_write_new())
    if packing:
        getattr(lib, f"archive_write_add_filter_{packing}")(writer)
    getattr(lib, f"archive_write_set_format_{form}")(writer)
    lib.archive_write_open_filename(writer, path.encode())
    for name, content in members:
        entry = ctypes.c_void_p(lib.archive_entry_new())
        lib.archive_entry_set_pathname(entry, name.encode())
        lib.archive_entry_set_size(entry, ctypes.c_int64(len(content)))
        lib.archive_entry_set_filetype(entry, 0o100000)
        lib.archive_entry_set_perm(entry, 0o644)
        lib.archive_write_header(writer, entry)
        lib.archive_write_data(writer, content, ctypes.c_size_t(len(content)))
        lib.archive_entry_free(entry)
    lib.archive_write_close(writer)
    lib.archive_write_free(writer)
    with open(path, "rb") as file:
        content = file.read()
    os.remove(path)
    return content


def containers():
    members = [("harbour.txt", plain("en").encode()), ("ferry/Fähre.html", page("de").encode())]
    both = [of_text("en"), article("de")]
    tar = tarred(members)
    write("containers/a.zip", zipped(members), both)
    write("containers/stored.zip", zipped(members, zipfile.ZIP_STORED), both)
    write("containers/a.tar", tar, both)
    for ending, packed in [("gz", gzip.compress(tar, mtime=0)), ("bz2", bz2.compress(tar)), ("xz", lzma.compress(tar)),
                           ("lzma", lzma.compress(tar, lzma.FORMAT_ALONE))]:
        write(f"containers/a.tar.{ending}", packed, both)
    ascii_members = [members[0], ("ferry/ferry.html", members[1][1])]
    for ending, form, packing in [("7z", "7zip", None), ("tar.zst", "pax_restricted", "zstd"),
                                  ("cpio", "cpio_newc", None), ("tar.lz4", "pax_restricted", "lz4"),
                                  ("tar.Z", "pax_restricted", "compress")]:
        write(f"containers/b.{ending}", by_libarchive(ascii_members, form, packing), both)
    text = plain("en").encode()
    write("containers/harbour.txt.z", zlib.compress(text), [of_text("en")])
    for ending, packed in [("gz", gzip.compress(text, mtime=0)), ("bz2", bz2.compress(text)), ("xz", lzma.compress(text)),
                           ("zst", by_libarchive([("x", text)], "raw", "zstd"))]:
        write(f"containers/harbour.txt.{ending}", packed, [of_text("en")])
    nested = tarred([("inner.zip", zipped(members)), ("mail.eml", mail("ru", text_part("ru")))])
    write("containers/nested.tgz", gzip.compress(nested, mtime=0),
          [*both, article("ru", date="2026-09-07", byline="Jane Doe")])
    write("containers/links.tar", tarred(members[:1], [("link", "/etc/passwd")]), [of_text("en")], ["a link"])
    write("containers/tricks.zip", zipped([("../../out.txt", b"Out."), members[0], ("a.png", PNG)]), [of_text("en")],
          ["leads out of the archive", "a PNG image"])
    write("containers/hidden.zip", zipped([("__MACOSX/._harbour.txt", b"\0\5\x16\7"), members[0]]), [of_text("en")])
    write("containers/twice.tar", tarred([members[0], members[0]]), [of_text("en"), of_text("en")])
    write("containers/cut.zip", zipped([members[0], ("b.txt", plain("de").encode())])[:230], [of_text("en")], ["damaged", "damaged"])
    write("containers/cut.tar.gz", gzip.compress(tar, mtime=0)[:-20], [of_text("en"), article("de")], ["ends in the middle"])
    locked = bytearray(zipped([members[0]]))
    locked[6] |= 1
    locked[locked.index(b"PK\1\2") + 8] |= 1
    write("containers/locked.zip", bytes(locked), [], ["encrypted"])


# --- web archives -------------------------------------------------------------------------------

def record(kind, content, address, content_type="application/http; msgtype=response", extra="", version="1.0"):
    head = (f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: 2026-09-07T08:11:12Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
            f"Content-Type: {content_type}\r\n{extra}Content-Length: {len(content)}\r\n\r\n")
    return head.encode() + content + b"\r\n\r\n"


def answer(body, kind="text/html; charset=utf-8", extra="", status="200 OK"):
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body


def chunked(body, size=40):
    pieces = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(f"{len(p):x}\r\n".encode() + p + b"\r\n" for p in pieces) + b"0\r\n\r\n"


def web_archives():
    place = "https://example.org/"
    info = record("warcinfo", b"software: made up\r\n", "", "application/warc-fields")
    digest = "WARC-Payload-Digest: sha1:AAAA\r\n"
    records = [
        info,
        record("request", b"GET / HTTP/1.1\r\n\r\n", place + "en", "application/http; msgtype=request"),
        record("response", answer(page("en").encode()), place + "en", extra=digest),
        record("response", answer(chunked(page("de").encode("iso-8859-1")), "text/html; charset=iso-8859-1",
                                  "Transfer-Encoding: chunked\r\n"), place + "de"),
        record("response", answer(gzip.compress(page("ru").encode(), mtime=0), extra="Content-Encoding: gzip\r\n"), place + "ru"),
        record("response", answer(zlib.compress(page("el").encode()), extra="Content-Encoding: deflate\r\n"), place + "el"),
        record("response", answer(chunked(gzip.compress(page("ja", "shift_jis").encode("shift_jis"), mtime=0)), "text/html",
                                  "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"), place + "ja"),
        record("response", answer(b"p { color: red }", "text/css"), place + "a.css"),
        record("response", answer(PNG, "image/png"), place + "a.png"),
        record("response", answer(b"Gone.", status="404 Not Found"), place + "gone"),
        record("revisit", answer(b""), place + "en", extra=digest),
        record("revisit", answer(b""), place + "old", extra="WARC-Payload-Digest: sha1:BBBB\r\n"),
    ]
    pages = [article(s, url=place + s) for s in ["en", "de", "ru", "el", "ja"]]
    told = ["left out: a style sheet, a picture, an answer with status 404, a revisit of a page that is stored elsewhere"]
    write("warc/a.warc", b"".join(records), pages, told)
    write("warc/a.warc.gz", b"".join(gzip.compress(r, mtime=0) for r in records), pages, told)
    newer = record("resource", page("en").encode(), place + "en", "text/html", version="1.1")
    write("warc/resource.warc", newer, [article("en", url=place + "en")])
    cut = records[2] + record("response", answer(b"<p>Words without an end " * 9), place + "cut")
    write("warc/cut.warc", cut[:-120], [pages[0], {"title": "", "url": place + "cut"}], ["ends in the middle"])


# --- documents ----------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">')


def docx(story, core=None, extra=(), body=None):
    title, paragraphs = STORIES[story]
    run = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    body = body or "".join(run(p) for p in [title, *paragraphs])
    members = [
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("_rels/.rels", '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
                        '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"),
        *extra]
    if core:
        members.append(("docProps/core.xml", f"{CORE}{core}</cp:coreProperties>"))
    return zipped([(n, c.encode() if isinstance(c, str) else c) for n, c in members])


def word_documents():
    for story in STORIES:
        title = STORIES[story][0]
        core = (f"<dc:title>{title}</dc:title><dc:creator>Jane Doe</dc:creator>"
                "<dcterms:created>2026-09-07T10:11:12Z</dcterms:created>")
        body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in STORIES[story][1])
        write(f"docx/{story}.docx", docx(story, core, body=body),
              [article(story, date="2026-09-07", byline="Jane Doe")])
    body = ('<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Ships</w:t></w:r></w:p>'
            '<w:p><w:r><w:t>Two </w:t><w:t>ships</w:t></w:r><w:del><w:r><w:delText> sank</w:delText></w:r></w:del>'
            '<w:r><w:tab/><w:t>sailed.</w:t></w:r></w:p>'
            '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Port</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Tons</w:t></w:r></w:p></w:tc></w:tr>'
            '<w:tr><w:tc><w:p><w:r><w:t>Antwerp</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
            '<w:p><w:r><w:t>Above</w:t><w:br/><w:t>below.</w:t></w:r></w:p>')
    note = f'<w:footnotes {W}><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    write("docx/parts.docx", docx("en", body=body, extra=[("word/footnotes.xml", note)]),
          [{"title": "Ships", "body": "Ships\n\nTwo ships\tsailed.\n\nPort\tTons\nAntwerp\t12\n\nAbove\nbelow.\n\nA note."}])
    for story, (title, paragraphs) in STORIES.items():
        run = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
        old = (f"<?xml version='1.0' encoding='UTF-8'?><w:wordDocument xmlns:o='urn:schemas-microsoft-com:office:office' {W}>"
               f"<o:DocumentProperties><o:Title>{title}</o:Title><o:Author>Jane Doe</o:Author><o:Created>2026-09-07T10:11:12Z</o:Created>"
               f"</o:DocumentProperties><w:body>{run}</w:body></w:wordDocument>")
        write(f"docx/{story}-2003.xml", old.encode(), [article(story, date="2026-09-07", byline="Jane Doe")])
    write("docx/cut.docx", docx("en")[:-400], [], ["damaged"])


OFFICE = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"')


def open_documents():
    for story, (title, paragraphs) in STORIES.items():
        meta = (f"<office:meta><dc:title>{title}</dc:title><meta:initial-creator>Jane Doe</meta:initial-creator>"
                "<meta:creation-date>2026-09-07T10:11:12</meta:creation-date></office:meta>")
        body = "".join(f"<text:p>{p.replace(' ', '<text:s/>', 1)}</text:p>" for p in paragraphs)
        deleted = "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        content = f"<office:body><office:text>{deleted}{body}</office:text></office:body>"
        members = [("mimetype", "application/vnd.oasis.opendocument.text"),
                   ("content.xml", f"<office:document-content {OFFICE}>{content}</office:document-content>"),
                   ("meta.xml", f"<office:document-meta {OFFICE}>{meta}</office:document-meta>")]
        wanted = [article(story, date="2026-09-07", byline="Jane Doe")]
        write(f"odt/{story}.odt", zipped([(n, c.encode()) for n, c in members]), wanted)
        flat = f"<?xml version='1.0' encoding='UTF-8'?><office:document {OFFICE}>{meta}{content}</office:document>"
        write(f"odt/{story}.fodt", flat.encode(), wanted)


def parts_of_open_documents():
    body = ("<text:p>Ships<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>\n"
            "   came.<office:annotation><dc:creator>Jane</dc:creator><text:p>A comment.</text:p></office:annotation></text:p>"
            "<text:p>\n  They left.</text:p>")
    content = f"<office:body><office:text>{body}</office:text></office:body>"
    footer = "<text:p>\n  <text:page-number>1</text:page-number>\n</text:p>"
    members = [("mimetype", "application/vnd.oasis.opendocument.text"),
               ("content.xml", f"<office:document-content {OFFICE}>{content}</office:document-content>"),
               ("styles.xml", f"<office:document-styles {OFFICE}>{footer}</office:document-styles>")]
    write("odt/parts.odt", zipped([(n, c.encode()) for n, c in members]),
          [{"title": "Ships came.", "body": "Ships came.\n\nThey left.\n\nA note.\n\nA comment."}])


def books():
    for story, (title, paragraphs) in STORIES.items():
        package = ('<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><metadata>'
                   f"<dc:title>{title}</dc:title><dc:creator>Jane Doe</dc:creator><dc:creator>Ole Brandt</dc:creator>"
                   "<dc:creator opf:role='ill'>Eva Carp</dc:creator><dc:date>2026-09-07</dc:date><dc:publisher>The Quay</dc:publisher></metadata><manifest>"
                   '<item id="b" href="text/b%20b.xhtml"/><item id="a" href="text/a.xhtml"/></manifest>'
                   '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>')
        chapter = '<?xml version="1.0" encoding="utf-8"?><html><head><title>Chapter</title></head><body><p>{}</p></body></html>'.format
        members = [("mimetype", "application/epub+zip"),
                   ("META-INF/container.xml", '<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>'),
                   ("OPS/a.opf", package), ("OPS/text/b b.xhtml", chapter(paragraphs[1])),
                   ("OPS/text/a.xhtml", chapter(paragraphs[0])), ("OPS/cover.png", "")]
        write(f"epub/{story}.epub", zipped([(n, c.encode()) for n, c in members]),
              [article(story, date="2026-09-07", byline="Jane Doe, Ole Brandt", source="The Quay")])


def rtf_escape(text, charset=None):
    out = ""
    for character in text:
        if ord(character) < 128:
            out += "\\" + character if character in "\\{}" else character
        elif charset:
            out += "".join(f"\\'{b:02x}" for b in character.encode(charset))
        else:
            out += f"\\u{ord(character) if ord(character) < 32768 else ord(character) - 65536}?"
    return out


def rich_texts():
    info = "{{\\info{{\\title {}}}{{\\author Jane Doe}}{{\\creatim\\yr2026\\mo9\\dy7\\hr10\\min11}}}}".format
    tables = "{\\fonttbl{\\f0\\fswiss%s Arial;}}{\\colortbl;\\red255\\green0\\blue0;}{\\stylesheet{\\s1 heading 1;}}"
    for story, charset, page_number, font in [
            ("en", None, 1252, ""), ("de", "cp1252", 1252, ""), ("de", None, 1252, ""), ("ru", "cp1251", 1251, "\\fcharset204"),
            ("ru", None, 1252, ""), ("ja", "cp932", 932, "\\fcharset128"), ("ja", None, 1252, ""), ("el", "cp1253", 1253, "\\fcharset161")]:
        title, paragraphs = STORIES[story]
        body = "".join(f"\\pard\\f0\\fs24 {rtf_escape(p, charset)}\\par\n" for p in paragraphs)
        text = (f"{{\\rtf1\\ansi\\ansicpg{page_number}\\uc1\\deff0" + tables % font + info(rtf_escape(title, charset))
                + "{\\*\\generator Made up;}" + body + "{\\pict\\pngblip 89504e470d0a1a0a}}")
        write(f"rtf/{story}-{charset or 'unicode'}.rtf", text.encode(), [article(story, date="2026-09-07", byline="Jane Doe")])
    body = ("{\\rtf1\\ansi{\\b Ships}\\par Two\\~ships\\tab sailed \\ldblquote home\\rdblquote{\\v hidden}.\\par"
            "\\trowd\\pard\\intbl{Port\\par}\\cell Tons\\cell\\row\\trowd\\pard\\intbl Antwerp\\cell 12\\cell\\row\\pard{\\field{\\*\\fldinst HYPERLINK \"x\"}"
            "{\\fldrslt More}} below.{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt  A box.}}}\\line End \\{sic\\}.{\\footnote A note.}}")
    write("rtf/parts.rtf", body.encode(),
          [{"title": "Ships", "body": "Ships\n\nTwo\u00a0ships\tsailed “home”.\n\nPort\tTons\nAntwerp\t12\n\nMore below. A box.\nEnd {sic}.\n\nA note."}])


def pdf(objects):
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{o:010} 00000 n \n".encode() for o in offsets)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def pdf_page(draw, info=""):
    stream = draw.encode("cp1252")
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 6 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
        f"<< {info} >>".encode("cp1252"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"])


def pdf_lines(lines, x=72, y=720, leading=14):
    shown = "".join(f"({line}) Tj 0 -{leading} Td " if line else f"0 -{leading} Td " for line in lines)
    return f"BT /F 12 Tf {x} {y} Td {shown}ET\n"


def pdfs():
    info = "/Author (Jane Doe) /CreationDate (D:20260907101112+02'00') /Title ({})".format
    for story in ["en", "de"]:
        title, paragraphs = STORIES[story]
        draw = pdf_lines([paragraphs[0], "", "", paragraphs[1]]).replace("ø", "\\370")
        write(f"pdf/{story}.pdf", pdf_page(draw, info(title)), [article(story, date="2026-09-07", byline="Jane Doe")])
    left = ["The harbour of Antwerp was shut", "for nine days. The dockers of Cali-", "fornia sent a letter to them."]
    right = ["On Monday all ships sailed again,", "and the director thanked the crews", "for their patience."]
    write("pdf/columns.pdf", pdf_page(pdf_lines(left) + pdf_lines(right, x=340), "/Title (Two columns)"),
          [{"title": "Two columns", "body": "The harbour of Antwerp was shut for nine days. The dockers of California sent a letter to them.\n\n"
            "On Monday all ships sailed again, and the director thanked the crews for their patience."}])
    write("pdf/scanned.pdf", pdf_page("0 0 100 100 re f\n"), [], ["holds no text"])
    write("pdf/damaged.pdf", b"%PDF-1.4\nnothing\n", [], ["cannot be read"])


# --- collections --------------------------------------------------------------------------------

def collections():
    for charset in ["utf-8", "iso-8859-1"]:
        documents = "".join(
            f"<DOC>\n<DOCNO> Q-{n} </DOCNO>\n<DATE>2026-09-07</DATE>\n<HEADLINE>\n{STORIES[s][0]}\n</HEADLINE>\n<TEXT>\n"
            + "\n".join(STORIES[s][1]) + "\n</TEXT>\n</DOC>\n" for n, s in enumerate(["en", "de"]))
        write(f"collections/trec-{charset}.txt", documents.encode(charset),
              [{**article(s, gap="\n", date="2026-09-07"), "id": f"Q-{n}"} for n, s in enumerate(["en", "de"])])
    wiki_dumps()
    for story in ["en", "de", "ru", "el"]:
        scanned_and_encoded(story)
    hyphen = ("<alto><Layout><Page><TextBlock><TextLine><String CONTENT='Harbour' /><SP/>"
              "<String CONTENT='Cali' SUBS_TYPE='HypPart1' SUBS_CONTENT='California'/><HYP CONTENT='-'/></TextLine>"
              "<TextLine><String CONTENT='fornia' SUBS_TYPE='HypPart2' SUBS_CONTENT='California'/><SP/><String CONTENT='shut.'/>"
              "</TextLine></TextBlock></Page></Layout></alto>")
    write("collections/hyphen.alto.xml", hyphen.encode(), [{"title": "Harbour California shut.", "body": "Harbour California shut."}])
    exports()


def wiki_dumps():
    marked = {
        "en": "{{date|September 7, 2026}}{{box|{{nested}}}}\n'''Dockers''' in [[Antwerp|Antwerp]] went back to [[work]] on Monday.<ref>A note</ref>\n\n"
              "The port lost a tenth of its [https://example.org traffic], its&nbsp;director said.\n\n[[File:a.jpg|thumb|A [[ship]]]]\n[[Category:Ports]]",
        "ru": "\n\n".join(STORIES["ru"][1]) + "<!-- no -->\n{| class=x\n|-\n| 1\n|}",
    }
    page = "  <page>\n    <title>{}</title>\n    <ns>{}</ns>\n    {}<revision><timestamp>2026-09-08T00:00:00Z</timestamp><text>{}</text></revision>\n  </page>\n".format
    pages = "".join(page(STORIES[s][0], 0, "", m.replace("&", "&amp;").replace("<", "&lt;")) for s, m in marked.items())
    rest = page("Old", 0, "<redirect title='New' />", "#REDIRECT [[New]]") + page("Talk:Old", 1, "", "Hello.")
    wiki = f"<mediawiki xml:lang='en'>\n  <siteinfo/>\n{pages}{rest}</mediawiki>\n".encode()
    wanted = [article("en", date="2026-09-07"), article("ru")]
    told = ["left out: a redirect, a page that is no article"]
    write("collections/wiki.xml", wiki, wanted, told)
    write("collections/wiki.xml.bz2", bz2.compress(wiki), wanted, told)


def scanned_and_encoded(story):
    title, paragraphs = STORIES[story]
    word = '<String CONTENT="{}"/><SP/>'.format
    blocks = "".join(f"<TextBlock><TextLine>{''.join(map(word, p.split()))}</TextLine></TextBlock>" for p in [title, *paragraphs])
    alto = f"<?xml version='1.0' encoding='UTF-8'?>\n<alto><Layout><Page><PrintSpace>{blocks}</PrintSpace></Page></Layout></alto>"
    write(f"collections/2026-09-07-{story}.xml", alto.encode(),
          [{**article(story, date="2026-09-07"), "body": "\n\n".join([title, *paragraphs])}])
    text = "".join("<p>" + p.replace(" ", "\n<lb/>", 1) + "</p>" for p in paragraphs)
    tei = ("<?xml version='1.0' encoding='UTF-8'?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc>"
           f"<titleStmt><title>{title}</title><author>Jane Doe</author></titleStmt><publicationStmt><publisher>The Quay</publisher>"
           f"<date when='2026-09-07'>7 September</date></publicationStmt></fileDesc></teiHeader><text><body>{text}</body></text></TEI>")
    write(f"collections/tei-{story}.xml", tei.encode(), [article(story, date="2026-09-07", byline="Jane Doe", source="The Quay")])


def exports():
    nexis = "".join(
        f"\n\n                 {n + 1} of 2 DOCUMENTS\n\n                 The Quay\n\n         September 7, 2026 Monday\n\n{STORIES[s][0]}\n\n"
        "BYLINE: Jane Doe\n\nSECTION: NEWS; Pg. 1\n\nLENGTH: 20 words\n\n" + "\n\n".join(STORIES[s][1])
        + "\n\nLOAD-DATE: September 8, 2026\n\nLANGUAGE: ENGLISH\n" for n, s in enumerate(["en", "de"]))
    write("collections/nexis.txt", nexis.encode(),
          [article(s, date="2026-09-07", byline="Jane Doe", source="The Quay") for s in ["en", "de"]])
    factiva = "".join(
        f"\nHD      {STORIES[s][0]}\nBY      Jane Doe\nWC      20 words\nPD      7 September 2026\nSN      The Quay\nLA      English\n"
        f"LP      {STORIES[s][1][0]}\n\nTD      {STORIES[s][1][1]}\nCO      quay : The Quay\nAN      Document QUAY00002026090{n}\n"
        for n, s in enumerate(["en", "de"]))
    write("collections/factiva.txt", factiva.encode(),
          [article(s, date="2026-09-07", byline="Jane Doe", source="The Quay") for s in ["en", "de"]])


# --- news in feeds, agencies' forms, dumps and tables ---------------------------------------------

# An encoding for each story: XML and pages declare it, JSON is Unicode's, what declares nothing is UTF-8.
DECLARED = {"en": "us-ascii", "de": "iso-8859-1", "ru": "windows-1251", "ja": "shift_jis", "el": "iso-8859-7"}
UNICODE = {"en": "utf-8", "de": "utf-8-sig", "ru": "utf-16", "ja": "utf-16-be", "el": "utf-32"}
MARKS = {"utf-16-be": b"\xfe\xff"}
SENT = {"date": "2026-09-07", "byline": "Jane Doe", "source": "The Quay"}


def in_unicode(text, story):
    charset = UNICODE[story]
    return MARKS.get(charset, b"") + text.encode(charset)


def news():
    for story, (title, paragraphs) in STORIES.items():
        charset = DECLARED[story]
        declaration = f'<?xml version="1.0" encoding="{charset}"?>\n'
        for kinds, fields in [(news_kinds.FEEDS, {"date": "2026-09-07", "url": news_kinds.PLACE, "source": "The Quay"}),
                              (news_kinds.AGENCIES, SENT), (news_kinds.NAMED, SENT)]:
            for kind, text in kinds.items():
                write(f"news/{kind}-{story}.xml", (declaration + text(title, paragraphs)).encode(charset), [article(story, **fields)])
        write(f"news/page-{story}.html", page(story, charset).encode(charset), [article(story)])
        for kind, value in news_kinds.DOCUMENTS.items():
            text = json.dumps(value(title, paragraphs), ensure_ascii=False, indent=1)
            write(f"news/{kind}-{story}.json", in_unicode(text, story), [article(story, date="2026-09-07")])
        write(f"news/lines-{story}.jsonl", in_unicode(news_kinds.object_lines(title, paragraphs), story), [article(story, **SENT)])
        for kind, separator in news_kinds.TABLES.items():
            write(f"news/{kind}-{story}.csv", in_unicode(news_kinds.table(separator, title, paragraphs), story), [article(story, **SENT)])
        wire(story, title, paragraphs)


def wire(story, title, paragraphs):
    fields = {"date": "2026-09-07", "byline": "Jane Doe"}
    write(f"news/anpa-{story}.tst", news_kinds.anpa(title, paragraphs).encode(), [article(story, **fields)])
    write(f"news/iptc-7901-{story}.txt", news_kinds.iptc_7901(title, paragraphs).encode(), [article(story, **fields)])
    write(f"news/reuters-{story}.sgm", news_kinds.reuters(title, paragraphs).encode(), [article(story, **fields)])
    write(f"news/gigaword-{story}.sgm", news_kinds.gigaword(title, paragraphs).encode(), [article(story, date="2026-09-07")])


# --- texts and what is no article -----------------------------------------------------------------

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")


def texts():
    for name, charset in [("utf8", "utf-8"), ("utf8-mark", "utf-8-sig"), ("utf16", "utf-16"), ("utf16-be", "utf-16-be")]:
        content = plain("de").encode(charset)
        write(f"text/{name}.txt", b"\xfe\xff" + content if name == "utf16-be" else content, [of_text("de")])
    write("text/cp1252.txt", plain("de").encode("cp1252"), [of_text("de")], ["read as windows-1252"])
    write("text/crlf.txt", plain("en", "\r\n").encode(), [article("en", gap="\r\n\r\n", end="\r\n")])
    for story in ["en", "de", "ru"]:
        title, paragraphs = STORIES[story]
        text = "\n\n".join(paragraphs)
        sent = dict(date="2026-09-07", byline="Jane Doe")
        write(f"text/headed-{story}.txt", f"Title: {title}\nDate: 2026-09-07\nAuthor: Jane Doe\nSection: Ports\n\n{text}".encode(),
              [article(story, **sent)])
        yaml = f"---\ntitle: {title}\ndate: 2026-09-07\nauthor: Jane Doe\n---\n{text}\n"
        toml = f'+++\ntitle = "{title}"\ndate = 2026-09-07T10:11:12Z\nauthor = "Jane Doe"\ntags = ["a", "b"]\n[extra]\nx = 1\n+++\n{text}\n'
        write(f"text/yaml-{story}.md", yaml.encode(), [article(story, end="\n", **sent)])
        write(f"text/yaml-{story}.txt", yaml.encode(), [article(story, end="\n", **sent)])
        write(f"text/toml-{story}.md", toml.encode(), [article(story, end="\n", **sent)])
    write("text/page.txt", page("de").encode(), [article("de")])


def compound(stream):
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    return head + stream.encode("utf-16-le").ljust(512, b"\0")


def no_articles():
    lines = "2026-09-07 10:11:12,001 INFO harbour.py started\n" * 8
    code = "#include <stdio.h>\n\nint main(void) {\n  puts(\"x\");\n  return 0;\n}\n"
    srt = "1\n00:00:01,000 --> 00:00:02,500\nThe ferry.\n\n2\n00:00:03,000 --> 00:00:04,000\nIt sails.\n"
    kinds = {
        "a.png": (PNG, "a PNG image"), "b.txt": (PNG, "a PNG image"), "a.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a JPEG image"),
        "a.gif": (b"GIF89a\1\0\1\0", "a GIF image"), "a.tif": (b"II*\0\x08\0\0\0", "a TIFF image"),
        "a.webp": (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"), "a.wav": (b"RIFF\x24\0\0\0WAVEfmt ", "a WAV recording"),
        "a.mp3": (b"ID3\3\0\0\0\0\0\0", "an MP3 recording"), "a.mp4": (b"\0\0\0\x18ftypmp42\0\0", "a video"),
        "a.ogg": (b"OggS\0\2\0\0", "an Ogg recording"), "a.mkv": (b"\x1a\x45\xdf\xa3\x01\0", "a video"),
        "a.doc": (compound("WordDocument"), "a Word document of before 2007"), "a.xls": (compound("Workbook"), "a spreadsheet"),
        "a.ppt": (compound("PowerPoint Document"), "slides"), "a.msg": (compound("__substg1.0_0037001F"), "an Outlook message"),
        "a.pst": (b"!BDN\0\0\0\0", "an Outlook mailbox"), "a.xlsx": (zipped([("[Content_Types].xml", ""), ("xl/workbook.xml", "")]), "a spreadsheet"),
        "a.pptx": (zipped([("[Content_Types].xml", ""), ("ppt/presentation.xml", "")]), "slides"),
        "a.ods": (zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), "a spreadsheet"),
        "a.jar": (zipped([("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")]), "a Java program"),
        "a.so": (b"\x7fELF\2\1\1\0", "a program"), "a.exe": (b"MZ" + b"\0" * 100, "a Windows program"),
        "a.ttf": (b"\0\1\0\0\0\x0f", "a TrueType font"), "a.sqlite": (b"SQLite format 3\0\x10\0", "an SQLite database"),
        "rubbish.bin": (bytes(range(256)), "a program"), "rubbish": (bytes(range(256)), "a binary file of unknown kind"),
        "a.log": (lines.encode(), "a log"), "log.txt": (lines.encode(), "a log"), "a.c": (code.encode(), "C source"),
        "code.txt": (code.encode(), "source code"), "a.py": (b"import os\n\nprint(os.name)\n", "Python source"),
        "a.srt": (srt.encode(), "subtitles"), "srt.txt": (srt.encode(), "subtitles"), "a.vtt": (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n", "subtitles"),
        "a.ics": (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a calendar"), "calendar.txt": (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a calendar"),
        "a.vcf": (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "an address card"), "a.css": (b"p { color: red }\n", "a style sheet"),
        "a.sh": (b"#!/bin/sh\necho x\n", "a shell script"), "sh": (b"#!/bin/sh\necho x\n", "a script"), "a.sql": (b"SELECT 1;\n", "SQL"), "a.tex": (b"\\documentclass{article}\n", "TeX source"),
        "a.diff": (b"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "a patch"), "a.yaml": (b"key: value\n", "settings"),
        "page.php": (b"<?php\n\necho 'x';\n", "the source of a page"), "page.1": (b".TH PAGE 1\n.SH NAME\npage\n", "a manual page"),
        "settings": (b"[Unit]\nDescription=Ports\nAfter=sea\n[Install]\nWantedBy=all\n", "settings"),
        "comments": (b"# One\n# two\n# three\nport open\n# four\n", "settings or a script"),
        "a.eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n", "PostScript"), "a.mobi": (b"x" * 60 + b"BOOKMOBI\0\0", "a Mobipocket book"),
    }
    for name, (content, kind) in kinds.items():
        write(f"none/{name}", content, [], [f"no article: {kind}"])
    write("none/empty.txt", b" \n", [], ["the file is empty"])
    write("none/invisible.txt", "\u00ad\u200b\n".encode(), [], ["the file holds no text"])
    write("none/invisible.md", "---\nauthor: Jane Doe\n---\n\u00ad\n".encode(), [], ["no body and no title"])


def main():
    shutil.rmtree(FILES, ignore_errors=True)
    for step in [texts, no_articles, news, containers, mails, saved_pages, web_archives, collections, word_documents,
                 open_documents, parts_of_open_documents, books, rich_texts, pdfs]:
        step()
    with open(os.path.join(HERE, "expected.jsonl"), "w", encoding="utf-8") as file:
        for line in expected:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
