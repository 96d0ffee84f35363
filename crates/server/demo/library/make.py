#!/usr/bin/env python3
"""Makes the demo library: every file in `files/`, and `library.json`, which says what they are.

    python make.py                  makes all of it again
    python make.py price-list ...   makes the files of these assets only, and the manifest

Wants Python 3.11, from PyPI: reportlab python-docx python-pptx openpyxl pillow fonttools; from Debian: ffmpeg, npm
(which fetches the typeface Inter once). Dates and ids are fixed, so a second run makes the same bytes as long as the
versions of the libraries are the same; ffmpeg's encoder may differ between its versions.
"""

import json
import sys
from pathlib import Path

from make import check, clips, office, pdf, scenes, sheets, slides, source, vectors
from make.brand import BRANDS, Brand
from make.catalogue import LIBRARY, Asset, Version

HERE = Path(__file__).parent
FILES = HERE / "files"

SOCIAL = {
    "cold-chain": ("Minus 21 degrees, door to door", "82 % fewer pallets written off in the first year.", scenes.cold_store),
    "lieferscheine": ("1.200 Lieferscheine. Kein Blatt Papier.", "Unterschrieben auf Glas, archiviert in Sekunden.", scenes.truck_dawn),
    "autumn": ("Two gates. Three weeks. One price.", "The autumn pilot for depots with a queue.", scenes.depot_yard),
}


def made(b: Brand, version: Version) -> bytes:
    """The bytes of a version's file."""
    kind, what, *more = version.maker
    number = int(more[0]) if more else 1
    match kind:
        case "pdf":
            return pdf.document(b, what, number)
        case "docx":
            return office.document(b, what, number)
        case "pptx":
            return slides.presentation(b, what, number)
        case "sheet":
            return sheets.SHEETS[what](number)
        case "text":
            return ("\n".join(source.lines_of(what, number, ".md")) + "\n").encode()
        case "html":
            return (source.TEXTS / f"{what}.html").read_bytes()
        case "svg":
            return vectors.make(what)
        case "jpg":
            return scenes.SCENES[what](number, int(more[1]), b).jpeg(78)
        case "png":
            return scenes.SCENES[what](number, int(more[1]), b).png(96)
        case "social":
            words, under, scene = SOCIAL[what]
            return scenes.social(1200, 630, b, words, under, b.name, scene).png(96, soft=True)
        case "webp":
            return scenes.social(1200, 400, b, "A yard without a queue", "Webinar: 45 minutes, one terminal, no slides.", b.name, scenes.depot_board).webp()
        case "clip":
            return clips.clip(what)
        case "gif":
            return clips.loop()
    raise ValueError(f"nothing makes {version.maker}")


def entry(asset: Asset) -> dict:
    """The asset in the manifest."""
    versions = []
    for number, version in enumerate(asset.versions, 1):
        one = {"file": asset.file(number), "name": version.name, "changes": version.changes, "daysAgo": version.days}
        if version.captions:
            one["captions"] = [{"locale": locale, "file": f"{asset.slug}.{locale}.vtt"} for locale in version.captions]
        versions.append(one)
    return {
        "slug": asset.slug,
        "title": asset.title,
        "description": asset.description,
        "kind": asset.kind,
        "locale": asset.locale,
        "tags": asset.tags,
        "products": asset.products,
        "industries": asset.industries,
        "stages": asset.stages,
        "audience": {part: asset.audience.get(part, []) for part in ("tiers", "roles", "regions")},
        "versions": versions,
        "expiresInDays": asset.expires,
        "withdrawn": asset.withdrawn,
    }


def main(only: list[str]):
    FILES.mkdir(exist_ok=True)
    pdf.register()
    manifest, wanted = {}, set()
    for tenant, (assets, collections) in LIBRARY.items():
        for asset in assets:
            for number, version in enumerate(asset.versions, 1):
                path = FILES / asset.file(number)
                wanted.add(path.name)
                subtitles = {f"{asset.slug}.{locale}.vtt": locale for locale in version.captions}
                wanted.update(subtitles)
                if only and asset.slug not in only:
                    continue
                path.write_bytes(made(BRANDS[tenant], version))
                for name, locale in subtitles.items():
                    (FILES / name).write_bytes(clips.captions(version.maker[1], locale))
                print(f"{path.stat().st_size:8} {path.name}")
        manifest[tenant] = {
            "assets": [entry(asset) for asset in assets],
            "collections": [dict(zip(("slug", "title", "description", "cover", "assets"), one)) for one in collections],
        }
    for path in FILES.iterdir():
        if path.name not in wanted:
            path.unlink()
    (HERE / "library.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    check.library(HERE, manifest)


if __name__ == "__main__":
    main(sys.argv[1:])
