"""A canvas for pictures: drawn at twice the size, so that edges are smooth."""

import io

from PIL import Image, ImageDraw

from .brand import face, mix, rgb

FINE = 2


class Canvas:
    """Coordinates are the finished picture's pixels."""

    def __init__(self, width: int, height: int, top: str, bottom: str | None = None):
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * FINE, height * FINE), top)
        self.draw = ImageDraw.Draw(self.image)
        if bottom:
            self.gradient(0, 0, width, height, top, bottom)

    def gradient(self, x, y, w, h, top, bottom):
        steps = max(1, int(h * FINE))
        for row in range(steps):
            self.draw.rectangle(
                [x * FINE, y * FINE + row, (x + w) * FINE, y * FINE + row], fill=mix(top, bottom, row / steps)
            )

    def rect(self, x, y, w, h, fill=None, radius=0, outline=None, width=1):
        box = [x * FINE, y * FINE, (x + w) * FINE - 1, (y + h) * FINE - 1]
        self.draw.rounded_rectangle(box, radius * FINE, fill=fill, outline=outline, width=width * FINE)

    def circle(self, x, y, r, fill=None, outline=None, width=1):
        box = [(x - r) * FINE, (y - r) * FINE, (x + r) * FINE, (y + r) * FINE]
        self.draw.ellipse(box, fill=fill, outline=outline, width=int(width * FINE))

    def glow(self, x, y, r, colour, strength=0.5, rings=90):
        """A soft light around a point."""
        layer = Image.new("L", self.image.size, 0)
        pen = ImageDraw.Draw(layer)
        for ring in range(rings, 0, -1):
            size = r * ring / rings * FINE
            light = int(255 * strength * (1 - ring / rings) ** 2)
            pen.ellipse([x * FINE - size, y * FINE - size, x * FINE + size, y * FINE + size], fill=light)
        self.image.paste(Image.new("RGB", self.image.size, rgb(colour)), mask=layer)

    def poly(self, points, fill):
        self.draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=fill)

    def line(self, points, fill, width=2):
        self.draw.line([(x * FINE, y * FINE) for x, y in points], fill=fill, width=round(width * FINE), joint="curve")

    def text(self, x, y, words, size, fill, weight="regular", anchor="la"):
        self.draw.text((x * FINE, y * FINE), words, font=face(weight, size * FINE), fill=fill, anchor=anchor)

    def measure(self, words, size, weight="regular"):
        return face(weight, size * FINE).getlength(words) / FINE

    def paragraph(self, x, y, words, size, fill, width, weight="regular", leading=1.3):
        """Words in lines no wider than `width`; says where the next line would begin."""
        line = ""
        for word in words.split():
            longer = f"{line} {word}".strip()
            if line and self.measure(longer, size, weight) > width:
                self.text(x, y, line, size, fill, weight)
                y, line = y + size * leading, word
            else:
                line = longer
        self.text(x, y, line, size, fill, weight)
        return y + size * leading

    def finished(self) -> Image.Image:
        return self.image.resize((self.width, self.height), Image.LANCZOS)

    def jpeg(self, quality=80) -> bytes:
        out = io.BytesIO()
        self.finished().save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        return out.getvalue()

    def png(self, colours=160, soft=False) -> bytes:
        """With few colours; `soft` pictures have gradients, which want them scattered."""
        out = io.BytesIO()
        few = self.finished()
        if soft:
            seen = few.quantize(colours, method=Image.Quantize.FASTOCTREE)
            few = few.quantize(palette=seen, dither=Image.Dither.FLOYDSTEINBERG)
        else:
            few = few.quantize(colours, dither=Image.Dither.NONE)
        few.save(out, "PNG", optimize=True)
        return out.getvalue()

    def webp(self, quality=82) -> bytes:
        out = io.BytesIO()
        self.finished().save(out, "WEBP", quality=quality, method=6)
        return out.getvalue()
