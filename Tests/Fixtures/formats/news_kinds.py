"""Kinds of file that news comes in: feeds, agencies' items, dumps and tables, each for five stories.

A kind is a function from a story's parts to a text; `generate.py` writes it in the encodings that its family knows.
"""
import csv
import io
import json
from html import escape

DAY = "2026-09-07"
STAMP = "2026-09-07T10:11:12+02:00"
MAIL_DAY = "Mon, 07 Sep 2026 10:11:12 +0200"
PLACE = "https://example.org/harbour"


def marked(paragraphs):
    return "".join(f"<p>{escape(p, quote=False)}</p>" for p in paragraphs)


# --- feeds ----------------------------------------------------------------------------------------

def rss(version, item, extra=""):
    return f'<rss version="{version}"{extra}><channel><title>The Quay</title><link>https://example.org/</link>{item}</channel></rss>'


def rss_item(title, paragraphs, body="description", date=f"<pubDate>{MAIL_DAY}</pubDate>"):
    return (f"<item><title>{title}</title><link>{PLACE}</link><{body}>{escape(marked(paragraphs))}</{body}>{date}</item>")


def rss_091(title, paragraphs):
    return rss("0.91", rss_item(title, paragraphs))


def rss_20(title, paragraphs):
    names = ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    item = (f"<item><title>{title}</title><link>{PLACE}</link><description>Short.</description><dc:creator>Jane Doe</dc:creator>"
            f"<content:encoded><![CDATA[{marked(paragraphs)}]]></content:encoded><pubDate>{MAIL_DAY}</pubDate></item>")
    return rss("2.0", item, names)


def rss_10(title, paragraphs):
    return ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org/"><title>The Quay</title></channel>'
            f'<item rdf:about="{PLACE}"><title>{title}</title><link>{PLACE}</link>'
            f"<description>{escape(marked(paragraphs))}</description><dc:date>{STAMP}</dc:date></item></rdf:RDF>")


def atom(namespace, link, date, content):
    return (f'<feed xmlns="{namespace}"><title>The Quay</title><entry><title>{{}}</title>'
            f'<link rel="alternate" href="{PLACE}"{link}/><{date}>{STAMP}</{date}>{content}</entry></feed>')


def atom_03(title, paragraphs):
    content = f'<content type="text/html" mode="escaped">{escape(marked(paragraphs))}</content>'
    return atom("http://purl.org/atom/ns#", ' type="text/html"', "issued", content).format(title)


def atom_10(title, paragraphs):
    content = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{marked(paragraphs)}</div></content>'
    return atom("http://www.w3.org/2005/Atom", "", "published", content).format(title)


def wordpress_export(title, paragraphs):
    names = ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    typed = "\n\n".join(["[box]" + paragraphs[0] + "[/box]", *paragraphs[1:]])
    item = (f"<item><title>{title}</title><link>{PLACE}</link><content:encoded><![CDATA[{typed}]]></content:encoded>"
            f"<pubDate>{MAIL_DAY}</pubDate></item>")
    return rss("2.0", item, names)


FEEDS = {"rss-0.91": rss_091, "rss-1.0": rss_10, "rss-2.0": rss_20, "atom-0.3": atom_03, "atom-1.0": atom_10,
         "wordpress-export": wordpress_export}


# --- agencies -------------------------------------------------------------------------------------

def nitf(title, paragraphs):
    return (f'<nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20260907T101112+0200"/><doc.copyright holder="The Quay"/>'
            f"</docdata></head><body><body.head><hedline><hl1>{title}</hl1></hedline><byline>By Jane Doe</byline></body.head>"
            f"<body.content>{marked(paragraphs)}</body.content></body></nitf>")


def newsml(title, paragraphs):
    return ("<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:1</PublicIdentifier></NewsIdentifier></Identification>"
            "<NewsManagement><FirstCreated>20260907T101112+0200</FirstCreated><Status FormalName='Usable'/></NewsManagement><NewsComponent>"
            f"<NewsLines><HeadLine>{title}</HeadLine><ByLine>By Jane Doe</ByLine></NewsLines><AdministrativeMetadata><Provider>"
            "<Party FormalName='The Quay'/></Provider></AdministrativeMetadata><NewsComponent><ContentItem><MediaType FormalName='Text'/>"
            f"<DataContent>{marked(paragraphs)}</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>")


def newsml_g2(title, paragraphs):
    return ('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1"><itemMeta>'
            f'<provider literal="The Quay"/><versionCreated>{STAMP}</versionCreated></itemMeta><contentMeta><headline>{title}</headline>'
            '<by>By Jane Doe</by></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
            f"{marked(paragraphs)}</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>")


def appl(title, paragraphs):
    return ('<Publication xmlns="http://ap.org/schemas/03/2005/appl"><Identification><ItemId>i1</ItemId></Identification>'
            '<PublicationManagement><FirstCreated Year="2026" Month="9" Day="7" Time="08:11:12"/></PublicationManagement>'
            f"<NewsLines><HeadLine>{title}</HeadLine><ByLine>By Jane Doe</ByLine></NewsLines><AdministrativeMetadata>"
            "<Provider>The Quay</Provider></AdministrativeMetadata><PublicationComponent><TextContentItem><DataContent><nitf><body.content>"
            f"<block>{marked(paragraphs)}</block></body.content></nitf></DataContent></TextContentItem></PublicationComponent></Publication>")


def elements(title, paragraphs):
    return (f"<stories><story><headline>{title}</headline><byline>By Jane Doe</byline><pubdate>{DAY}</pubdate><source>The Quay</source>"
            f"<text>{escape(marked(paragraphs))}</text></story></stories>")


AGENCIES = {"nitf": nitf, "newsml-1.2": newsml, "newsml-g2": newsml_g2, "appl": appl}
NAMED = {"elements": elements}


def anpa(title, paragraphs):
    text = "".join(f"\t   {p}\r\n \r\n" for p in paragraphs)
    return (f"\x16\x16\x01W1\x1fquay\r\nr a\x13\x11 BC-Port     09-07 0020\r\n\x02^BC-Port,20<\r\n^{title}<\r\n^By Jane Doe=\r\n"
            f"^The Quay=\r\n{text}\r\n\t   \x03AP-WF-09-07-26 0811GMT<\r\n\x0c\r\n\x04")


def iptc_7901(title, paragraphs):
    text = "".join(f"   {p}\r\n\r\n" for p in paragraphs)
    return f"\x01eca001 4 i 20   quay 001\r\n\r\nPort/\r\n\x02{title}\r\nBy Jane Doe =\r\n\r\n{text}\x03070811 GMT Sep 26\r\n\x7f\x04"


def reuters(title, paragraphs):
    text = "\n".join("    " + p for p in paragraphs)
    return (f'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS NEWID="1">\n<DATE> 7-SEP-2026 10:11:12.00</DATE>\n<TEXT>&#2;\n<TITLE>{title}</TITLE>\n'
            f"<AUTHOR>    By Jane Doe</AUTHOR>\n<BODY>{text}\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n")


def gigaword(title, paragraphs):
    text = "".join(f"<P>\n{p}\n</P>\n" for p in paragraphs)
    return f'<DOC id="QUA_ENG_20260907.0001" type="story">\n<HEADLINE>\n{title}\n</HEADLINE>\n<TEXT>\n{text}</TEXT>\n</DOC>\n'


# --- JSON -----------------------------------------------------------------------------------------

def ninjs(title, paragraphs):
    return {"uri": "urn:1", "type": "text", "pubstatus": "usable", "versioncreated": STAMP, "headline": title, "byline": "Jane Doe",
            "source": "The Quay", "body_text": " ".join(paragraphs), "body_xhtml": marked(paragraphs)}


def ninjs_3(title, paragraphs):
    return {"uri": "urn:1", "standard": {"name": "ninjs", "version": "3.0"}, "pubstatus": "usable", "versioncreated": STAMP,
            "headlines": [{"role": "short", "value": "S"}, {"role": "main", "value": title}], "bylines": [{"value": "Jane Doe"}],
            "bodies": [{"role": "main", "contenttype": "text/html", "value": marked(paragraphs)}], "source": "The Quay"}


def linked_data(title, paragraphs):
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "articleBody": "\n\n".join(paragraphs),
            "datePublished": STAMP, "author": {"@type": "Person", "name": "Jane Doe"}, "publisher": {"name": "The Quay"}}


def news_api(title, paragraphs):
    return {"status": "ok", "articles": [{"source": {"id": None, "name": "The Quay"}, "author": "Jane Doe", "title": title, "description": "S.",
                                          "url": PLACE, "publishedAt": STAMP, "content": "\n\n".join(paragraphs)}]}


def guardian(title, paragraphs):
    return {"response": {"status": "ok", "results": [{"id": "ports/1", "webTitle": title, "webUrl": PLACE, "webPublicationDate": STAMP,
                                                      "fields": {"headline": title, "byline": "Jane Doe", "body": marked(paragraphs)}}]}}


def wordpress(title, paragraphs):
    return [{"id": 5, "date": STAMP, "link": PLACE, "title": {"rendered": escape(title)}, "content": {"rendered": marked(paragraphs)},
             "excerpt": {"rendered": ""}, "_embedded": {"author": [{"name": "Jane Doe"}]}}]


def elasticsearch(title, paragraphs):
    source = {"title": title, "text": "\n\n".join(paragraphs), "published": DAY, "author": "Jane Doe", "source": "The Quay"}
    return {"took": 1, "hits": {"total": {"value": 1}, "hits": [{"_index": "n", "_id": "1", "_source": source}]}}


def json_feed(title, paragraphs):
    return {"version": "https://jsonfeed.org/version/1.1", "title": "The Quay",
            "items": [{"id": "1", "url": PLACE, "title": title, "content_html": marked(paragraphs), "date_published": STAMP,
                       "authors": [{"name": "Jane Doe"}]}]}


def news_please(title, paragraphs):
    return {"authors": ["Jane Doe"], "date_publish": "2026-09-07 10:11:12", "description": "S.", "language": None, "maintext": "\n\n".join(paragraphs),
            "source_domain": "The Quay", "title": title, "url": PLACE}


def media_cloud(title, paragraphs):
    return [{"stories_id": 1, "title": title, "publish_date": "2026-09-07 10:11:12", "url": PLACE, "media_name": "The Quay",
             "story_text": "\n\n".join(paragraphs)}]


def mongo(title, paragraphs):
    return {"_id": {"$oid": "5f"}, "title": title, "text": "\n\n".join(paragraphs), "published": {"$date": STAMP}, "byline": "Jane Doe",
            "publisher": "The Quay"}


def plain_object(title, paragraphs):
    return {"title": title, "body": "\n\n".join(paragraphs), "date": DAY, "byline": "Jane Doe", "source": "The Quay"}


DOCUMENTS = {"ninjs-1": ninjs, "ninjs-3": ninjs_3, "linked-data": linked_data, "news-api": news_api, "guardian": guardian,
             "wordpress-rest": wordpress, "elasticsearch": elasticsearch, "json-feed": json_feed, "news-please": news_please,
             "media-cloud": media_cloud, "mongodb": mongo, "object": plain_object}


# --- tables ---------------------------------------------------------------------------------------

def table(separator, title, paragraphs):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow(["headline", "text", "published", "author", "outlet"])
    writer.writerow([title, "\n\n".join(paragraphs), DAY, "Jane Doe", "The Quay"])
    return out.getvalue()


TABLES = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}


def object_lines(title, paragraphs):
    return json.dumps(plain_object(title, paragraphs), ensure_ascii=False) + "\n"
