"""JPEG files, half of them written by Pillow, half by jpeg_writer."""
import io

from PIL import Image

import jpeg_writer

SUFFIX = ".jpg"


def by_pillow(rng):
    width, height = rng.randint(1, 70), rng.randint(1, 70)
    mode = rng.choice(["RGB"] * 6 + ["L", "CMYK"])
    noise = Image.frombytes(mode, (width, height), rng.randbytes(width * height * len(Image.new(mode, (1, 1)).getbands())))
    small = (max(1, width // rng.randint(1, 12)), max(1, height // rng.randint(1, 12)))
    smooth = noise.resize(small, Image.BOX).resize((width, height), Image.BICUBIC)
    picture = Image.blend(smooth, noise, rng.choice([0, 0.05, 0.2, 1]))
    options = {
        "quality": rng.choice([1, 10, 30, 50, 75, 85, 90, 95, 100]),
        "subsampling": rng.choice([0, 1, 2]),
        "progressive": rng.random() < 0.4,
        "optimize": rng.random() < 0.3,
    }
    if rng.random() < 0.3:
        options[rng.choice(["restart_marker_blocks", "restart_marker_rows"])] = rng.randint(1, 5)
    if rng.random() < 0.3:
        exif = Image.Exif()
        exif[0x112] = rng.randint(0, 9)
        options["exif"] = exif
    out = io.BytesIO()
    picture.save(out, "JPEG", **options)
    return out.getvalue()


def by_writer(rng):
    width, height = rng.randint(1, 70), rng.randint(1, 70)
    count = rng.choice([1, 3, 3, 3, 3, 4])
    factors = rng.choice(
        [
            [(1, 1)] * 4,
            [(2, 1)] + [(1, 1)] * 3,
            [(2, 2)] + [(1, 1)] * 3,
            [(1, 2)] + [(1, 1)] * 3,
            [(4, 1)] + [(1, 1)] * 3,
            [(1, 4)] + [(1, 1)] * 3,
            [(4, 2)] + [(1, 1)] * 3,
            [(2, 2), (2, 1), (1, 2), (1, 1)],
            [(2, 2), (1, 2), (2, 1), (1, 1)],
            [(1, 1), (2, 2), (1, 1), (2, 1)],
            [(2, 2), (1, 1), (1, 1), (2, 2)],
            [(2, 1), (2, 1), (2, 1), (2, 1)],
            [(3, 1), (1, 1), (1, 1), (1, 1)],
            [(3, 1), (2, 1), (1, 1), (1, 1)],
        ]
    )[:count]
    numbers = rng.choice([[1, 2, 3, 4], [0, 1, 2, 3], [ord(c) for c in "RGBA"]])
    tables = [[rng.randint(1, rng.choice([2, 16, 60])) for _ in range(64)] for _ in range(count)]
    components = [jpeg_writer.Component(n, *f, t) for n, f, t in zip(numbers, factors, tables)]
    writer = jpeg_writer.Writer(rng, width, height, components, rng.choice([0, 0, 1, 2, 7]))
    writer.fill(rng.choice([100, 500, 1500, 1500, 20000]))
    progressive = rng.random() < 0.5
    blocks = sum(h * v for h, v in factors)
    if progressive:
        # What libjpeg estimates in a lone component of doubled height takes rows that aren't there.
        complete = rng.random() < 0.8 or (count == 1 and factors[0][1] > 1)
        script = jpeg_writer.progressive_script(rng, count, complete)
    else:
        script = jpeg_writer.sequential_script(rng, count)
    if blocks > 10:
        script = [([i], *scan[1:]) for scan in script for i in scan[0]]
    segments = b""
    if rng.random() < 0.3:
        segments += jpeg_writer.segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    if rng.random() < 0.4:
        segments += jpeg_writer.segment(0xEE, b"Adobe\0\x64\0\0\0\0" + bytes([rng.randrange(4)]))
    return writer.write(script, progressive, segments)


def generate(rng, number):
    return by_pillow(rng) if number % 2 else by_writer(rng)
