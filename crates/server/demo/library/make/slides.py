"""Presentations, out of the `.slides` of `texts/`: slides begin with `= kind | title | more`."""

import io

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from .brand import Brand, mix, rgb
from .office import FACE, properties, steady
from .scenes import SCENES
from .source import curly, lines_of

WIDE, HIGH = 13.333, 7.5


def read(name: str, version: int):
    head, slides = {}, []
    for line in map(curly, lines_of(name, version, ".slides")):
        if line.startswith("= "):
            kind, *more = (part.strip() for part in line[2:].split("|"))
            slides.append((kind, more, [], []))
        elif not slides and ": " in line:
            key, value = line.split(": ", 1)
            head[key] = value
        elif line.startswith("note: "):
            slides[-1][3].append(line[6:])
        elif line.strip():
            slides[-1][2].append(line.strip())
    return head, slides


class Deck:
    def __init__(self, b: Brand, head):
        self.b, self.head, self.deck = b, head, Presentation()
        self.deck.slide_width, self.deck.slide_height = Inches(WIDE), Inches(HIGH)
        self.slide = None

    def shape(self, kind, x, y, w, h, fill=None, line=None):
        made = self.slide.shapes.add_shape(kind, Inches(x), Inches(y), Inches(w), Inches(h))
        made.shadow.inherit = False
        if fill:
            made.fill.solid()
            made.fill.fore_color.rgb = RGBColor(*rgb(fill))
        else:
            made.fill.background()
        if line:
            made.line.color.rgb = RGBColor(*rgb(line))
            made.line.width = Pt(1.25)
        else:
            made.line.fill.background()
        return made

    def block(self, x, y, w, h, fill, line=None):
        made = self.shape(MSO_SHAPE.ROUNDED_RECTANGLE, x, y, w, h, fill, line)
        made.adjustments[0] = min(0.12, 0.1 / min(w, h))
        return made

    def words(self, x, y, w, h, lines, size, colour, bold=False, align=PP_ALIGN.LEFT, anchor=MSO_ANCHOR.TOP, gap=6):
        box = self.slide.shapes.add_textbox(Inches(x), Inches(y), Inches(w), Inches(h))
        frame = box.text_frame
        frame.word_wrap, frame.vertical_anchor = True, anchor
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        for n, line in enumerate(lines if isinstance(lines, list) else [lines]):
            paragraph = frame.paragraphs[0] if not n else frame.add_paragraph()
            paragraph.alignment, paragraph.space_after, paragraph.line_spacing = align, Pt(gap), 1.1
            run = paragraph.add_run()
            run.text = line
            run.font.name, run.font.size, run.font.bold = FACE, Pt(size), bold
            run.font.color.rgb = RGBColor(*rgb(colour))
        return box

    def begin(self, dark=False):
        self.slide = self.deck.slides.add_slide(self.deck.slide_layouts[5])
        title = self.slide.shapes.title
        fill = self.slide.background.fill
        if dark:
            fill.gradient()
            fill.gradient_angle = 315
            fill.gradient_stops[0].color.rgb = RGBColor(*rgb(self.b.dark))
            fill.gradient_stops[1].color.rgb = RGBColor(*rgb(self.b.main))
        else:
            fill.solid()
            fill.fore_color.rgb = RGBColor(255, 255, 255)
        return title

    def titled(self, words, x, y, w, h, size, colour):
        title = self.slide.shapes.title
        title.left, title.top, title.width, title.height = Inches(x), Inches(y), Inches(w), Inches(h)
        frame = title.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        frame.text = words
        paragraph = frame.paragraphs[0]
        paragraph.alignment, paragraph.line_spacing = PP_ALIGN.LEFT, 1.05
        font = paragraph.runs[0].font
        font.name, font.size, font.bold = FACE, Pt(size), True
        font.color.rgb = RGBColor(*rgb(colour))

    def picture(self, scene, x, y, w, h):
        body = SCENES[scene](int(w * 118), int(h * 118), self.b).jpeg(66)
        made = self.slide.shapes.add_picture(io.BytesIO(body), Inches(x), Inches(y), Inches(w), Inches(h))
        made.name = scene.replace("_", " ")

    def sign(self, x, y, dark):
        colour = "#ffffff" if dark else self.b.main
        arc = self.shape(MSO_SHAPE.BLOCK_ARC, x, y + 0.02, 0.28, 0.28, colour)
        arc.adjustments[0], arc.adjustments[1], arc.adjustments[2] = 108, 0, 0.13  # 180 degrees in units of 1/60000
        bar = self.shape(MSO_SHAPE.ROUNDED_RECTANGLE, x + 0.06, y + 0.22, 0.16, 0.036, colour)
        bar.adjustments[0] = 0.5
        self.shape(MSO_SHAPE.OVAL, x + 0.098, y + 0.105, 0.084, 0.084, self.b.warm)
        self.words(x + 0.38, y, 4, 0.3, self.b.name, 12, "#ffffff" if dark else self.b.dark, True)

    def cover(self, more, lines):
        self.begin(dark=True)
        for ring in range(4):
            size = 2.6 + ring * 1.5
            self.shape(MSO_SHAPE.OVAL, 10.9 - size / 2, 1.6 - size / 2, size, size, None, mix(self.b.main, self.b.second, 0.3 + ring / 6))
        self.sign(0.75, 0.65, True)
        scene = more[2] if len(more) > 2 else None
        self.titled(more[0], 0.75, 2.1, 6.3 if scene else 10.2, 2.3, 40, "#ffffff")
        self.words(0.75, 4.55, 6.2 if scene else 9.5, 1.4, more[1], 18, self.b.soft)
        self.words(0.75, 6.7, 9, 0.3, self.head["foot"], 10, self.b.soft)
        if scene:
            self.picture(scene, 7.4, 1.75, 5.2, 4.1)

    def page(self, title, number):
        self.begin()
        self.shape(MSO_SHAPE.RECTANGLE, 0, 0, 0.18, HIGH, self.b.main)
        self.titled(title, 0.75, 0.55, 11.8, 0.95, 28, self.b.dark)
        self.sign(0.75, 6.95, False)
        self.words(8.6, 6.97, 4, 0.3, f"{self.head['foot']}  ·  {number}", 9, self.b.grey, align=PP_ALIGN.RIGHT)

    def table(self, lines):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        frame = self.slide.shapes.add_table(len(rows), len(rows[0]), Inches(0.75), Inches(1.75), Inches(11.8), Inches(0.62 * len(rows)))
        long = [max(len(row[n]) for row in rows) ** 0.6 for n in range(len(rows[0]))]
        for n, share in enumerate(long):
            frame.table.columns[n].width = Inches(11.8 * share / sum(long))
        for r, row in enumerate(rows):
            for n, words in enumerate(row):
                cell = frame.table.cell(r, n)
                cell.text = words
                cell.fill.solid()
                cell.fill.fore_color.rgb = RGBColor(*rgb(self.b.main if not r else (self.b.soft if r % 2 == 0 else "#ffffff")))
                cell.vertical_anchor = MSO_ANCHOR.MIDDLE
                font = cell.text_frame.paragraphs[0].runs[0].font
                font.name, font.size, font.bold = FACE, Pt(14), not r
                font.color.rgb = RGBColor(*rgb("#ffffff" if not r else self.b.ink))

    def columns(self, lines):
        wide = (11.8 - 0.3 * (len(lines) - 1)) / len(lines)
        for n, line in enumerate(lines):
            head, _, text = line.partition(": ")
            x = 0.75 + n * (wide + 0.3)
            self.block(x, 1.8, wide, 4.6, self.b.soft)
            self.shape(MSO_SHAPE.OVAL, x + 0.3, 2.1, 0.62, 0.62, self.b.main)
            self.words(x + 0.3, 2.1, 0.62, 0.62, str(n + 1), 16, "#ffffff", True, PP_ALIGN.CENTER, MSO_ANCHOR.MIDDLE, 0)
            self.words(x + 0.3, 2.95, wide - 0.6, 0.8, head, 18, self.b.dark, True)
            self.words(x + 0.3, 3.75, wide - 0.55, 2.5, [part.strip() for part in text.split(";")], 14, self.b.ink)

    def flow(self, lines):
        steps = [step.strip() for step in lines[0].split(">")]
        wide = (11.8 - 0.15 * (len(steps) - 1)) / len(steps)
        for n, step in enumerate(steps):
            kind = MSO_SHAPE.PENTAGON if not n else MSO_SHAPE.CHEVRON
            x = 0.75 + n * (wide + 0.15)
            made = self.shape(kind, x, 2.0, wide, 1.3, mix(self.b.second, self.b.main, (n + 1) / len(steps)))
            made.adjustments[0] = 0.25
            self.words(x + 0.38, 2.0, wide - 0.68, 1.3, step, 14, "#ffffff", True, PP_ALIGN.CENTER, MSO_ANCHOR.MIDDLE, 0)
        self.words(0.75, 3.8, 11.6, 2.8, ["•  " + line.removeprefix("- ") for line in lines[1:]], 17, self.b.ink, gap=9)

    def timeline(self, lines):
        self.shape(MSO_SHAPE.RECTANGLE, 0.75, 2.36, 11.8, 0.06, self.b.line)
        wide = 11.8 / len(lines)
        for n, line in enumerate(lines):
            when, _, text = line.partition(": ")
            x = 0.75 + n * wide
            self.shape(MSO_SHAPE.OVAL, x, 2.24, 0.3, 0.3, self.b.main if n < len(lines) - 1 else self.b.warm)
            self.words(x, 1.72, wide, 0.4, when, 16, self.b.main, True)
            self.words(x, 2.8, wide - 0.35, 3.8, [part.strip() for part in text.split(";")], 14, self.b.ink, gap=9)

    def add(self, number, kind, more, lines, notes):
        if kind in ("cover", "close"):
            self.cover(more, lines)
        elif kind == "quote":
            self.begin()
            self.titled(more[0], 1.5, 1.9, 10.3, 3.1, 30, self.b.main)
            self.shape(MSO_SHAPE.RECTANGLE, 0.95, 1.95, 0.1, 2.9, self.b.warm)
            self.words(1.5, 5.2, 10, 0.6, more[1], 16, self.b.grey)
            self.sign(0.75, 6.95, False)
        else:
            self.page(more[0], number)
            if kind == "bullets":
                self.words(0.75, 1.85, 11.4, 4.8, ["•  " + line.removeprefix("- ") for line in lines], 20, self.b.ink, gap=13)
            elif kind == "pic":
                self.words(0.75, 1.85, 4.7, 4.8, ["•  " + line.removeprefix("- ") for line in lines], 17, self.b.ink, gap=11)
                self.picture(more[1], 5.8, 1.8, 6.75, 4.6)
            elif kind == "stats":
                wide = (11.8 - 0.3 * (len(lines) - 1)) / len(lines)
                for n, line in enumerate(lines):
                    figure, _, what = line.partition("|")
                    x = 0.75 + n * (wide + 0.3)
                    self.block(x, 2.0, wide, 3.4, self.b.soft)
                    self.words(x + 0.2, 2.5, wide - 0.4, 1.1, figure.strip(), 40, self.b.main, True, PP_ALIGN.CENTER)
                    self.words(x + 0.3, 3.75, wide - 0.6, 1.5, what.strip(), 16, self.b.ink, False, PP_ALIGN.CENTER)
            else:
                {"table": self.table, "columns": self.columns, "flow": self.flow, "timeline": self.timeline}[kind](lines)
        if notes:
            self.slide.notes_slide.notes_text_frame.text = " ".join(notes)


def presentation(b: Brand, name: str, version: int = 1) -> bytes:
    head, slides = read(name, version)
    deck = Deck(b, head)
    properties(deck.deck.core_properties, b, head["title"], head.get("lang", "en"))
    for number, slide in enumerate(slides, 1):
        deck.add(number, *slide)
    out = io.BytesIO()
    deck.deck.save(out)
    return steady(out.getvalue())
