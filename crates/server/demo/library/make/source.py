"""The texts in `texts/`: a head of `key: value` lines, `---`, and blocks in a small markup.

    # heading      ## smaller heading     - bullet      1. step      > box      a paragraph with **bold**
    | a | b |      (a table, the first row its head)
    !stats 31 %|less waiting; 4 h|saved          !flow A > B > C          !bars Title; Jan=12; Feb=14
    !pic truck_dawn | caption                    !quote words | who       !page

A line that begins with `%2 ` or `%23 ` stands in these versions only.
"""

import re
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


def lines_of(name: str, version: int, suffix: str = ".txt") -> list[str]:
    lines = []
    for line in (TEXTS / f"{name}{suffix}").read_text(encoding="utf-8").splitlines():
        only = re.match(r"%(\d+) ?(.*)", line)
        if only and str(version) not in only[1]:
            continue
        lines.append((only[2] if only else line).rstrip())
    return lines


def curly(line: str) -> str:
    """English quotation marks and apostrophes as a printer sets them."""
    return re.sub(r'"([^"]+)"', r"“\1”", line).replace("'", "’")


def parse(name: str, version: int = 1) -> tuple[dict[str, str], list[tuple]]:
    """The head and the blocks of a text: tuples of a block's kind and what belongs to it."""
    lines = [curly(line) for line in lines_of(name, version)]
    split = lines.index("---")
    head = dict(line.split(": ", 1) for line in lines[:split] if line)
    return head, blocks(lines[split + 1 :])


def blocks(lines: list[str]) -> list[tuple]:
    found: list[tuple] = []
    for line in lines:
        if not line:
            continue
        mark, _, rest = line.partition(" ")
        if mark in ("#", "##"):
            found.append(("h1" if mark == "#" else "h2", rest))
        elif mark == "-" or re.fullmatch(r"\d+\.", mark):
            kind = "ul" if mark == "-" else "ol"
            if found and found[-1][0] == kind:
                found[-1][1].append(rest)
            else:
                found.append((kind, [rest]))
        elif mark == ">":
            found.append(("box", rest))
        elif mark == "|":
            row = [cell.strip() for cell in line.strip("|").split("|")]
            if found and found[-1][0] == "table":
                found[-1][1].append(row)
            else:
                found.append(("table", [row]))
        elif mark == "!stats":
            found.append(("stats", [tuple(part.strip() for part in stat.split("|")) for stat in rest.split(";")]))
        elif mark == "!flow":
            found.append(("flow", [part.strip() for part in rest.split(">")]))
        elif mark == "!bars":
            title, *bars = rest.split(";")
            pairs = [bar.strip().rsplit("=", 1) for bar in bars]
            found.append(("bars", title, [(label, float(value)) for label, value in pairs]))
        elif mark in ("!pic", "!quote"):
            one, _, other = rest.partition("|")
            found.append((mark[1:], one.strip(), other.strip()))
        elif mark == "!page":
            found.append(("page",))
        else:
            found.append(("p", line))
    return found
