"""Checks the manifest against the files, and that each file can be opened."""

import io
import xml.etree.ElementTree as xml
from pathlib import Path

from docx import Document
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation

KINDS = set(
    "brochure data_sheet presentation case_study price_list playbook battle_card guide white_paper video image logo banner "
    "email_template social_post template spreadsheet text".split()
)
MOST = 4_000_000


def opened(path: Path):
    body = path.read_bytes()
    match path.suffix:
        case ".pdf":
            assert body.startswith(b"%PDF-") and body.rstrip().endswith(b"%%EOF")
        case ".docx":
            assert len(Document(io.BytesIO(body)).paragraphs) > 5
        case ".pptx":
            assert len(Presentation(io.BytesIO(body)).slides) >= 5
        case ".xlsx":
            assert load_workbook(io.BytesIO(body)).worksheets[0]["A5"].value
        case ".png" | ".jpg" | ".gif" | ".webp":
            Image.open(io.BytesIO(body)).load()
        case ".svg":
            words = body.decode()
            assert xml.fromstring(body).tag.endswith("svg") and "<script" not in words and "href" not in words
        case ".mp4":
            assert body[4:8] == b"ftyp" and body.index(b"moov") < body.index(b"mdat") and len(body) < 400_000
        case ".vtt":
            assert body.startswith(b"WEBVTT\n") and b" --> " in body
        case _:
            assert "<script" not in body.decode("utf-8") and len(body) > 300


def library(home: Path, manifest: dict):
    named, bodies = [], {}
    for tenant in manifest.values():
        slugs = [asset["slug"] for asset in tenant["assets"]]
        assert len(slugs) == len(set(slugs)), "a slug stands twice"
        for asset in tenant["assets"]:
            assert asset["kind"] in KINDS, asset["slug"]
            days = [version["daysAgo"] for version in asset["versions"]]
            assert days == sorted(days, reverse=True), asset["slug"]
            for number, version in enumerate(asset["versions"]):
                assert bool(version["changes"]) == bool(number), asset["slug"]
                named += [version["file"], *(caption["file"] for caption in version.get("captions", []))]
        for collection in tenant["collections"]:
            for slug in (collection["cover"], *collection["assets"]):
                assert slug in slugs, f"{collection['slug']}: {slug}"
    assert len(named) == len(set(named)), "a file is named twice"
    files = {path.name: path for path in (home / "files").iterdir()}
    assert set(named) == set(files), set(named) ^ set(files)
    for name, path in files.items():
        opened(path)
        assert bodies.setdefault(path.read_bytes(), name) == name, f"{name} is the same as {bodies[path.read_bytes()]}"
    whole = sum(path.stat().st_size for path in home.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    print(f"{len(files)} files, {whole / 1e6:.2f} MB with what makes them")
    assert whole < MOST, "too large"
