"""Generates files of a kind and what Pillow makes of them; usage: generate.py KIND FOLDER COUNT SEED

KIND is a module beside this one: its SUFFIX ends the files' names, generate(rng, number) returns a file's bytes, and where
Pillow's picture isn't what is right, picture(encoded) returns that. FOLDER/expected.tsv gets a line for each file: its
name, the SHA-256 of its pixels upright, and for each of some sizes and filters the width, the height, Pillow's code of the
filter and the SHA-256 of the pixels resized. Where Pillow refuses a file, "refused" stands there instead.
"""
import hashlib
import importlib
import io
import random
import sys
from pathlib import Path

from PIL import Image, ImageOps


def digest(image):
    return hashlib.sha256(image.tobytes()).hexdigest()


def by_pillow(encoded):
    image = Image.open(io.BytesIO(encoded))
    image.load()
    return ImageOps.exif_transpose(image.convert("RGB"))


def expected(picture, encoded, rng):
    try:
        upright = picture(encoded)
    except (OSError, SyntaxError, ValueError, EOFError):
        return ["refused"]
    fields = [digest(upright)]
    for width, height, code in [(224, 224, 2), (rng.randint(1, 90), rng.randint(1, 90), rng.randint(0, 5))]:
        fields += [str(width), str(height), str(code), digest(upright.resize((width, height), code))]
    return fields


def main():
    kind, folder, count, seed = importlib.import_module(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    picture = getattr(kind, "picture", by_pillow)
    lines = []
    for number in range(count):
        rng = random.Random(seed * 1_000_003 + number)
        encoded = kind.generate(rng, number)
        name = f"{number:05}{kind.SUFFIX}"
        (folder / name).write_bytes(encoded)
        lines.append("\t".join([name] + expected(picture, encoded, rng)))
    (folder / "expected.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
