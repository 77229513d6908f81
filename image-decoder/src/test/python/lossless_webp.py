"""Lossless WebP files: written by Pillow or drawn by vp8l_writer, some of them damaged."""
import io

from PIL import Image

import vp8l_writer

SUFFIX = ".webp"
HEADER = 20
STREAM_HEADER = 5


def noise(rng, width, height):
    return Image.frombytes("RGBA", (width, height), rng.randbytes(4 * width * height))


def scene(rng, width, height):
    kind = rng.randrange(5)
    picture = noise(rng, width, height)
    small = (max(1, width // rng.randint(1, 20)), max(1, height // rng.randint(1, 20)))
    smooth = picture.resize(small, Image.BOX).resize((width, height), Image.BICUBIC)
    if kind == 0:
        return Image.blend(smooth, picture, rng.choice([0, 0.02, 0.1, 1]))
    if kind == 1:
        return smooth.convert("RGB").quantize(rng.choice([2, 3, 4, 5, 16, 17, rng.randint(2, 256)])).convert("RGBA")
    if kind == 2:
        tile = picture.crop((0, 0, rng.randint(1, width), rng.randint(1, height)))
        for x in range(0, width, tile.width):
            for y in range(0, height, tile.height):
                picture.paste(tile, (x, y))
        return picture
    if kind == 3:
        return smooth.resize(small, Image.BOX).resize((width, height), Image.NEAREST)
    return Image.linear_gradient("L").resize((width, height)).convert("RGBA")


def by_pillow(rng):
    most = rng.choice([70, 70, 70, 70, 70, 300, 600])
    picture = scene(rng, rng.randint(1, most), rng.randint(1, most))
    if rng.random() < 0.6:
        picture = picture.convert("RGB")
    out = io.BytesIO()
    options = {"method": rng.randint(0, 6), "quality": rng.choice([0, 20, 50, 75, 90, 100]), "exact": rng.random() < 0.5}
    picture.save(out, "WEBP", lossless=True, **options)
    return out.getvalue()


def by_writer(rng):
    return vp8l_writer.riff(vp8l_writer.write(rng, rng.randint(1, 70), rng.randint(1, 70)))


def damaged(rng, encoded):
    stream = bytearray(encoded[HEADER:])
    if rng.random() < 0.5:
        return vp8l_writer.riff(bytes(stream[: rng.randint(STREAM_HEADER, len(stream))]))
    for _ in range(rng.choice([1, 1, 2, 5])):
        last = rng.choice([60, len(stream)])
        stream[rng.randrange(STREAM_HEADER, min(last, len(stream)))] ^= 1 << rng.randrange(8)
    return vp8l_writer.riff(bytes(stream))


def generate(rng, number):
    encoded = by_pillow(rng) if number % 2 else by_writer(rng)
    plain = encoded[12:16] == b"VP8L"
    return damaged(rng, encoded) if plain and rng.random() < 0.2 else encoded
