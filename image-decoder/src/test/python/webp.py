"""WebP files, half of them written by Pillow, half by vp8_writer, in containers in and out of order."""
import io
from pathlib import Path

from PIL import Image

import vp8_writer

SUFFIX = ".webp"

SOURCES = Path(__file__).parents[2] / "main/java/whatis/image/webp/lossy"
COEFFICIENT_TABLES = vp8_writer.tables((SOURCES / "CoefficientProbabilities.java").read_text())
MODE_TABLE = vp8_writer.tables((SOURCES / "ModeReader.java").read_text())[0]


def scene(rng, mode, width, height):
    noise = Image.frombytes(mode, (width, height), rng.randbytes(width * height * len(mode)))
    small = (max(1, width // rng.randint(1, 12)), max(1, height // rng.randint(1, 12)))
    smooth = noise.resize(small, Image.BOX).resize((width, height), Image.BICUBIC)
    return Image.blend(smooth, noise, rng.choice([0, 0.05, 0.2, 1]))


def side(rng):
    return rng.randint(1, 70) if rng.random() < 0.95 else rng.randint(71, 400)


def by_pillow(rng):
    mode = rng.choice(["RGB", "RGB", "RGBA"])
    width, height = side(rng), side(rng)
    options = {
        "quality": rng.choice([0, 10, 30, 50, 75, 80, 90, 95, 100]),
        "method": rng.randint(0, 6),
        "lossless": rng.random() < 0.15,
        "exact": rng.random() < 0.5,
        "alpha_quality": rng.choice([0, 50, 100]),
    }
    if rng.random() < 0.2:
        options["save_all"] = True
        options["append_images"] = [scene(rng, mode, width, height) for _ in range(rng.randint(1, 2))]
        options["background"] = tuple(rng.randrange(256) for _ in range(4))
        options["allow_mixed"] = rng.random() < 0.3
    if rng.random() < 0.3:
        exif = Image.Exif()
        exif[0x112] = rng.randint(0, 9)
        options["exif"] = exif
    if rng.random() < 0.2:
        options["xmp"] = b"<x><tiff:Orientation>%d</tiff:Orientation></x>" % rng.randint(0, 9)
    if rng.random() < 0.1:
        options["icc_profile"] = rng.randbytes(rng.randint(1, 9))
    out = io.BytesIO()
    scene(rng, mode, width, height).save(out, "WEBP", **options)
    return out.getvalue()


def chunk(name, content):
    return name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)


def riff(content):
    return b"RIFF" + (4 + len(content)).to_bytes(4, "little") + b"WEBP" + content


def numbers24(*values):
    return b"".join(value.to_bytes(3, "little") for value in values)


def frame(rng, width, height):
    return chunk(b"VP8 ", vp8_writer.Writer(rng, width, height, COEFFICIENT_TABLES, MODE_TABLE).write())


def optional(rng, content, often=0.5):
    return content if rng.random() < often else b""


def animation(rng):
    width, height = rng.randint(1, 40), rng.randint(1, 40)
    x, y = 2 * rng.randint(0, 9), 2 * rng.randint(0, 9)
    canvas = (width + x + rng.randint(0, 9), height + y + rng.randint(0, 9))
    if rng.random() < 0.05:
        canvas = (max(1, canvas[0] - 10), canvas[1])
    header = numbers24(x // 2, y // 2, width - 1, height - 1, rng.randrange(99)) + bytes([rng.randrange(4)])
    flags = rng.choice([0x02, 0x12])
    return b"".join(
        [
            chunk(b"VP8X", bytes([flags, 0, 0, 0]) + numbers24(canvas[0] - 1, canvas[1] - 1)),
            optional(rng, chunk(b"ANIM", rng.randbytes(6)), 0.95),
            chunk(b"ANMF", header + alpha(rng, width, height) + frame(rng, width, height)),
            optional(rng, chunk(b"ANMF", header + frame(rng, width, height))),
            optional(rng, chunk(b"junk", rng.randbytes(rng.randint(0, 9)))),
        ]
    )


def alpha(rng, width, height):
    if rng.random() < 0.7:
        return b""
    return chunk(b"ALPH", bytes([rng.choice([0, 4, 8, 12])]) + rng.randbytes(width * height - (rng.random() < 0.1)))


def extended(rng):
    width, height = rng.randint(1, 40), rng.randint(1, 40)
    exif = b"II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0%c\0\0\0\0\0\0\0" % rng.randint(0, 9)
    xmp = b'<x tiff:Orientation="%d"/>' % rng.randint(0, 9)
    flags = rng.choice([0x00, 0x08, 0x0C, 0x04, 0x1C, 0x10, 0x3C, rng.randrange(256) & ~2])
    canvas = (width + (rng.random() < 0.05), height)
    parts = [
        chunk(b"ICCP", rng.randbytes(rng.randint(0, 9))),
        alpha(rng, width, height) + frame(rng, width, height),
        chunk(b"EXIF", optional(rng, b"Exif\0\0") + exif),
        chunk(b"XMP ", xmp),
        chunk(rng.choice([b"junk", b"ANIM", b"XMP "]), rng.randbytes(rng.randint(0, 9))),
    ]
    picture_part = parts[1]
    parts = [part for part in parts if part == picture_part or rng.random() < 0.6]
    if rng.random() < 0.3:
        rng.shuffle(parts)
    if rng.random() < 0.03:
        parts.append(picture_part)
    return chunk(b"VP8X", bytes([flags, 0, 0, 0]) + numbers24(canvas[0] - 1, canvas[1] - 1)) + b"".join(parts)


def by_writer(rng):
    kind = rng.random()
    if kind < 0.6:
        content = frame(rng, side(rng), side(rng))
        if rng.random() < 0.1:
            content += chunk(rng.choice([b"junk", b"ALPH", b"EXIF", b"VP8 "]), rng.randbytes(rng.randint(0, 30)))
    else:
        content = extended(rng) if kind < 0.85 else animation(rng)
    file = riff(content)
    if rng.random() < 0.1:
        return damaged(rng, bytearray(file))
    return file


def damaged(rng, file):
    kind = rng.randrange(4)
    if kind == 0:  # cut short, as a whole or within its chunks
        file = file[: rng.randint(len(file) * 2 // 3, len(file))]
        if rng.random() < 0.5 and len(file) > 20:
            file[4:8] = (len(file) - 8).to_bytes(4, "little")
            file[16:20] = (len(file) - 20).to_bytes(4, "little")
    elif kind == 1:
        file += rng.randbytes(rng.randint(1, 20))
    elif kind == 2:
        file[4:8] = (len(file) - 8 + rng.randint(-9, 9)).to_bytes(4, "little")
    else:
        for _ in range(rng.randint(1, 4)):
            file[rng.randrange(len(file))] ^= 1 << rng.randrange(8)
    return bytes(file)


def generate(rng, number):
    return by_pillow(rng) if number % 2 else by_writer(rng)
