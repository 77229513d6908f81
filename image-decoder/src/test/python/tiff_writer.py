"""Writes TIFF and BigTIFF files in ways that Pillow doesn't: tiles, planes, byte orders, old-style LZW, several predictors."""
import io
import struct
import zlib

import numpy
from PIL import Image

TYPES = {1: "B", 3: "H", 4: "L", 5: "L", 7: "B", 16: "Q"}


def pack_bits(data, rng):
    """Codes literals and runs of random lengths, and headers that mean nothing."""
    out, at = bytearray(), 0
    while at < len(data):
        run = 1
        while at + run < len(data) and run < 128 and data[at + run] == data[at]:
            run += 1
        if rng.random() < 0.05:
            out.append(128)
        if run > 1:
            out += bytes([257 - run, data[at]])
            at += run
        else:
            count = min(rng.randint(1, 128), len(data) - at)
            out += bytes([count - 1]) + data[at : at + count]
            at += count
    return bytes(out)


def lzw(data, rng, old=False):
    """Codes data, clearing the table at random; old-style codes begin with the lowest bit and grow a code later."""
    codes, table, bits, clear_at = [], None, 9, 0
    acc = count = 0
    out = bytearray()

    def put(code):
        nonlocal acc, count
        if old:
            acc |= code << count
            count += bits
            while count >= 8:
                out.append(acc & 255)
                acc >>= 8
                count -= 8
        else:
            acc = acc << bits | code
            count += bits
            while count >= 8:
                out.append(acc >> (count - 8) & 255)
                count -= 8
            acc &= (1 << count) - 1

    def clear():
        nonlocal table, bits, clear_at
        put(256)
        table = {bytes([i]): i for i in range(256)}
        bits = 9
        clear_at = rng.choice([300, 600, 3000, 4090, 4090])

    clear()
    word, free = b"", 258
    for byte in data:
        longer = word + bytes([byte])
        if longer in table:
            word = longer
            continue
        put(table[word])
        table[longer] = free
        free += 1
        if free > (1 << bits) - (0 if old else 1) and bits < 12:
            bits += 1
        word = bytes([byte])
        if free >= clear_at:
            clear()
            free = 258
    if word:
        put(table[word])
        free += 1
        if free > (1 << bits) - (0 if old else 1) and bits < 12:
            bits += 1
    if rng.random() < 0.9:
        put(257)
    if count:
        out.append(acc << (8 - count) & 255 if not old else acc & 255)
    return bytes(out) or b"\0"


def deflate(data, rng):
    return zlib.compress(data, rng.choice([0, 1, 6, 9]))


def strip_of(image, **options):
    """Has Pillow compress an image as the only strip of a file, and returns that strip and the file's fields."""
    out = io.BytesIO()
    image.save(out, "TIFF", strip_size=1 << 30, **options)
    with Image.open(io.BytesIO(out.getvalue())) as written:
        tags = dict(written.tag_v2)
    offset, length = tags[273][0], tags[279][0]
    assert len(tags[273]) == 1
    return out.getvalue()[offset : offset + length], tags


def pack(samples, bits, order):
    """Packs rows of samples, each row to whole bytes."""
    if bits == 8:
        return samples.astype(numpy.uint8).tobytes()
    if bits == 16:
        return samples.astype(order + "u2").tobytes()
    shifts = numpy.arange(bits - 1, -1, -1)
    each = (samples[:, :, None] >> shifts & 1).reshape(samples.shape[0], -1)
    return numpy.packbits(each.astype(numpy.uint8), axis=1).tobytes()


def differences(samples, together):
    """Replaces samples by their differences to those of the pixel before."""
    result = samples.copy()
    result[:, together:] -= samples[:, :-together]
    return result


def reverse_bits(data):
    return bytes(int(f"{byte:08b}"[::-1], 2) for byte in data)


def directory(fields, order, big, base):
    """Writes a directory that begins at a position, and behind it the values that don't fit in."""
    number, count = ("Q", "Q") if big else ("L", "H")
    entry_length = 20 if big else 12
    after = base + struct.calcsize("=" + count) + entry_length * len(fields) + struct.calcsize("=" + number)
    entries, values = bytearray(struct.pack(order + count, len(fields))), bytearray()
    for tag in sorted(fields):
        kind, content = fields[tag]
        data = struct.pack(f"{order}{len(content)}{TYPES[kind]}", *content)
        length = len(content) // 2 if kind == 5 else len(content)
        entries += struct.pack(order + "HH" + number, tag, kind, length)
        if len(data) <= (8 if big else 4):
            entries += data.ljust(8 if big else 4, b"\0")
        else:
            entries += struct.pack(order + number, after + len(values))
            values += data + b"\0" * (len(data) % 2)
    return bytes(entries + struct.pack(order + number, 0) + values)


def assemble(fields, segments, order, big, tiled, rng):
    """Puts a file together, its directory before or behind the segments.

    fields: tag -> (type, values); those of the segments' offsets and lengths are added.
    """
    head = 16 if big else 8
    wide = 16 if big and rng.random() < 0.5 else 4
    short = wide == 4 and rng.random() < 0.3 and max(map(len, segments)) < 65536
    fields = dict(fields)
    fields[325 if tiled else 279] = (3 if short else wide, [len(segment) for segment in segments])
    offsets = fields[324 if tiled else 273] = (wide, [0] * len(segments))
    if len(segments) == 1 and rng.random() < 0.1:
        del fields[325 if tiled else 279]
    places = list(range(len(segments)))
    if rng.random() < 0.3:
        rng.shuffle(places)
    directory_first = rng.random() < 0.4
    start = head + (len(directory(fields, order, big, head)) if directory_first else 0)
    body = bytearray()
    for i in places:
        offsets[1][i] = start + len(body)
        body += segments[i]
        if rng.random() < 0.2:
            body += rng.randbytes(rng.randint(1, 9))
    if len(body) % 2:
        body += b"\0"
    base = head if directory_first else head + len(body)
    told = directory(fields, order, big, base)
    mark = b"II" if order == "<" else b"MM"
    header = mark + (struct.pack(order + "HHHQ", 43, 8, 0, base) if big else struct.pack(order + "HL", 42, base))
    file = header + told + body if directory_first else header + body + told
    return bytes(file)
