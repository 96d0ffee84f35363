"""Short clips, drawn frame by frame, and their captions."""

import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

from . import scenes
from .brand import AURORA as B
from .canvas import FINE, Canvas

WIDE, HIGH, RATE = 640, 360, 12
WHITE = "#ffffff"


def card(title: str, line: str) -> Image.Image:
    return scenes.social(WIDE, HIGH, B, title, line, "Aurora Systems").finished()


def strip(image: Image.Image, words: str) -> Image.Image:
    """The picture with a line of words on a bar."""
    c = Canvas(WIDE, 44, B.dark)
    c.circle(22, 22, 6, B.warm)
    c.text(40, 22, words, 17, WHITE, "semibold", "lm")
    whole = image.copy()
    whole.paste(c.finished(), (0, HIGH - 44))
    return whole


def zoomed(big: Image.Image, share: float, x: float, y: float, zoom: float) -> Image.Image:
    """A window into `big` that closes in on x, y."""
    scale = 1 - (1 - 1 / zoom) * share
    w, h = big.width * scale, big.height * scale
    left, top = (big.width - w) * x, (big.height - h) * y
    return big.resize((WIDE, HIGH), Image.LANCZOS, (left, top, left + w, top + h))


def eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def tour(share: float) -> Image.Image:
    """Fleet: closes in on the board's numbers, then on what needs a look."""
    if share < 0.2:
        return card("Aurora Fleet", "One board for the early shift")
    if share < 0.88:
        part = (share - 0.2) / 0.68
        words = ["42 vehicles on the road", "Stops done, hour by hour", "Five things need a look"][min(2, int(part * 3))]
        spot = [(0.3, 0.0), (0.25, 1.0), (1.0, 0.9)][min(2, int(part * 3))]
        inner = (part * 3) % 1
        return strip(zoomed(tour.big, eased(min(1, inner * 2, (1 - inner) * 4)), *spot, 1.55), words)
    return card("See it in the sandbox", "42 vehicles around Utrecht")


def gate(share: float) -> Image.Image:
    """Depot: a truck comes, the plate is read, the barrier opens."""
    c = Canvas(WIDE, HIGH, "#c9d4fb", "#f4f2ff")
    c.rect(0, 260, WIDE, 100, "#6d6a90")
    c.rect(430, 60, 180, 200, "#eceafb")
    c.rect(430, 60, 180, 34, B.main)
    c.text(520, 77, "GATE 4", 20, WHITE, "bold", "mm")
    c.rect(465, 130, 110, 130, "#5b5782" if share < 0.75 else "#f5b14c", 4)
    x = -230 + 250 * eased(min(1, share / 0.3)) + (620 * eased((share - 0.62) / 0.38) if share > 0.62 else 0)
    scenes.truck(c, x, 300, 200, B.main, WHITE, "F 27")
    read = 0.32 < share < 0.6
    c.rect(300, 120, 8, 150, B.dark)
    c.rect(286, 104, 36, 22, B.dark, 5)
    c.circle(291, 115, 6, B.warm if read else "#8f8da8")
    if read:
        c.poly([(288, 118), (200, 262), (260, 290)], "#fbe7c0")
        c.rect(60, 50, 190, 54, WHITE, 10, B.main, 2)
        c.text(155, 77, "HB·AU 2744", 24, B.dark, "bold", "mm")
    rise = eased(min(1, max(0, (share - 0.5) / 0.12)))
    c.rect(352, 214, 14, 56, B.dark, 3)
    c.line([(359, 220), (359 + 78 * (1 - rise), 220 - 96 * rise)], "#d8506a", 8)
    steps = ["Slot 06:40 is booked", "The plate is read", "The barrier opens", "Gate 4 is ready"]
    return strip(c.finished(), steps[min(3, int(share * 4))])


def replan(share: float) -> Image.Image:
    """Route: a van follows its tour, a road closes, the tour is changed."""
    image = replan.map.copy()
    c = Canvas(WIDE, HIGH, WHITE)
    c.image = image.resize((WIDE * FINE, HIGH * FINE))
    c.draw = ImageDraw.Draw(c.image)
    old = [(60, 280), (150, 220), (250, 240), (330, 150), (450, 130), (560, 60)]
    new = [(60, 280), (150, 220), (250, 240), (360, 280), (500, 230), (560, 60)]
    path = old if share < 0.42 else new
    if share >= 0.42:
        c.line(old[2:5], "#e8b4be", 4)
    c.line(path, B.main, 5)
    for n, (x, y) in enumerate(path[1:], 1):
        c.circle(x, y, 10, WHITE, B.main, 3)
        c.text(x, y, str(n), 11, B.main, "bold", "mm")
    if share > 0.36:
        c.circle(292, 194, 13, "#d8506a")
        c.rect(284, 191, 16, 6, WHITE)
    at = share * (len(path) - 1)
    n = min(len(path) - 2, int(at))
    (x1, y1), (x2, y2) = path[n], path[n + 1]
    x, y = x1 + (x2 - x1) * (at - n), y1 + (y2 - y1) * (at - n)
    c.circle(x, y, 14, B.warm, WHITE, 3)
    words = "Five stops before noon" if share < 0.36 else "A road closes" if share < 0.44 else "Replanned: nobody waits" if share < 0.8 else "Every window kept"
    return strip(c.finished(), words)


CLIPS = {"fleet-tour": (tour, 15), "gate-check-in": (gate, 12), "route-replanning": (replan, 10)}


def prepare():
    tour.big = scenes.fleet_dashboard(1280, 720, B).finished()
    ground = Canvas(WIDE, HIGH, "#eef1fb")
    for n in range(9):
        ground.line([(WIDE * n / 8, 0), (WIDE * n / 8 + 40 * (-1) ** n, HIGH)], WHITE, 5)
    for n in range(6):
        ground.line([(0, HIGH * n / 5), (WIDE, HIGH * n / 5 + 24 * (-1) ** n)], WHITE, 5)
    for x, y, r in ((110, 90, 60), (520, 160, 70), (300, 60, 40)):
        ground.circle(x, y, r, "#dfeee2")
    replan.map = ground.finished()


def clip(name: str) -> bytes:
    draw, seconds = CLIPS[name]
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "clip.mp4"
        tone = f"sine=frequency=220:duration={seconds},volume=0.03,afade=t=out:st={seconds - 2}:d=2"
        command = [
            "ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDE}x{HIGH}", "-r", str(RATE), "-i", "-",
            "-f", "lavfi", "-i", tone, "-c:v", "libx264", "-profile:v", "baseline", "-level", "3.0", "-pix_fmt", "yuv420p",
            "-preset", "slow", "-crf", "32", "-threads", "1", "-g", "48", "-c:a", "aac", "-b:a", "32k", "-ac", "1", "-shortest",
            "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart", str(out),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as ffmpeg:
            frames = seconds * RATE
            for n in range(frames):
                ffmpeg.stdin.write(draw(n / (frames - 1)).convert("RGB").tobytes())
            ffmpeg.stdin.close()
            if ffmpeg.wait():
                raise RuntimeError(f"{name}: ffmpeg failed")
        return out.read_bytes()


def loop() -> bytes:
    """The replanning as a small GIF."""
    prepare()
    frames = [replan(n / 19).resize((448, 252), Image.LANCZOS).quantize(48, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE) for n in range(20)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=[240] * 19 + [1500], loop=0, optimize=True)
    return out.getvalue()


CAPTIONS = {
    ("fleet-tour", "en"): [
        (0, 3, "This is the board that a dispatcher sees at six in the morning."),
        (3, 6.4, "Forty-two vehicles are on the road, three of them are late."),
        (6.4, 9.8, "The chart shows stops done; the amber bar is the hour now running."),
        (9.8, 13.2, "On the right stands what needs a look: an open door, a silent sensor, a break that is due."),
        (13.2, 15, "Try it in the sandbox around Utrecht."),
    ],
    ("fleet-tour", "de"): [
        (0, 3, "Das ist die Tafel, die eine Disponentin um sechs Uhr sieht."),
        (3, 6.4, "42 Fahrzeuge sind unterwegs, drei davon verspätet."),
        (6.4, 9.8, "Das Diagramm zeigt erledigte Stopps; der bernsteinfarbene Balken ist die laufende Stunde."),
        (9.8, 13.2, "Rechts steht, was Aufmerksamkeit braucht: eine offene Tür, ein stummer Fühler, eine fällige Pause."),
        (13.2, 15, "Probieren Sie es mit der Übungsflotte bei Utrecht aus."),
    ],
    ("gate-check-in", "en"): [
        (0, 3, "The haulier has booked a slot for twenty to seven."),
        (3, 6, "The camera reads the plate; nobody leaves the cab."),
        (6, 9, "The barrier opens by itself."),
        (9, 12, "The display leads to gate four, where the shutter is already up."),
    ],
    ("gate-check-in", "de"): [
        (0, 3, "Der Spediteur hat ein Zeitfenster um 6:40 Uhr gebucht."),
        (3, 6, "Die Kamera liest das Kennzeichen; niemand steigt aus."),
        (6, 9, "Die Schranke öffnet sich von selbst."),
        (9, 12, "Die Anzeige führt zu Tor 4, das Rolltor ist schon oben."),
    ],
    ("route-replanning", "en"): [
        (0, 3.6, "A dairy delivers to five schools before noon."),
        (3.6, 4.4, "A burst water main closes the road."),
        (4.4, 8, "Route finds another order; headmasters are told the new time."),
        (8, 10, "Every window is kept."),
    ],
    ("route-replanning", "de"): [
        (0, 3.6, "Eine Molkerei beliefert vor Mittag fünf Schulen."),
        (3.6, 4.4, "Ein Wasserrohrbruch sperrt die Straße."),
        (4.4, 8, "Route findet eine andere Reihenfolge; die Schulen erfahren die neue Zeit."),
        (8, 10, "Jedes Zeitfenster wird gehalten."),
    ],
}


def captions(name: str, locale: str) -> bytes:
    def stamp(seconds):
        return f"00:00:{seconds:06.3f}"

    cues = [f"{n}\n{stamp(start)} --> {stamp(end)}\n{words}\n" for n, (start, end, words) in enumerate(CAPTIONS[name, locale], 1)]
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()
