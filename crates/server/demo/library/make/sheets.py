"""Price lists, the reckoner and the files for import."""

import csv
import io

from .brand import AURORA, HALCYON
from .office import workbook

HEAD = ["Order number", "What", "Unit", "List price, EUR", "From 100", "From 500", "Note"]
WIDTHS = [16, 38, 18, 15, 12, 12, 46]


def stairs(price: float) -> list[float]:
    return [price, round(price * 0.92, 2), round(price * 0.84, 2)]


def licences(rise: float, newer: bool):
    rows = [
        ("AU-LI-100", "Fleet, vehicle", "month", 38.0, "Tachograph download included"),
        ("AU-LI-110", "Fleet, trailer", "month", 11.0, "Beacon is ordered apart"),
        ("AU-LI-120", "Fleet, subcontracted driver", "month", 6.5, "Counted by the days driven"),
        ("AU-LI-200", "Depot, gate", "month", 290.0, "Slot booking for hauliers is free of charge"),
        ("AU-LI-210", "Depot, weighbridge", "month", 95.0, "Calibration is not included"),
        ("AU-LI-300", "Route, planned vehicle", "month", 27.0, "Vehicles that stand still cost nothing"),
        ("AU-LI-310", "Route, electric vehicle", "month", 31.0, "With charging plan"),
    ]
    if newer:
        rows += [("AU-LI-220", "Depot, kiosk", "month", 120.0, "14 languages; glass exchanged within 48 hours")]
    return [[number, what, unit, *stairs(round(price * rise, 2)), note] for number, what, unit, price, note in sorted(rows)]


HARDWARE = [
    ("AU-FL-1103", "Roadside gateway G3", "piece", 189.0, "Two CAN inputs, 12 and 24 V"),
    ("AU-FL-1140", "Trailer beacon, solar", "piece", 142.0, "Runs 40 days in the dark"),
    ("AU-FL-1152", "Door contact set", "set", 36.5, "IP67, cable of 6 m"),
    ("AU-FL-1160", "Probe, calibrated", "piece", 79.0, "Certificate for 24 months"),
    ("AU-FL-1171", "Axle load sensor", "piece", 228.0, "Air suspension only"),
    ("AU-DP-2010", "Plate camera with bracket", "piece", 1190.0, "ONVIF, heated window"),
    ("AU-DP-2022", "Gate display, two lines", "piece", 860.0, "Readable in the sun"),
    ("AU-DP-2035", "Repeater for halls", "piece", 310.0, "For metal roofs"),
]
SERVICES = [
    ("AU-SV-01", "Survey of the yard", "day", 1240.0, "Set off if ordered within 60 days"),
    ("AU-SV-02", "Training of a shift", "half day", 690.0, "Up to 12 people"),
    ("AU-SV-03", "Interface to an ERP", "lump sum", 4900.0, "Of the four ready connectors"),
    ("AU-SV-04", "Night watch at go-live", "night", 980.0, "04:30 to 09:30 included"),
]


def price_list(version: int) -> bytes:
    rise, newer = (1.0, False) if version == 1 else (1.03, True)
    year = "2025" if version == 1 else "2026"
    note = "Net prices in euros. Partner discounts are stated in the partner agreement and not in this list."
    plain = [(list(row[:3]) + stairs(row[3]) + [row[4]]) for row in HARDWARE]
    service = [(list(row[:3]) + [round(row[3] * rise, 2)] * 3 + [row[4]]) for row in SERVICES]
    return workbook(AURORA, f"Aurora price list {year}", [
        ("Licences", f"Aurora price list {year}: licences", note, HEAD, licences(rise, newer), WIDTHS),
        ("Hardware", f"Aurora price list {year}: hardware", note, HEAD, plain, WIDTHS),
        ("Services", f"Aurora price list {year}: services", note, HEAD, service, WIDTHS),
    ])


def dach_list() -> bytes:
    head = ["Bestellnummer", "Bezeichnung", "Einheit", "Listenpreis EUR", "Ab 100", "Ab 500", "Listenpreis CHF", "Hinweis"]
    names = {
        "AU-LI-100": ("Fleet, Fahrzeug", "Monat", "Auslesen des Fahrtenschreibers enthalten"), "AU-LI-110": ("Fleet, Auflieger", "Monat", "Sender gesondert bestellen"),
        "AU-LI-120": ("Fleet, Fahrer von Subunternehmern", "Monat", "Gezählt werden Fahrtage"), "AU-LI-200": ("Depot, Tor", "Monat", "Zeitfensterbuchung für Frachtführer kostenlos"),
        "AU-LI-210": ("Depot, Brückenwaage", "Monat", "Eichung nicht enthalten"), "AU-LI-220": ("Depot, Kiosk", "Monat", "14 Sprachen; Glasbruch in 48 Stunden behoben"),
        "AU-LI-300": ("Route, geplantes Fahrzeug", "Monat", "Standtage kosten nichts"), "AU-LI-310": ("Route, Elektrofahrzeug", "Monat", "Mit Ladeplan"),
    }
    rows = []
    for number, _, _, one, two, three, _ in licences(1.03, True):
        what, unit, note = names[number]
        rows.append([number, what, unit, one, two, three, round(one * 0.97, 2), note])
    service = [["AU-SV-01", "Hofbegehung", "Tag", 1277.2, 1277.2, 1277.2, 1490.0, "Wird bei Auftrag in 60 Tagen angerechnet"], ["AU-SV-02", "Schulung einer Schicht", "halber Tag", 710.7, 710.7, 710.7, 840.0, "Bis zu 12 Personen"], ["AU-SV-04", "Nachtwache beim Start", "Nacht", 1009.4, 1009.4, 1009.4, 1180.0, "Nachtzuschlag enthalten"]]
    note = "Nettopreise für Deutschland, Österreich und die Schweiz. Rabatte stehen im Partnervertrag. Frachtfreigrenze 500 EUR."
    wide = [16, 36, 14, 15, 12, 12, 15, 46]
    return workbook(AURORA, "Aurora Preisliste DACH 2026", [("Lizenzen", "Preisliste DACH 2026: Lizenzen", note, head, rows, wide), ("Leistungen", "Preisliste DACH 2026: Leistungen", note, head, service, wide)], "de")


def french_list() -> bytes:
    head = ["Référence", "Désignation", "Unité", "Tarif EUR", "Dès 100", "Dès 500", "Remarque"]
    rows = [
        ["AU-LI-100", "Fleet, véhicule", "mois", *stairs(39.14), "Téléchargement du chronotachygraphe compris"],
        ["AU-LI-110", "Fleet, remorque", "mois", *stairs(11.33), "Balise commandée séparément"],
        ["AU-LI-200", "Depot, quai", "mois", *stairs(298.7), "Réservation gratuite pour les transporteurs"],
        ["AU-LI-220", "Depot, borne d’accueil", "mois", *stairs(123.6), "14 langues ; vitre remplacée sous 48 heures"],
        ["AU-LI-300", "Route, véhicule planifié", "mois", *stairs(27.81), "Un véhicule à l’arrêt ne coûte rien"],
        ["AU-SV-01", "Visite de la cour", "jour", 1277.2, 1277.2, 1277.2, "Déduite si commande sous 60 jours"],
        ["AU-SV-05", "Étude des livraisons de nuit", "forfait", 2150.0, 2150.0, 2150.0, "Mesure acoustique et concertation avec les riverains"],
    ]
    return workbook(AURORA, "Aurora tarifs 2026", [("Tarifs", "Tarifs France, Belgique, Luxembourg 2026", "Prix nets hors taxes. Remises selon le contrat de partenariat. Franco de port à partir de 500 EUR.", head, rows, WIDTHS)], "fr")


def reckoner() -> bytes:
    head = ["What", "Value", "Unit", "Where it comes from"]
    rows = [
        ["Vehicles a day", 80, "vehicles", "Ask the gate, not the office"],
        ["Wait at the gate", 27, "minutes", "Measure it in the survey"],
        ["Cost of a vehicle that waits", 38.0, "EUR an hour", "Median of 38 sites, driver included"],
        ["Working days", 235, "days", "Without the quiet weeks"],
        ["Avoidable share", 0.4, "of the wait", "Lower quartile: 0.22"],
        ["Calls a day", 90, "calls", "Count from six to ten"],
        ["Minutes a call", 3, "minutes", "With looking for the number"],
        ["Cost of the desk", 34.0, "EUR an hour", "Wage and surroundings"],
        ["Saved at the gate", "=B5*B6/60*B7*B8*B9", "EUR a year", "Sum"],
        ["Saved at the desk", "=B10*B11/60*B12*250*0.31", "EUR a year", "31 per cent fewer calls"],
        ["Aurora Fleet", "=B5*38*12", "EUR a year", "List price"],
        ["Aurora Depot, 6 gates", "=6*290*12", "EUR a year", "List price"],
        ["Months until it pays", "=(B15+B16)/((B13+B14)/12)", "months", "Without retrofit"],
    ]
    return workbook(AURORA, "Return on investment reckoner", [("Reckoner", "What a late truck costs", "Change the first eight values; the sums follow. Amortisation of hardware is not in here.", head, rows, [34, 16, 18, 44])])


def halcyon_list() -> bytes:
    head = ["Order number", "What", "Unit", "List price, USD", "From 5", "From 20", "Note"]
    rows = [[number, what, "piece", *stairs(price), note] for number, what, price, note in [
        ("HR-A12-D", "Arm A12, revision D", 31900.0, "Pendant and controller included"),
        ("HR-A12-J", "Jacket IP67", 1480.0, "Washable, for foundries"),
        ("HR-V2-C", "Vision, camera and light", 9800.0, "Dome or laser line"),
        ("HR-G-PAR", "Parallel gripper", 2650.0, "Spring keeps 60 % of the force"),
        ("HR-G-VAC", "Vacuum gripper, four zones", 3100.0, "Ejector and reservoir included"),
        ("HR-S-CELL", "Safety cell, 3 × 3 m", 14200.0, "Prepared risk assessment included"),
    ]]
    return workbook(HALCYON, "Halcyon price list", [("Prices", "Halcyon price list 2026", "Net prices in US dollars, ex works Columbus. Tariffs and crating on request.", head, rows, WIDTHS)])


def table(rows) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8")


def price_feed() -> bytes:
    rows = [["order_number", "name", "unit", "list_price_eur", "tier_100", "tier_500", "note"]]
    rows += licences(1.03, True)
    rows += [[*row[:3], *stairs(row[3]), row[4]] for row in HARDWARE]
    rows += [[*row[:3], *[round(row[3] * 1.03, 2)] * 3, row[4]] for row in SERVICES]
    return table(rows)


def leads() -> bytes:
    return table([
        ["company", "country", "city", "contact", "email", "depots", "vehicles", "system_today", "source", "remark"],
        ["Nordsee Feinkost GmbH", "DE", "Hamburg", "Anke Petersen", "a.petersen@nordsee-feinkost.example", 2, 64, "spreadsheet", "trade fair", "Complains about temperature strips"],
        ["Montclair Matériaux", "FR", "Lyon", "Hugo Perrin", "h.perrin@montclair.example", 5, 120, "paper", "recommendation", "Weigh tickets come back muddy"],
        ["Ebro Distribución", "ES", "Bilbao", "Iker Etxeberria", "iker@ebro-distribucion.example", 1, 38, "competitor", "webinar", "Evergreen contract ends in June"],
        ["Saltmarsh Haulage Ltd", "GB", "Leeds", "Imogen Clarke", "imogen@saltmarsh.example", 3, 210, "own", "cold call", "The developer retires in spring"],
        ["Rigi Getränke AG", "CH", "Winterthur", "Nadine Frei", "n.frei@rigi.example", 2, 45, "spreadsheet", "breakfast at the barrier", "Wants kiosks in Romansh"],
    ])


SHEETS = {
    "price-list": price_list,
    "preisliste-dach": lambda _: dach_list(),
    "tarifs-france": lambda _: french_list(),
    "roi-reckoner": lambda _: reckoner(),
    "price-feed": lambda _: price_feed(),
    "lead-import": lambda _: leads(),
    "h-price-list": lambda _: halcyon_list(),
}
