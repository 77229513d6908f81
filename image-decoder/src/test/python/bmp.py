"""BMP files, a few of them written by Pillow, most number by number, some of them damaged."""
import io
import struct

from PIL import Image

import damage

SUFFIX = ".bmp"
MASKS = [
    (0xFF0000, 0xFF00, 0xFF, 0),
    (0xFF000000, 0xFF0000, 0xFF00, 0),
    (0xFF000000, 0xFF00, 0xFF, 0),
    (0xFF000000, 0xFF0000, 0xFF00, 0xFF),
    (0xFF, 0xFF00, 0xFF0000, 0xFF000000),
    (0xFF0000, 0xFF00, 0xFF, 0xFF000000),
    (0xFF000000, 0xFF00, 0xFF, 0xFF0000),
    (0, 0, 0, 0),
    (0x3FF00000, 0xFFC00, 0x3FF, 0),
]
HIGH_COLOR_MASKS = [(0xF800, 0x7E0, 0x1F, 0), (0x7C00, 0x3E0, 0x1F, 0), (0x7C00, 0x3E0, 0x1F, 0x8000), (0xF00, 0xF0, 0xF, 0)]


def by_pillow(rng):
    size = rng.randint(1, 70), rng.randint(1, 70)
    image = Image.frombytes("RGB", size, rng.randbytes(3 * size[0] * size[1]))
    mode = rng.choice(["1", "L", "P", "RGB", "RGBA"])
    out = io.BytesIO()
    image.convert(mode).save(out, "BMP")
    return out.getvalue()


def runs(rng, width, height, nibbles, offset):
    """Returns pixels in runs, most of them as many as there are; where they lie in the file counts."""
    out = bytearray()
    kinds = rng.choice([["run"], ["run", "literal"], ["run", "run", "literal", "move", "row"]])
    for _ in range(height):
        left = width
        while left > 0:
            kind = rng.choice(kinds)
            count = min(left, rng.randint(1, rng.choice([4, 60, 255])))
            if kind == "run":
                out += bytes([min(255, count + rng.choice([0] * 20 + [3])), rng.randrange(256)])
            elif kind == "literal" and count > 2:
                out += bytes([0, count]) + rng.randbytes((count + 1) // 2 if nibbles else count)
                out += b"\0" * ((offset + len(out)) % 2)
            elif kind == "move" and rng.random() < 0.2:
                out += bytes([0, 2, count, rng.choice([0, 0, 0, 1])])
            elif kind == "row" and rng.random() < 0.1:
                break
            else:
                continue
            left -= count
        if rng.random() < 0.98:
            out += b"\0\0"
    return bytes(out) + rng.choice([b"\0\1", b"\0\1", b""])


def palette(rng, colors, length):
    kind = rng.choice(["any", "any", "any", "grey", "black and white"])
    rest = b"\0" * (length - 3)
    if kind == "any":
        return rng.randbytes(length * colors)
    if kind == "grey":
        return b"".join(bytes([i & 255] * 3) + rest for i in range(colors))
    return b"".join(bytes([i * 255 & 255] * 3) + rest for i in range(colors))


def by_writer(rng):
    bits = rng.choice([1, 4, 8, 8, 16, 24, 32] * 3 + [2])
    header_length = rng.choice([12, 40, 40, 40, 52, 56, 64, 108, 124] * 3 + [16])
    compression = 0
    if header_length != 12:
        compression = rng.choice({1: [0], 4: [0, 2], 8: [0, 0, 1], 2: [0]}.get(bits, [0, 3, 3]))
        if rng.random() < 0.03:
            compression = rng.randrange(7)
    width, height = rng.randint(1, 60), rng.randint(1, 60)
    if bits in (1, 4) and rng.random() < 0.2:
        width = rng.randint(1, 5)
    masks = rng.choice(HIGH_COLOR_MASKS if bits == 16 else MASKS[:1] if bits == 24 else MASKS)
    declared = 0
    if bits <= 8 and header_length != 12 and rng.random() < 0.5:
        declared = rng.choice([1, 2, 3, 1 << bits, rng.randint(1, 256), rng.randint(1, 256), 300])
    colors = declared or 1 << bits
    color_length = 3 if header_length == 12 else 4
    colors = palette(rng, colors, color_length) if bits <= 8 else b""
    top_down = header_length != 12 and rng.random() < 0.3
    extra = struct.pack("<III", *masks[:3]) if compression == 3 and header_length == 40 else b""
    gap = rng.choice([b""] * 5 + [rng.randbytes(rng.randint(1, 9))])
    offset = 14 + header_length + len(extra) + len(colors) + len(gap)
    if header_length == 12:
        header = struct.pack("<IHHHH", 12, width, height, 1, bits)
    else:
        numbers = [header_length, width, -height if top_down else height, 1, bits, compression, 0, 0, 0, declared, 0]
        header = struct.pack("<IiiHHIIIIII", *numbers) + struct.pack("<IIII", *masks) + rng.randbytes(80)
        header = header[:header_length]
    stride = (width * bits + 31) // 32 * 4
    if compression in (1, 2):
        pixels = runs(rng, width, height, compression == 2, offset)
    else:
        pixels = rng.randbytes(stride * height)
        if rng.random() < 0.1:
            pixels = pixels[: len(pixels) - rng.randint(0, 4)]
    told = offset
    if not gap and rng.random() < 0.2:
        told = rng.choice([0, 14 + header_length])
    trailer = rng.choice([b""] * 4 + [rng.randbytes(5)])
    file = struct.pack("<HIHHI", 0x4D42, offset + len(pixels), 0, 0, told)
    return file + header + extra + colors + gap + pixels + trailer


def generate(rng, number):
    while True:
        encoded = by_pillow(rng) if number % 8 == 0 else by_writer(rng)
        if rng.random() < 0.15:
            encoded = damage.damaged(rng, encoded, 60)
        if damage.is_within_limits(encoded):
            return encoded
