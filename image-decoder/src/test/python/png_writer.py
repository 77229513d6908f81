"""Writes PNG files of all kinds, right and wrong ones; samples are noise, smooth or constant."""
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
FORMATS = [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16), (6, 8), (6, 16)]
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(name, data=b"", checksum=None):
    checksum = zlib.crc32(name + data) if checksum is None else checksum
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)


def header(width, height, color, depth, interlaced=0, compression=0, filtering=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, compression, filtering, interlaced))


def filtered(number, row, above, stride):
    """Returns a row of bytes as differences to its neighbours."""
    out = bytearray([number])
    for i, value in enumerate(row):
        a = row[i - stride] if i >= stride else 0
        b = above[i]
        c = above[i - stride] if i >= stride else 0
        p = a + b - c
        nearest = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
        out.append((value - [0, a, b, (a + b) // 2, nearest][number]) & 0xFF)
    return bytes(out)


def rows(rng, width, height, bits, limit, kind, filters):
    """Returns the filtered rows of a pass; limit is the mask of each second byte, for samples of sixteen bits."""
    length = (width * bits + 7) // 8
    stride = max(1, bits // 8)
    above, out = bytes(length), b""
    for _ in range(height):
        if kind == "noise":
            row = bytes(rng.randrange(256) & (limit if i % 2 == 0 else 255) for i in range(length))
        elif kind == "smooth":
            row = bytes((b + rng.choice([0, 0, 0, 1, 3, 255])) & (limit if i % 2 == 0 else 255) for i, b in enumerate(above))
        else:
            row = bytes([rng.choice([0, 0, 85, 255]) & limit]) * length
        out += filtered(rng.choice(filters), row, above, stride)
        above = row
    return out


def samples(rng, width, height, color, depth, interlaced):
    bits = CHANNELS[color] * depth
    limit = rng.choice([0, 0, 1, 3, 7, 15, 63, 255]) if (color, depth) == (0, 16) else 255
    kind = rng.choice(["noise", "smooth", "constant"])
    filters = rng.choice([[0], [1], [2], [3], [4], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]])
    if not interlaced:
        return rows(rng, width, height, bits, limit, kind, filters)
    out = b""
    for x, y, step_x, step_y in PASSES:
        columns, lines = (width - x + step_x - 1) // step_x, (height - y + step_y - 1) // step_y
        if columns > 0 and lines > 0:
            out += rows(rng, columns, lines, bits, limit, kind, filters)
    return out


def deflated(rng, data):
    packer = zlib.compressobj(rng.choice([0, 1, 6, 9]), zlib.DEFLATED, rng.randint(9, 15), rng.randint(1, 9), rng.randrange(5))
    return packer.compress(data) + packer.flush()


def split(rng, data, names=(b"IDAT",)):
    """Returns chunks of data, some of which may be empty."""
    pieces, position = [], 0
    size = rng.choice([len(data), len(data), 1 + len(data) // 2, 100, 7, 1])
    while position < len(data) and len(pieces) < 60:
        length = rng.choice([size, size, 0, rng.randint(0, size)]) if len(pieces) < 59 else len(data)
        pieces.append(data[position : position + length])
        position += length
    return [chunk(names[0] if i == 0 else rng.choice(names), piece) for i, piece in enumerate(pieces or [b""])]
