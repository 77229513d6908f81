"""GIF files, half of them written by Pillow, half block by block with any code that makes sense, some of them damaged."""
import io
import struct

from PIL import Image

import damage

SUFFIX = ".gif"
TABLE = 4096


def by_pillow(rng):
    size = rng.randint(1, 70), rng.randint(1, 70)
    mode = rng.choice(["P", "P", "L", "RGB", "1"])

    def picture():
        few = (max(1, size[0] // rng.randint(1, 12)), max(1, size[1] // rng.randint(1, 12)))
        noise = Image.frombytes("RGB", few, rng.randbytes(3 * few[0] * few[1]))
        image = noise.resize(size, rng.choice([Image.NEAREST, Image.BICUBIC]))
        return image.quantize(rng.choice([2, 3, 16, 100, 256])) if mode == "P" else image.convert(mode)

    options = {"interlace": rng.randrange(2), "optimize": rng.random() < 0.5, "disposal": rng.randrange(4)}
    if rng.random() < 0.4 and mode in ("P", "L"):
        options["transparency"] = rng.randrange(256)
    if rng.random() < 0.3:
        options["comment"] = rng.randbytes(rng.randrange(600))
    if rng.random() < 0.3:
        options |= {"save_all": True, "append_images": [picture() for _ in range(2)], "loop": 0, "duration": 70}
    out = io.BytesIO()
    picture().save(out, "GIF", **options)
    return out.getvalue()


def blocks(rng, data, longest=255):
    out = b""
    while data:
        length = rng.randint(1, longest)
        part, data = data[:length], data[length:]
        out += bytes([len(part)]) + part
    return out + b"\0"


def codes(rng, bits, pixels):
    """Returns codes of at least so many pixels, most of them."""
    clear = 1 << bits
    clears, known, errors = rng.choice([0, 0.001, 0.05]), rng.choice([0.1, 0.5, 0.9]), rng.choice([0] * 9 + [0.02])
    following, length, previous, lengths = clear + 2, bits + 1, None, {}
    value = count = done = 0

    def put(code):
        nonlocal value, count
        value |= code << count
        count += length

    if rng.random() < 0.9:
        put(clear)
    while done < pixels:
        if rng.random() < clears:
            put(clear)
            following, length, previous, lengths = clear + 2, bits + 1, None, {}
            continue
        if rng.random() < errors and bits > 1:
            put(rng.choice([clear + 1, following + 1, rng.randrange(1 << length)]) & (1 << length) - 1)
        code = rng.randrange(clear)
        if previous is not None and rng.random() < known:
            last = min(following, TABLE - 1, (1 << length) - 1)
            if last > clear + 1:
                code = rng.choice([last, rng.randint(clear + 2, last)])
        put(code)
        done += lengths.get(code, lengths.get(previous, 1) + 1 if code == following else 1)
        if previous is not None and following < TABLE:
            lengths[following] = lengths.get(previous, 1) + 1
            if following == (1 << length) - 1 and length < 12:
                length += 1
            following += 1
        previous = code
    if bits > 0 and rng.random() < 0.9:
        put(clear + 1)
    return value.to_bytes((count + 7) // 8, "little")


def palette(rng, size):
    return bytes(v for i in range(size) for v in [i] * 3) if rng.random() < 0.3 else rng.randbytes(3 * size)


def extension(rng):
    label = rng.choice([0xF9, 0xF9, 0xFE, 0xFF, 0x01, rng.randrange(256)])
    data = rng.randbytes(rng.randrange(30))
    if label == 0xF9 and rng.random() < 0.9:
        data = bytes([rng.randrange(32), 0, 0, rng.randrange(rng.choice([4, 256]))]) + rng.choice([b"", b"\0"])
    if label == 0xFF and rng.random() < 0.7:
        data = b""
        name = rng.choice([b"NETSCAPE2.0", b"XMP DataXMP"])
        return b"!\xff\x0b" + name + rng.choice([b"\3\1\0\0\0", b"\0\0", b'\x16tiff:Orientation="6"  \0'])
    return b"!" + bytes([label]) + blocks(rng, data) + (b"\0" if not data and rng.random() < 0.9 else b"")


def by_writer(rng):
    width, height = rng.randint(1, 60), rng.randint(1, 60)
    left, top = (rng.randint(0, 20), rng.randint(0, 20)) if rng.random() < 0.5 else (0, 0)
    bits = rng.choice([1, 2, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 0, 9, 11, 12])
    screen = rng.choice([(width, height), (width + left, height + top), (rng.randint(0, 90), rng.randint(0, 90))])
    colors = rng.randrange(8)
    flags = rng.choice([0, 0x80, 0x80])
    out = rng.choice([b"GIF87a", b"GIF89a"]) + struct.pack("<HHBBB", *screen, flags | colors, rng.randrange(256), 0)
    if flags:
        out += palette(rng, 2 << colors)
    for _ in range(rng.randrange(4)):
        out += extension(rng)
    out += rng.choice([b""] * 5 + [b"\0", b"?\0"])
    colors = rng.randrange(8)
    flags = rng.choice([0, 0, 0x80]) | rng.choice([0, 0, 0x40])
    out += b"," + struct.pack("<HHHHB", left, top, width, height, flags | colors)
    if flags & 0x80:
        out += palette(rng, 2 << colors)
    out += bytes([bits]) + blocks(rng, codes(rng, bits, rng.choice([1, 1, 1, 0.9]) * width * height), rng.choice([1, 30, 255]))
    out += rng.choice([b"", b";", b";", b"!\xfe\1 \0;", rng.randbytes(rng.choice([10, 1000]))])
    return out + rng.randbytes(70_000) if rng.random() < 0.02 else out


def generate(rng, number):
    while True:
        encoded = by_pillow(rng) if number % 2 else by_writer(rng)
        if rng.random() < 0.15:
            encoded = damage.damaged(rng, encoded, 60)
        if damage.is_within_limits(encoded):
            return encoded
