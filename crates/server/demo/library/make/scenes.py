"""The drawn pictures: scenes of the road and the depot, views of the products, social images."""

import math

from .brand import AURORA, HALCYON, mix
from .canvas import Canvas

WHITE = "#ffffff"


def hills(c: Canvas, base, height, colour, waves, shift=0.0):
    points = [(0, c.height)]
    for step in range(0, c.width + 9, 8):
        x = step / c.width * waves * math.tau + shift
        points.append((step, base - height * (0.6 * math.sin(x) + 0.4 * math.sin(2.3 * x + 1))))
    c.poly([*points, (c.width, c.height)], colour)


def truck(c: Canvas, x, y, size, cab, box, label=""):
    """A truck whose wheels stand on `y`; `size` is its length."""
    u = size / 100
    c.rect(x, y - 46 * u, 66 * u, 37 * u, box, 2 * u)
    c.rect(x, y - 46 * u, 66 * u, 5 * u, mix(box, cab, 0.35), 2 * u)
    c.poly([(x + 69 * u, y - 40 * u), (x + 87 * u, y - 40 * u), (x + 96 * u, y - 24 * u), (x + 98 * u, y - 9 * u), (x + 69 * u, y - 9 * u)], cab)
    c.poly([(x + 76 * u, y - 36 * u), (x + 86 * u, y - 36 * u), (x + 92 * u, y - 24 * u), (x + 76 * u, y - 24 * u)], mix(cab, WHITE, 0.75))
    c.rect(x, y - 11 * u, 98 * u, 4 * u, mix(cab, "#000000", 0.55), u)
    c.circle(x + 97 * u, y - 13 * u, 1.8 * u, "#ffe7a8")
    for wheel in (13, 27, 80):
        c.circle(x + wheel * u, y - 5 * u, 7 * u, "#17152c")
        c.circle(x + wheel * u, y - 5 * u, 3.2 * u, "#8f8da8")
    if label:
        c.text(x + 33 * u, y - 26 * u, label, 11 * u, cab, "bold", "mm")


def truck_dawn(w, h, b=AURORA):
    c = Canvas(w, h, "#2a2566", "#f7b98f")
    c.glow(w * 0.72, h * 0.6, w * 0.5, "#ffdca6", 0.95)
    c.circle(w * 0.72, h * 0.6, h * 0.075, "#fff1d6")
    hills(c, h * 0.62, h * 0.07, "#6a5bb0", 1.2, 0.4)
    hills(c, h * 0.7, h * 0.06, "#4a4196", 1.7, 2.1)
    hills(c, h * 0.79, h * 0.04, "#322c6d", 2.1, 4.0)
    c.rect(0, h * 0.83, w, h * 0.17, "#1d1a3f")
    for x in range(0, w, int(w / 9)):
        c.rect(x + w * 0.01, h * 0.925, w * 0.055, h * 0.012, "#f5cf8a")
    for x in (0.05, 0.11, 0.9, 0.95):
        c.poly([(w * x - w * 0.018, h * 0.83), (w * x, h * 0.62), (w * x + w * 0.018, h * 0.83)], "#221e4b")
    truck(c, w * 0.24, h * 0.905, w * 0.46, b.main, "#f4f3ff", "AURORA")
    return c


def depot_yard(w, h, b=AURORA):
    c = Canvas(w, h, "#c9d4fb", "#f4f2ff")
    c.glow(w * 0.2, h * 0.15, w * 0.4, WHITE, 0.9)
    hills(c, h * 0.5, h * 0.05, "#b4b6ec", 1.4, 1.0)
    c.rect(w * 0.06, h * 0.28, w * 0.88, h * 0.42, "#eceafb")
    c.rect(w * 0.06, h * 0.28, w * 0.88, h * 0.09, b.main)
    c.text(w * 0.09, h * 0.325, "DEPOT NORD", h * 0.05, WHITE, "bold", "lm")
    for gate in range(6):
        x = w * (0.095 + gate * 0.142)
        c.rect(x, h * 0.45, w * 0.1, h * 0.25, "#5b5782" if gate % 3 else "#f5b14c", 3)
        for slat in range(1, 6):
            c.rect(x, h * (0.45 + slat * 0.041), w * 0.1, 2, "#47436b" if gate % 3 else "#d9932c")
        c.circle(x + w * 0.05, h * 0.41, h * 0.023, WHITE)
        c.text(x + w * 0.05, h * 0.41, str(gate + 1), h * 0.03, b.dark, "bold", "mm")
    c.rect(0, h * 0.7, w, h * 0.3, "#6d6a90")
    for lane in range(7):
        x = w * (0.075 + lane * 0.142)
        c.poly([(x, h * 0.7), (x + w * 0.008, h * 0.7), (x + w * 0.014 + (x - w / 2) * 0.2, h), (x + (x - w / 2) * 0.2, h)], "#e9e7fb")
    truck(c, w * 0.08, h * 0.93, w * 0.3, b.second, WHITE, "F 12")
    truck(c, w * 0.56, h * 0.93, w * 0.3, b.main, WHITE, "F 27")
    return c


def cold_store(w, h, b=AURORA):
    c = Canvas(w, h, "#dff1fb", "#b7d3f2")
    c.poly([(0, h), (w * 0.3, h * 0.55), (w * 0.7, h * 0.55), (w, h)], "#d4dff5")
    for side in (0, 1):
        for shelf in range(4):
            near, far = 0.02 + shelf * 0.24, 0.2 + shelf * 0.095
            xs = (0, w * 0.3) if not side else (w, w * 0.7)
            c.poly([(xs[0], h * near), (xs[1], h * far), (xs[1], h * (far + 0.012)), (xs[0], h * (near + 0.035))], "#5b6fb8")
            for box in range(5):
                t, u = box / 5, (box + 0.78) / 5
                x1, x2 = (xs[0] + (xs[1] - xs[0]) * k for k in (t, u))
                y1, y2 = (h * (near + (far - near) * k) for k in (t, u))
                tall = (0.17 * (1 - t) + 0.07 * t) * h, (0.17 * (1 - u) + 0.07 * u) * h
                colour = ["#f4f3ff", b.main, "#ffffff", "#8fb4ea", "#a79cf0"][(box + shelf + side) % 5]
                c.poly([(x1, y1), (x2, y2), (x2, y2 + tall[1]), (x1, y1 + tall[0])], colour)
    c.glow(w * 0.5, h * 0.4, w * 0.28, WHITE, 0.9)
    c.rect(w * 0.4, h * 0.3, w * 0.2, h * 0.25, "#f7fbff", 6)
    c.text(w * 0.5, h * 0.39, "−21.4 °C", min(h * 0.06, w * 0.036), b.main, "bold", "mm")
    c.text(w * 0.5, h * 0.47, "zone 3 · in range", min(h * 0.028, w * 0.019), "#526092", "medium", "mm")
    return c


def dispatch_desk(w, h, b=AURORA):
    c = Canvas(w, h, "#37327c", "#1d1a3f")
    c.glow(w * 0.5, h * 0.4, w * 0.6, "#7d74ff", 0.6)
    for n, (x, y, ww, hh) in enumerate([(0.07, 0.16, 0.26, 0.4), (0.36, 0.1, 0.3, 0.46), (0.69, 0.16, 0.25, 0.4)]):
        x, y, ww, hh = x * w, y * h, ww * w, hh * h
        c.rect(x + ww * 0.46, y + hh, ww * 0.08, h * 0.12, "#0f0d25")
        c.rect(x, y, ww, hh, "#0f0d25", 8)
        c.rect(x + 6, y + 6, ww - 12, hh - 12, "#f6f5ff", 5)
        if n == 1:
            points = [(0.12, 0.75), (0.28, 0.5), (0.45, 0.62), (0.6, 0.3), (0.86, 0.22)]
            c.line([(x + ww * p, y + hh * q) for p, q in points], b.main, 4)
            for p, q in points:
                c.circle(x + ww * p, y + hh * q, 8, WHITE, b.second, 3)
        elif n == 0:
            for bar in range(6):
                c.rect(x + ww * (0.1 + bar * 0.14), y + hh * (0.8 - 0.09 * ((bar * 3) % 5)), ww * 0.08, hh * (0.09 + 0.09 * ((bar * 3) % 5)), [b.main, b.second][bar % 2], 2)
        else:
            for row in range(5):
                c.circle(x + ww * 0.14, y + hh * (0.19 + row * 0.16), 6, ["#2ea36b", b.warm, "#2ea36b", "#2ea36b", "#d8506a"][row])
                c.rect(x + ww * 0.24, y + hh * (0.165 + row * 0.16), ww * (0.62 - 0.08 * (row % 3)), hh * 0.05, "#c9c6f0", 3)
    c.rect(0, h * 0.68, w, h * 0.32, "#584f9e")
    c.rect(0, h * 0.68, w, h * 0.02, "#7a70c8")
    c.rect(w * 0.36, h * 0.76, w * 0.24, h * 0.07, "#28234f", 6)
    for key in range(14):
        c.rect(w * (0.368 + key * 0.0165), h * 0.775, w * 0.011, h * 0.018, "#6a62ad", 2)
        c.rect(w * (0.368 + key * 0.0165), h * 0.8, w * 0.011, h * 0.018, "#6a62ad", 2)
    c.rect(w * 0.76, h * 0.72, w * 0.045, h * 0.12, b.warm, 6)
    c.circle(w * 0.812, h * 0.775, h * 0.03, None, b.warm, 5)
    c.rect(w * 0.13, h * 0.73, w * 0.13, h * 0.1, WHITE, 3)
    for row in range(4):
        c.rect(w * 0.14, h * (0.745 + row * 0.02), w * (0.1 - 0.02 * (row % 2)), 3, "#a9a6d6")
    return c


def robot_cell(w, h, b=HALCYON):
    c = Canvas(w, h, "#d7f0e6", "#f6fbf8")
    c.glow(w * 0.5, h * 0.3, w * 0.5, WHITE, 0.9)
    c.rect(0, h * 0.78, w, h * 0.22, "#9bb9ad")
    for post in range(6):
        c.rect(w * (0.03 + post * 0.188), h * 0.18, w * 0.008, h * 0.6, b.warm)
    for wire in range(9):
        c.rect(w * 0.03, h * (0.2 + wire * 0.065), w * 0.945, 1, "#b9d6c9")
    c.rect(w * 0.6, h * 0.62, w * 0.33, h * 0.05, "#2d4a40", 4)
    for roll in range(9):
        c.circle(w * (0.615 + roll * 0.0375), h * 0.645, h * 0.014, "#7fa798")
    for leg in (0.63, 0.88):
        c.rect(w * leg, h * 0.67, w * 0.015, h * 0.15, "#2d4a40")
    for box, x in enumerate((0.66, 0.76, 0.85)):
        c.rect(w * x, h * 0.545, w * 0.06, h * 0.075, ["#d8a866", "#c9955a", "#d8a866"][box], 3)
        c.rect(w * (x + 0.026), h * 0.545, w * 0.008, h * 0.075, "#b27f45")
    joints = [(0.3, 0.76), (0.3, 0.5), (0.43, 0.26), (0.585, 0.36), (0.64, 0.46)]
    joints = [(w * x, h * y) for x, y in joints]
    c.rect(w * 0.235, h * 0.76, w * 0.13, h * 0.06, b.dark, 6)
    for n, ((x1, y1), (x2, y2)) in enumerate(zip(joints, joints[1:])):
        c.line([(x1, y1), (x2, y2)], b.main if n < 3 else "#2d4a40", h * (0.085 - n * 0.016))
    for n, (x, y) in enumerate(joints[:-1]):
        c.circle(x, y, h * (0.06 - n * 0.009), b.dark)
        c.circle(x, y, h * (0.028 - n * 0.004), "#8ee0c4")
    x, y = joints[-1]
    c.rect(x - w * 0.022, y, w * 0.044, h * 0.025, b.dark, 3)
    for side in (-0.02, 0.012):
        c.rect(x + w * side, y + h * 0.025, w * 0.009, h * 0.05, b.dark, 2)
    c.rect(w * 0.06, h * 0.56, w * 0.09, h * 0.26, b.dark, 6)
    c.rect(w * 0.07, h * 0.585, w * 0.07, h * 0.08, "#8ee0c4", 4)
    c.circle(w * 0.105, h * 0.74, h * 0.026, "#d8506a")
    return c


def frame(w, h, b, title, tabs):
    """A product's window: side bar, title and tabs."""
    c = Canvas(w, h, "#f6f5ff")
    c.rect(0, 0, w * 0.15, h, b.dark)
    c.circle(w * 0.035, h * 0.06, h * 0.022, b.second)
    c.text(w * 0.055, h * 0.06, "Aurora", h * 0.03, WHITE, "bold", "lm")
    for n, tab in enumerate(tabs):
        y = h * (0.16 + n * 0.085)
        if not n:
            c.rect(w * 0.012, y - h * 0.032, w * 0.126, h * 0.064, b.main, 6)
        c.text(w * 0.026, y, tab, h * 0.027, WHITE if not n else "#b7b4e6", "medium", "lm")
    c.text(w * 0.18, h * 0.075, title, h * 0.042, b.dark, "bold", "lm")
    return c


def fleet_dashboard(w, h, b=AURORA):
    c = frame(w, h, b, "Fleet today", ["Overview", "Vehicles", "Drivers", "Alerts", "Reports"])
    for n, (number, what, colour) in enumerate([("42", "on the road", b.main), ("6", "at a gate", b.second), ("3", "late, 15 min +", "#c2410c"), ("−20.8 °C", "warmest box", "#0f766e")]):
        x = w * (0.18 + n * 0.2)
        c.rect(x, h * 0.13, w * 0.185, h * 0.17, WHITE, 8, b.line)
        c.text(x + w * 0.014, h * 0.155, number, h * 0.055, colour, "bold")
        c.text(x + w * 0.014, h * 0.245, what, h * 0.024, b.grey)
    c.rect(w * 0.18, h * 0.34, w * 0.48, h * 0.6, WHITE, 8, b.line)
    c.text(w * 0.2, h * 0.37, "Stops done per hour", h * 0.028, b.ink, "semibold")
    values = [12, 31, 44, 52, 49, 38, 41, 47, 33, 18]
    for n, value in enumerate(values):
        x = w * (0.2 + n * 0.045)
        tall = h * 0.4 * value / 56
        c.rect(x, h * 0.87 - tall, w * 0.03, tall, b.main if n != 7 else b.warm, 3)
        c.text(x + w * 0.015, h * 0.9, f"{6 + n}", h * 0.022, b.grey, "regular", "mm")
    c.rect(w * 0.68, h * 0.34, w * 0.285, h * 0.6, WHITE, 8, b.line)
    c.text(w * 0.695, h * 0.37, "Needs a look", h * 0.028, b.ink, "semibold")
    alerts = [("Truck 17", "door open at 06:52"), ("Truck 31", "41 min behind plan"), ("Trailer K4", "sensor silent"), ("Driver Moss", "break due 11:40"), ("Truck 08", "tyre pressure low")]
    for n, (who, what) in enumerate(alerts):
        y = h * (0.45 + n * 0.095)
        c.circle(w * 0.703, y + h * 0.022, 5, ["#d8506a", b.warm, b.warm, b.second, "#d8506a"][n])
        c.text(w * 0.718, y, who, h * 0.026, b.ink, "semibold")
        c.text(w * 0.718, y + h * 0.034, what, h * 0.023, b.grey)
    return c


def depot_board(w, h, b=AURORA):
    c = frame(w, h, b, "Gates · early shift", ["Gates", "Arrivals", "Yard", "Papers", "Waiting"])
    for hour in range(9):
        x = w * (0.27 + hour * 0.078)
        c.text(x, h * 0.15, f"{5 + hour:02}:00", h * 0.023, b.grey, "regular", "mm")
        c.line([(x, h * 0.18), (x, h * 0.94)], b.line, 1)
    slots = [
        [(0.2, 1.1, "Ebro 204"), (1.7, 1.3, "Kestrel 9"), (4.0, 1.2, "Lind 31"), (6.1, 1.5, "Armor 7")],
        [(0.6, 1.4, "Vektor 55"), (3.1, 1.1, "Hansa 12"), (5.2, 1.4, "Polder 3")],
        [(1.1, 1.8, "Carpatia 2"), (4.4, 1.3, "Rigi 18"), (6.6, 1.2, "Elbtal 40")],
        [(0.1, 1.6, "Harrow 66"), (2.6, 1.5, "Calder 5"), (5.6, 1.6, "Miramar 1")],
        [(0.9, 1.2, "Zeeland 8"), (3.4, 1.9, "Vauban 29"), (6.2, 1.1, "Gotthard 4")],
    ]
    for gate, row in enumerate(slots):
        y = h * (0.21 + gate * 0.148)
        c.text(w * 0.18, y + h * 0.045, f"Gate {gate + 1}", h * 0.028, b.ink, "semibold", "lm")
        for n, (start, long, who) in enumerate(row):
            colour = [b.main, b.second, "#6f8fe8"][(gate + n) % 3]
            if (gate, n) == (2, 1):
                colour = b.warm
            c.rect(w * (0.27 + start * 0.078), y, w * long * 0.078, h * 0.095, colour, 6)
            c.text(w * (0.276 + start * 0.078), y + h * 0.0475, who, h * 0.023, WHITE if colour != b.warm else b.dark, "semibold", "lm")
    c.line([(w * 0.62, h * 0.17), (w * 0.62, h * 0.95)], "#d8506a", 2)
    return c


def route_map(w, h, b=AURORA):
    c = Canvas(w, h, "#eef1fb")
    c.poly([(0, h * 0.7), (w * 0.2, h * 0.62), (w * 0.42, h * 0.74), (w * 0.65, h * 0.66), (w, h * 0.84), (w, h * 0.94), (w * 0.62, h * 0.76), (w * 0.42, h * 0.84), (w * 0.2, h * 0.72), (0, h * 0.8)], "#c3d7f7")
    for x, y, r in ((0.15, 0.25, 0.11), (0.8, 0.3, 0.13), (0.5, 0.5, 0.08), (0.85, 0.6, 0.06)):
        c.circle(w * x, h * y, w * r, "#dfeee2")
    for n in range(9):
        c.line([(w * n / 8, 0), (w * (n / 8 + 0.06 * (-1) ** n), h)], WHITE, 5)
    for n in range(6):
        c.line([(0, h * n / 5), (w, h * (n / 5 + 0.05 * (-1) ** n))], WHITE, 5)
    tours = [
        (b.main, [(0.5, 0.47), (0.36, 0.38), (0.24, 0.42), (0.12, 0.3), (0.2, 0.14), (0.37, 0.17), (0.46, 0.3), (0.5, 0.47)]),
        (b.second, [(0.5, 0.47), (0.62, 0.36), (0.68, 0.2), (0.83, 0.16), (0.9, 0.34), (0.78, 0.45), (0.66, 0.5), (0.5, 0.47)]),
        ("#e08a1e", [(0.5, 0.47), (0.42, 0.6), (0.28, 0.58), (0.14, 0.55), (0.25, 0.88), (0.47, 0.92), (0.7, 0.9), (0.6, 0.62), (0.5, 0.47)]),
    ]
    for colour, stops in tours:
        c.line([(w * x, h * y) for x, y in stops], colour, 5)
        for n, (x, y) in enumerate(stops[1:-1], 1):
            c.circle(w * x, h * y, 13, WHITE, colour, 4)
            c.text(w * x, h * y, str(n), 13, colour, "bold", "mm")
    c.rect(w * 0.5 - 22, h * 0.47 - 22, 44, 44, b.dark, 10)
    c.text(w * 0.5, h * 0.47, "D", 22, WHITE, "bold", "mm")
    return c


def architecture(w, h, b=AURORA):
    c = Canvas(w, h, WHITE)
    c.text(w * 0.05, h * 0.06, "How Aurora sits between the road and the back office", h * 0.042, b.dark, "bold")
    columns = [
        ("In the yard", ["Gate terminals", "Plate cameras", "Cold probes"], b.soft),
        ("On the road", ["Driver app", "Tachograph box", "Trailer beacon"], b.soft),
        ("Aurora platform", ["Event stream", "Planner", "Proof archive"], b.main),
        ("Back office", ["ERP connector", "Payroll export", "Customer portal"], b.soft),
    ]
    for n, (title, boxes, colour) in enumerate(columns):
        x = w * (0.05 + n * 0.235)
        c.text(x, h * 0.2, title, h * 0.036, b.main, "semibold")
        for row, label in enumerate(boxes):
            y = h * (0.29 + row * 0.2)
            c.rect(x, y, w * 0.19, h * 0.14, colour, 10, b.line if colour == b.soft else None)
            c.text(x + w * 0.095, y + h * 0.07, label, h * 0.033, WHITE if colour == b.main else b.dark, "medium", "mm")
            if n < 3:
                c.line([(x + w * 0.195, y + h * 0.07), (x + w * 0.226, y + h * 0.07)], b.second, 3)
                c.poly([(x + w * 0.233, y + h * 0.07), (x + w * 0.222, y + h * 0.055), (x + w * 0.222, y + h * 0.085)], b.second)
    c.text(w * 0.05, h * 0.91, "Every arrow is a signed, replayable event; nothing is polled more often than once in 20 seconds.", h * 0.029, b.grey)
    return c


def social(w, h, b, big, words, foot, scene=None):
    """A social image: big words left, a scene or rings right."""
    c = Canvas(w, h, b.dark, mix(b.main, b.dark, 0.25))
    c.glow(w * 0.85, h * 0.2, w * 0.5, b.second, 0.7)
    for ring in range(5):
        c.circle(w * 0.9, h * 0.55, h * (0.2 + ring * 0.13), None, mix(b.main, b.second, ring / 5), 2)
    if scene:
        part = scene(int(w * 0.4), int(h * 0.62), b)
        mask = Canvas(part.width, part.height, "#000000")
        mask.rect(0, 0, part.width, part.height, WHITE, 18)
        c.image.paste(part.image, (int(w * 0.56) * 2, int(h * 0.19) * 2), mask.image.convert("L"))
    else:
        c.circle(w * 0.9, h * 0.55, h * 0.1, b.warm)
    y = c.paragraph(w * 0.06, h * 0.18, big, h * 0.105, WHITE, w * (0.46 if scene else 0.62), "bold", 1.15)
    c.paragraph(w * 0.06, y + h * 0.035, words, h * 0.046, mix(b.soft, b.second, 0.2), w * (0.44 if scene else 0.6), "medium", 1.4)
    c.circle(w * 0.075, h * 0.895, h * 0.022, b.warm)
    c.text(w * 0.1, h * 0.895, foot, h * 0.037, WHITE, "semibold", "lm")
    return c


SCENES = {
    "truck_dawn": truck_dawn,
    "depot_yard": depot_yard,
    "cold_store": cold_store,
    "dispatch_desk": dispatch_desk,
    "robot_cell": robot_cell,
    "fleet_dashboard": fleet_dashboard,
    "depot_board": depot_board,
    "route_map": route_map,
    "architecture": architecture,
}
