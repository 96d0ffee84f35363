"""Logos, a banner, a badge and icons as SVG; the logos' words are outlines, so that they need no font."""

from functools import cache

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from .brand import AURORA, HALCYON, Brand, font_file, mix

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" aria-label="{label}">\n<title>{label}</title>\n'
FACE = "Inter, 'Segoe UI', Helvetica, Arial, sans-serif"


@cache
def font(weight):
    return TTFont(str(font_file(weight)))


def outlined(words: str, x: float, y: float, size: float, fill: str, weight="bold") -> str:
    face = font(weight)
    glyphs, names, scale = face.getGlyphSet(), face.getBestCmap(), size / face["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.1f}".rstrip("0").rstrip("."))
    for letter in words:
        glyph = glyphs[names[ord(letter)]]
        glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
        x += glyph.width * scale
    return f'<path fill="{fill}" d="{pen.getCommands()}"/>\n'


def sign(b: Brand, x, y, r, arc, id="g") -> str:
    """The round sign: an arc like a horizon and a warm sun."""
    return (
        f'<g transform="translate({x} {y})" fill="none" stroke-linecap="round">\n'
        f'<path d="M{-r} {r * .25:.1f}A{r} {r} 0 0 1 {r} {r * .25:.1f}" stroke="{arc}" stroke-width="{r * .26:.1f}"/>\n'
        f'<path d="M{-r * .55:.1f} {r * .62:.1f}H{r * .55:.1f}" stroke="{arc}" stroke-width="{r * .26:.1f}"/>\n'
        f'<circle cy="{r * .05:.1f}" r="{r * .3:.1f}" fill="{b.warm}"/>\n</g>\n'
    )


def logo(b: Brand, dark: bool) -> bytes:
    first, second = b.name.split(" ")
    svg = HEAD.format(w=520, h=140, label=b.name)
    if dark:
        svg += f'<rect width="520" height="140" rx="20" fill="{b.dark}"/>\n'
    else:
        svg += f'<defs><linearGradient id="g" x1="-1" x2="1"><stop stop-color="{b.main}"/><stop offset="1" stop-color="{b.second}"/></linearGradient></defs>\n'
    svg += sign(b, 84, 74, 42, "#ffffff" if dark else "url(#g)").replace("url(#g)", b.main)
    svg += outlined(first, 152, 80, 56, "#ffffff" if dark else b.dark)
    svg += outlined(second.upper(), 155, 112, 20, b.line if dark else b.main, "semibold")
    return (svg + "</svg>\n").encode()


def banner(b: Brand) -> bytes:
    svg = HEAD.format(w=1200, h=300, label="Know when each truck will be at the gate")
    svg += f'<defs><linearGradient id="ground" x2="1" y2="1"><stop stop-color="{b.dark}"/><stop offset="1" stop-color="{b.main}"/></linearGradient><radialGradient id="sun"><stop stop-color="{b.warm}"/><stop offset="1" stop-color="{b.warm}" stop-opacity="0"/></radialGradient></defs>\n'
    svg += '<rect width="1200" height="300" fill="url(#ground)"/>\n<circle cx="1010" cy="170" r="170" fill="url(#sun)" opacity=".8"/>\n'
    svg += f'<path d="M640 260Q800 190 930 240T1200 220V300H640Z" fill="{mix(b.main, b.second, .4)}" opacity=".7"/>\n'
    svg += f'<path d="M560 300Q760 230 960 275T1200 260V300Z" fill="{b.dark}"/>\n'
    svg += f'<g transform="translate(850 188)"><rect width="130" height="66" rx="5" fill="#fff"/><path d="M136 16h32l18 26v24h-50z" fill="{b.second}"/><path d="M146 24h20l11 18h-31z" fill="#e6e2ff"/>'
    svg += "".join(f'<circle cx="{x}" cy="70" r="12" fill="#120f2c"/><circle cx="{x}" cy="70" r="5" fill="#8f8da8"/>' for x in (28, 58, 156)) + "</g>\n"
    svg += f'<text x="70" y="118" font-family="{FACE}" font-size="46" font-weight="700" fill="#fff">Know when each truck</text>\n'
    svg += f'<text x="70" y="174" font-family="{FACE}" font-size="46" font-weight="700" fill="#fff">will be at the gate</text>\n'
    svg += f'<text x="70" y="226" font-family="{FACE}" font-size="21" fill="{b.soft}">Fleet, Depot and Route by {b.name}</text>\n'
    return (svg + "</svg>\n").encode()


def badge(b: Brand) -> bytes:
    svg = HEAD.format(w=320, h=320, label="Aurora certified partner")
    svg += f'<defs><linearGradient id="rim" x2="1" y2="1"><stop stop-color="{b.main}"/><stop offset="1" stop-color="{b.second}"/></linearGradient></defs>\n'
    svg += '<circle cx="160" cy="160" r="150" fill="url(#rim)"/>\n<circle cx="160" cy="160" r="132" fill="#fff"/>\n'
    svg += f'<circle cx="160" cy="160" r="122" fill="none" stroke="{b.line}" stroke-width="3" stroke-dasharray="2 8" stroke-linecap="round"/>\n'
    svg += sign(b, 160, 108, 38, b.main)
    for y, size, words, fill in ((196, 27, "Certified", b.dark), (226, 27, "partner", b.dark), (254, 15, "FLEET EXPERT", b.main)):
        svg += f'<text x="160" y="{y}" text-anchor="middle" font-family="{FACE}" font-size="{size}" font-weight="700" fill="{fill}">{words}</text>\n'
    return (svg + "</svg>\n").encode()


def icons(b: Brand) -> bytes:
    svg = HEAD.format(w=600, h=220, label="Icons of Fleet, Depot and Route")
    svg += f'<rect width="600" height="220" rx="18" fill="{b.soft}"/>\n'
    marks = {
        "Fleet": '<rect x="-40" y="-24" width="46" height="36" rx="4"/><path d="M10 -12h16l14 16v8h-30z"/><circle cx="-22" cy="18" r="8"/><circle cx="24" cy="18" r="8"/>',
        "Depot": '<path d="M-42 24v-36l42 -20 42 20v36"/><path d="M-26 24v-24h52v24M-26 8h52"/>',
        "Route": '<circle cx="-30" cy="20" r="8"/><circle cx="30" cy="-22" r="8"/><path d="M-22 20h34a10 10 0 0 0 0 -21h-24a10 10 0 0 1 0 -21h34"/>',
    }
    for n, (name, shape) in enumerate(marks.items()):
        x = 110 + n * 190
        svg += f'<rect x="{x - 65}" y="25" width="130" height="130" rx="28" fill="#fff" stroke="{b.line}" stroke-width="2"/>\n'
        svg += f'<g transform="translate({x} 92)" fill="none" stroke="{(b.main, b.second, b.dark)[n]}" stroke-width="7" stroke-linejoin="round" stroke-linecap="round">{shape}</g>\n'
        svg += f'<text x="{x}" y="192" text-anchor="middle" font-family="{FACE}" font-size="22" font-weight="600" fill="{b.dark}">{name}</text>\n'
    return (svg + "</svg>\n").encode()


def make(name: str) -> bytes:
    return {
        "logo": lambda: logo(AURORA, False),
        "logo-dark": lambda: logo(AURORA, True),
        "banner": lambda: banner(AURORA),
        "badge": lambda: badge(AURORA),
        "icons": lambda: icons(AURORA),
        "h-logo": lambda: logo(HALCYON, False),
    }[name]()
