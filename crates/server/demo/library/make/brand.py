"""The two brands of the demo: their colours, and the typeface in which their files are set."""

import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools import subset
from PIL import ImageFont

INTER = "@expo-google-fonts/inter@0.4.2"
WEIGHTS = {"regular": "400Regular", "medium": "500Medium", "semibold": "600SemiBold", "bold": "700Bold"}


@dataclass(frozen=True)
class Brand:
    """Colours by their use; `name` is what the firm calls itself."""

    key: str
    name: str
    site: str
    main: str
    second: str
    dark: str
    soft: str
    line: str
    warm: str
    ink: str = "#2b2a3d"
    grey: str = "#6a6980"


AURORA = Brand("aurora", "Aurora Systems", "aurora.example", "#4b46d6", "#8b5cf6", "#1d1a3f", "#eeedfc", "#d9d7f3", "#f5b14c")
HALCYON = Brand(
    "halcyon", "Halcyon Robotics", "halcyon.example", "#0f8a68", "#21aaa0", "#07291f", "#e5f4ee", "#c8e4d9", "#f2b84b",
    "#20332c", "#5d7068",
)
BRANDS = {"aurora": AURORA, "halcyon": HALCYON}


@cache
def fonts() -> Path:
    """The folder of Inter's weights: unpacked once from its npm package into the temporary folder."""
    home = Path(tempfile.gettempdir()) / "portico-demo-fonts"
    if not (home / "package").is_dir():
        home.mkdir(exist_ok=True)
        subprocess.run(["npm", "pack", "--silent", INTER], cwd=home, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(home.glob("*.tgz"))) as pack:
            pack.extractall(home, filter="data")
    return home / "package"


def font_file(weight: str) -> Path:
    folder = WEIGHTS[weight]
    return fonts() / folder / f"Inter_{folder}.ttf"


@cache
def light_font_file(weight: str) -> Path:
    """The weight with the letters of Europe's languages only, and without hints: what is embedded gets a third smaller."""
    path = fonts() / f"light-{weight}.ttf"
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=["*"])
    font = subset.load_font(str(font_file(weight)), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*range(0x20, 0x250), *range(0x2000, 0x2070), *range(0x20A0, 0x20C0), *range(0x2190, 0x2230)])
    subsetter.subset(font)
    subset.save_font(font, str(path), options)
    return path


@cache
def face(weight: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_file(weight)), size)


def rgb(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def mix(one: str, other: str, share: float) -> str:
    """`one` with a `share` of `other` stirred in."""
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(rgb(one), rgb(other)))
