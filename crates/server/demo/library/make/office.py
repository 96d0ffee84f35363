"""Word documents and workbooks, and what makes packages the same at each run."""

import datetime
import io
import re
import zipfile

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from .brand import Brand, mix, rgb
from .source import parse

WHEN = datetime.datetime(2026, 1, 12, 9, 0, 0)
FACE = "Arial"
UNUSED = ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml")


def steady(package: bytes) -> bytes:
    """The same package with fixed times, so that each run makes the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "docProps/core.xml":
                body = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2026-01-12T09:00:00Z", body)
            if name in UNUSED:
                continue
            if name.endswith(".rels") or name == "[Content_Types].xml":
                body = re.sub(rb"<(?:Relationship|Override) [^>]*(?:thumbnail|stylesWithEffects)[^>]*/>", b"", body)
            info = zipfile.ZipInfo(name, (2026, 1, 12, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, body)
    return out.getvalue()


def properties(core, b: Brand, title: str, lang: str):
    core.title, core.author, core.last_modified_by, core.language = title, b.name, b.name, lang
    core.created = core.modified = WHEN
    core.comments, core.revision = "", 1


def shade(cell, colour):
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour[1:])
    cell._tc.get_or_add_tcPr().append(shading)


def runs(paragraph, words, size=None, colour=None, bold=False):
    for n, part in enumerate(re.split(r"\*\*", words)):
        if part:
            run = paragraph.add_run(part)
            run.bold = bold or n % 2 == 1
            if size:
                run.font.size = Pt(size)
            if colour:
                run.font.color.rgb = RGBColor(*rgb(colour))


def grid(doc, rows, b):
    table = doc.add_table(rows=0, cols=len(rows[0]))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for n, row in enumerate(rows):
        for cell, words in zip(table.add_row().cells, row):
            runs(cell.paragraphs[0], words, 9, "#ffffff" if not n else b.ink, not n)
            cell.paragraphs[0].paragraph_format.space_after = Pt(3)
            cell.paragraphs[0].paragraph_format.space_before = Pt(3)
            shade(cell, b.main if not n else ("#ffffff" if n % 2 else b.soft))
    doc.add_paragraph().paragraph_format.space_after = Pt(2)


def strip(doc, cells, b, fills):
    """One row of cells: steps or figures."""
    table = doc.add_table(rows=1, cols=len(cells))
    for n, (cell, parts) in enumerate(zip(table.rows[0].cells, cells)):
        shade(cell, fills[n])
        for line, (words, size, colour, bold) in enumerate(parts):
            paragraph = cell.paragraphs[0] if not line else cell.add_paragraph()
            paragraph.alignment = 1
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(5)
            runs(paragraph, words, size, colour, bold)
    doc.add_paragraph().paragraph_format.space_after = Pt(2)


def document(b: Brand, name: str, version: int = 1) -> bytes:
    head, blocks = parse(name, version)
    doc = Document()
    properties(doc.core_properties, b, head["title"], head.get("lang", "en"))
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = FACE, Pt(10)
    normal.font.color.rgb = RGBColor(*rgb(b.ink))
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.25
    for style, size, colour in (("Heading 1", 17, b.dark), ("Heading 2", 12, b.main), ("Title", 26, b.main)):
        look = doc.styles[style]
        look.font.name, look.font.size, look.font.bold = FACE, Pt(size), True
        look.font.color.rgb = RGBColor(*rgb(colour))
        fonts = look.element.rPr.rFonts
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        fonts.set(qn("w:ascii"), FACE)
        fonts.set(qn("w:hAnsi"), FACE)
        look.paragraph_format.space_before = Pt(16 if size == 17 else 10)
        look.paragraph_format.space_after = Pt(5)
        look.paragraph_format.keep_with_next = True
    border = doc.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        doc.styles["Title"].element.pPr.remove(border)
    top = section.header.paragraphs[0]
    runs(top, f"{b.name}  ·  {head['label']}", 8, b.main, True)
    runs(section.footer.paragraphs[0], head["foot"], 8, b.grey)
    doc.add_paragraph(head["title"], style="Title")
    runs(doc.add_paragraph(), head["sub"], 12, b.grey)
    for kind, *rest in blocks:
        match kind:
            case "h1" | "h2":
                doc.add_heading(rest[0], int(kind[1]))
            case "p":
                runs(doc.add_paragraph(), rest[0])
            case "ul":
                for item in rest[0]:
                    runs(doc.add_paragraph(style="List Bullet"), item)
            case "ol":
                for n, item in enumerate(rest[0], 1):
                    paragraph = doc.add_paragraph()
                    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
                    runs(paragraph, f"{n}.\t{item}")
                    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
            case "box" | "quote":
                strip(doc, [[(words, 10, b.dark, False) for words in rest if words]], b, [b.soft])
            case "table":
                grid(doc, rest[0], b)
            case "stats":
                cells = [[(number, 18, b.main, True), (what, 9, b.grey, False)] for number, what in rest[0]]
                strip(doc, cells, b, [b.soft] * len(cells))
            case "flow":
                last = len(rest[0]) - 1
                cells = [[(f"{n + 1}", 9, "#ffffff" if n == last else b.main, True), (step, 9.5, "#ffffff" if n == last else b.dark, True)] for n, step in enumerate(rest[0])]
                strip(doc, cells, b, [b.main if n == last else mix(b.soft, b.line, n / (last + 1)) for n in range(last + 1)])
    out = io.BytesIO()
    doc.save(out)
    return steady(out.getvalue())


def workbook(b: Brand, title: str, sheets: list[tuple], lang="en") -> bytes:
    """Sheets: (name, title, note, head, rows, widths); numbers get the price's form, words that begin with = are sums."""
    book = Workbook()
    book.remove(book.active)
    properties_of = book.properties
    properties_of.title, properties_of.creator, properties_of.lastModifiedBy, properties_of.language = title, b.name, b.name, lang
    properties_of.created = properties_of.modified = WHEN
    thin = Side(style="thin", color=b.line[1:])
    for name, heading, note, head, rows, widths in sheets:
        sheet = book.create_sheet(name)
        sheet.sheet_view.showGridLines = False
        sheet["A1"], sheet["A2"] = heading, note
        sheet["A1"].font = Font(FACE, 16, bold=True, color=b.main[1:])
        sheet["A2"].font = Font(FACE, 9, color=b.grey[1:])
        sheet.row_dimensions[1].height = 26
        for n, words in enumerate(head, 1):
            cell = sheet.cell(4, n, words)
            cell.font = Font(FACE, 10, bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", start_color=b.main[1:])
            cell.alignment = Alignment(vertical="center", wrap_text=True, indent=1 if n > 1 else 0)
        sheet.row_dimensions[4].height = 24
        for r, row in enumerate(rows, 5):
            for n, value in enumerate(row, 1):
                cell = sheet.cell(r, n, value)
                words = isinstance(value, str) and not value.startswith("=")
                cell.font = Font(FACE, 10, color=b.ink[1:])
                cell.border = Border(bottom=thin)
                cell.alignment = Alignment(vertical="top", wrap_text=words, indent=1 if words and n > 1 else 0)
                if isinstance(value, float) or str(value).startswith("="):
                    cell.number_format = "#,##0.00"
                if r % 2:
                    cell.fill = PatternFill("solid", start_color=mix(b.soft, "#ffffff", 0.4)[1:])
        for n, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(n)].width = width
        sheet.freeze_panes = "A5"
        sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    out = io.BytesIO()
    book.save(out)
    return steady(out.getvalue())
