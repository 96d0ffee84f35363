"""PDFs: pages in a brand's look, out of a text of `texts/`."""

import io
import re

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate, CondPageBreak, Flowable, Frame, Image, KeepTogether, ListFlowable, ListItem, NextPageTemplate, PageBreak,
    PageTemplate, Paragraph, Spacer, Table, TableStyle,
)

from .brand import Brand, light_font_file, mix
from .scenes import SCENES
from .source import parse

WIDE, HIGH = A4
SIDE = 54
ROOM = WIDE - 2 * SIDE
QUOTES = {"en": "“”", "de": "„“", "fr": "«»", "es": "«»"}
FOOT = 58


def register():
    rl_config.useA85 = 0  # streams as bytes: a fifth smaller
    for weight in ("regular", "semibold"):
        pdfmetrics.registerFont(TTFont(f"Inter-{weight}", str(light_font_file(weight))))
    pdfmetrics.registerFontFamily("Inter-regular", "Inter-regular", "Inter-semibold", "Inter-regular", "Inter-semibold")


def marked(words: str) -> str:
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", words)


def styles(b: Brand) -> dict[str, ParagraphStyle]:
    body = ParagraphStyle("p", fontName="Inter-regular", fontSize=9.6, leading=14.6, textColor=b.ink, spaceAfter=7)

    def like(name, **more):
        return ParagraphStyle(name, parent=body, **more)

    return {
        "p": body,
        "h1": like("h1", fontName="Inter-semibold", fontSize=17, leading=21, textColor=b.dark, spaceBefore=12, spaceAfter=7),
        "h2": like("h2", fontName="Inter-semibold", fontSize=11.5, leading=15, textColor=b.main, spaceBefore=8, spaceAfter=4),
        "cell": like("cell", fontSize=8.5, leading=11.6, spaceAfter=0),
        "head": like("head", fontName="Inter-semibold", fontSize=8.5, leading=11.6, textColor=colors.white, spaceAfter=0),
        "box": like("box", fontSize=9.4, leading=14, textColor=b.dark, spaceAfter=0),
        "quote": like("quote", fontName="Inter-semibold", fontSize=13, leading=19, textColor=b.main, spaceAfter=5),
        "who": like("who", fontSize=8.8, textColor=b.grey, spaceAfter=0),
        "caption": like("caption", fontSize=8, leading=11, textColor=b.grey, spaceBefore=4, spaceAfter=9),
        "stat": like("stat", fontName="Inter-semibold", fontSize=19, leading=23, textColor=b.main, alignment=TA_CENTER, spaceAfter=1),
        "what": like("what", fontSize=8.2, leading=11, textColor=b.grey, alignment=TA_CENTER, spaceAfter=0),
    }


class Flow(Flowable):
    """Steps in boxes, with arrows between."""

    def __init__(self, steps, b):
        super().__init__()
        self.steps, self.b, self.width, self.height = steps, b, ROOM, 58

    def draw(self):
        gap = 18
        wide = (ROOM - gap * (len(self.steps) - 1)) / len(self.steps)
        look = ParagraphStyle("step", fontName="Inter-semibold", fontSize=8.4, leading=10.8, alignment=TA_CENTER)
        for n, step in enumerate(self.steps):
            x = n * (wide + gap)
            last = n == len(self.steps) - 1
            look.textColor = colors.white if last else colors.HexColor(self.b.dark)
            self.canv.setFillColor(self.b.main if last else self.b.soft)
            self.canv.roundRect(x, 6, wide, 46, 7, stroke=0, fill=1)
            words = Paragraph(marked(step), look)
            _, high = words.wrap(wide - 10, 44)
            words.drawOn(self.canv, x + 5, 29 - high / 2)
            if not last:
                self.canv.setStrokeColor(self.b.second)
                self.canv.setFillColor(self.b.second)
                self.canv.setLineWidth(1.4)
                self.canv.line(x + wide + 3, 29, x + wide + 11, 29)
                path = self.canv.beginPath()
                path.moveTo(x + wide + 15, 29)
                path.lineTo(x + wide + 10, 32.5)
                path.lineTo(x + wide + 10, 25.5)
                self.canv.drawPath(path, stroke=0, fill=1)


class Bars(Flowable):
    """Lying bars with their values."""

    def __init__(self, title, bars, b):
        super().__init__()
        self.title, self.bars, self.b = title, bars, b
        self.width, self.height = ROOM, 26 + 21 * len(bars)

    def draw(self):
        c, most = self.canv, max(value for _, value in self.bars)
        c.setFillColor(self.b.dark)
        c.setFont("Inter-semibold", 9.4)
        c.drawString(0, self.height - 12, self.title)
        for n, (label, value) in enumerate(self.bars):
            y = self.height - 38 - n * 21
            c.setFillColor(self.b.ink)
            c.setFont("Inter-regular", 8.6)
            c.drawString(0, y + 3, label)
            c.setFillColor(self.b.soft)
            c.roundRect(150, y, ROOM - 200, 13, 3, stroke=0, fill=1)
            c.setFillColor(self.b.main if n == len(self.bars) - 1 else mix(self.b.main, self.b.soft, 0.45))
            c.roundRect(150, y, max(6, (ROOM - 200) * value / most), 13, 3, stroke=0, fill=1)
            c.setFillColor(self.b.dark)
            c.setFont("Inter-semibold", 8.6)
            c.drawRightString(ROOM, y + 3, f"{value:g}")


def picture(name, b, width=840, height=353):
    return io.BytesIO(SCENES[name](width, height, b).jpeg(70))


def table(rows, look, b):
    long = [max(max(len(row[n]) for row in rows if n < len(row)), 7) ** 0.62 for n in range(len(rows[0]))]
    widths = [ROOM * one / sum(long) for one in long]
    cells = [[Paragraph(marked(cell), look["head" if not n else "cell"]) for cell in row] for n, row in enumerate(rows)]
    made = Table(cells, colWidths=widths, repeatRows=1)
    made.setStyle(TableStyle([
        ("FONTNAME", (0, 0), (-1, -1), "Inter-regular"), ("BACKGROUND", (0, 0), (-1, 0), b.main),
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, mix(b.soft, "#ffffff", 0.4)]),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, b.line),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 5), ("BOTTOMPADDING", (0, 0), (-1, -1), 5.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 7), ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ]))
    return made


def boxed(flowables, b):
    made = Table([[flowables]], colWidths=[ROOM])
    made.setStyle(TableStyle([
        ("FONTNAME", (0, 0), (-1, -1), "Inter-regular"), ("BACKGROUND", (0, 0), (-1, -1), b.soft), ("LINEBEFORE", (0, 0), (0, -1), 3, b.main),
        ("LEFTPADDING", (0, 0), (-1, -1), 14), ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 9), ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    ]))
    return made


def stats(numbers, look, b):
    cells = [[[Paragraph(number, look["stat"]), Paragraph(marked(what), look["what"])] for number, what in numbers]]
    made = Table(cells, colWidths=[ROOM / len(numbers)] * len(numbers))
    made.setStyle(TableStyle([
        ("FONTNAME", (0, 0), (-1, -1), "Inter-regular"), ("BOX", (0, 0), (-1, -1), 0.8, b.line), ("LINEAFTER", (0, 0), (-2, -1), 0.8, b.line),
        ("ROUNDEDCORNERS", [7, 7, 7, 7]), ("BACKGROUND", (0, 0), (-1, -1), mix(b.soft, "#ffffff", 0.55)),
        ("TOPPADDING", (0, 0), (-1, -1), 9), ("BOTTOMPADDING", (0, 0), (-1, -1), 10), ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]))
    return made


def room(block) -> int:
    """About how high the first part of a block is which should not be parted from its heading."""
    match block[0]:
        case "table":
            return 24 * len(block[1])
        case "bars":
            return 30 + 21 * len(block[2])
        case "pic":
            return 230
    return 60


def quoted(words, lang):
    left, right = QUOTES[lang]
    space = "\u00a0" if lang == "fr" else ""
    return left + space + marked(words) + space + right


def flowables(blocks, b, lang):
    look, story = styles(b), []
    for (kind, *rest), following in zip(blocks, [*blocks[1:], ("page",)]):
        match kind:
            case "p":
                story.append(Paragraph(marked(rest[0]), look["p"]))
            case "h1" | "h2":
                story += [CondPageBreak(50 + room(following)), Paragraph(marked(rest[0]), look[kind])]
            case "ul" | "ol":
                items = [ListItem(Paragraph(marked(item), look["p"]), leftIndent=16) for item in rest[0]]
                bullet = {"bulletType": "bullet", "start": "•"} if kind == "ul" else {"bulletType": "1", "bulletFormat": "%s."}
                made = ListFlowable(
                    items, bulletColor=b.main, bulletFontName="Inter-semibold", bulletFontSize=9.6, leftIndent=16, **bullet
                )
                story += [made, Spacer(0, 3)]
            case "box":
                story += [Spacer(0, 3), boxed(Paragraph(marked(rest[0]), look["box"]), b), Spacer(0, 10)]
            case "quote":
                inner = [Paragraph(quoted(rest[0], lang), look["quote"]), Paragraph(marked(rest[1]), look["who"])]
                story += [Spacer(0, 4), KeepTogether([boxed(inner, b)]), Spacer(0, 12)]
            case "table":
                story += [KeepTogether([table(rest[0], look, b)]), Spacer(0, 12)]
            case "stats":
                story += [stats(rest[0], look, b), Spacer(0, 12)]
            case "flow":
                story += [Flow(rest[0], b), Spacer(0, 9)]
            case "bars":
                story += [Bars(rest[0], rest[1], b), Spacer(0, 10)]
            case "pic":
                image = Image(picture(rest[0], b), ROOM, ROOM * 353 / 840)
                story.append(KeepTogether([Spacer(0, 4), image, Paragraph(marked(rest[1]), look["caption"])]))
            case "page":
                story.append(PageBreak())
    while isinstance(story[-1], Spacer):
        story.pop()
    return story


def mark(c, b, x, y, size, on_dark):
    """The brand's sign and name."""
    r = size * 0.48
    c.setStrokeColor(colors.white if on_dark else b.main)
    c.setLineWidth(r * 0.26)
    c.setLineCap(1)
    c.arc(x, y - r * 0.25, x + 2 * r, y + r * 1.75, 0, 180)
    c.line(x + r * 0.45, y + r * 0.13, x + r * 1.55, y + r * 0.13)
    c.setLineCap(0)
    c.setFillColor(b.warm)
    c.circle(x + r, y + r * 0.72, r * 0.3, stroke=0, fill=1)
    c.setFillColor(colors.white if on_dark else b.dark)
    c.setFont("Inter-semibold", size * 0.72)
    c.drawString(x + size * 1.3, y + size * 0.15, b.name)


def backdrop(c, b, y, high):
    """The coloured ground of covers and bands: a gradient with rings."""
    c.saveState()
    path = c.beginPath()
    path.rect(0, y, WIDE, high)
    c.clipPath(path, stroke=0)
    c.linearGradient(0, y, WIDE, y + high, (b.dark, b.main))
    for ring in range(5):
        c.setStrokeColor(mix(b.main, b.second, 0.25 + ring / 7))
        c.setLineWidth(1.1)
        c.circle(WIDE - 40, y + high * 0.8, 60 + ring * 46, stroke=1, fill=0)
    c.restoreState()


def titled(c, b, head, y, size, width, measure_only=False):
    """Title and what stands under it; says how high they are together."""
    words = Paragraph(marked(head["title"]), ParagraphStyle("t", fontName="Inter-semibold", fontSize=size, leading=size * 1.16, textColor=colors.white))
    _, high = words.wrap(width, 300)
    under = Paragraph(marked(head["sub"]), ParagraphStyle("s", fontName="Inter-regular", fontSize=max(10.5, size * 0.4), leading=max(15, size * 0.58), textColor=b.soft))
    _, more = under.wrap(width, 200)
    if not measure_only:
        words.drawOn(c, SIDE, y - high)
        under.drawOn(c, SIDE, y - high - 9 - more)
    return high + 9 + more


def label(c, head, y):
    c.setFont("Inter-semibold", 8.5)
    c.setFillColor(colors.white)
    c.drawString(SIDE, y, head["label"].upper())


def document(b: Brand, name: str, version: int = 1) -> bytes:
    head, blocks = parse(name, version)
    out = io.BytesIO()
    cover = head.get("layout") == "cover"
    lang = head.get("lang", "en")
    band = 114 + titled(None, b, head, 0, 23, ROOM - 30, measure_only=True)

    def foot(c):
        c.setStrokeColor(b.line)
        c.setLineWidth(0.7)
        c.line(SIDE, 44, WIDE - SIDE, 44)
        c.setFont("Inter-regular", 7.6)
        c.setFillColor(b.grey)
        c.drawString(SIDE, 30, head["foot"])
        c.drawRightString(WIDE - SIDE, 30, str(c.getPageNumber()))

    def first(c, _):
        if not cover:
            backdrop(c, b, HIGH - band, band)
            mark(c, b, SIDE, HIGH - 52, 15, True)
            label(c, head, HIGH - 84)
            titled(c, b, head, HIGH - 92, 23, ROOM - 30)
            foot(c)
            return
        backdrop(c, b, 0, HIGH)
        mark(c, b, SIDE, HIGH - 80, 20, True)
        image = ImageReader(picture(head.get("picture", "truck_dawn"), b, 840, 579))
        c.saveState()
        path = c.beginPath()
        path.roundRect(SIDE, 120, ROOM, ROOM * 62 / 90, 14)
        c.clipPath(path, stroke=0)
        c.drawImage(image, SIDE, 120, ROOM, ROOM * 62 / 90)
        c.restoreState()
        label(c, head, HIGH - 160)
        titled(c, b, head, HIGH - 176, 33, ROOM - 20)
        c.setFont("Inter-regular", 9)
        c.setFillColor(b.soft)
        c.drawString(SIDE, 66, head["foot"])
        c.drawRightString(WIDE - SIDE, 66, b.site)

    def later(c, _):
        mark(c, b, SIDE, HIGH - 44, 10, False)
        c.setFont("Inter-regular", 7.6)
        c.setFillColor(b.grey)
        c.drawRightString(WIDE - SIDE, HIGH - 41, head["title"] if len(head["title"]) < 70 else head["label"])
        foot(c)

    def frame(top):
        return Frame(SIDE, FOOT, ROOM, HIGH - FOOT - top, 0, 0, 0, 0)

    made = BaseDocTemplate(out, pagesize=A4, invariant=1, initialFontName="Inter-regular", title=head["title"], author=b.name, subject=head["sub"], lang=lang)
    made.addPageTemplates([
        PageTemplate("first", [frame(band + 20)], onPage=first),
        PageTemplate("later", [frame(66)], onPage=later),
    ])
    story = [NextPageTemplate("later")]
    if cover:
        story += [Spacer(1, 1), PageBreak()]
    made.build(story + flowables(blocks, b, lang))
    return out.getvalue()
