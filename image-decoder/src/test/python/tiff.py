"""TIFF files: a third written by Pillow, the others by tiff_writer."""
import io

import numpy
from PIL import Image, ImageOps

import tiff_writer

SUFFIX = ".tif"


def samples(rng, height, width, levels):
    """Draws smooth areas with some noise, or stripes, so that all ways of compression find something."""
    small = (max(1, width // rng.randint(1, 9)), max(1, height // rng.randint(1, 9)))
    noise = Image.frombytes("L", small, rng.randbytes(small[0] * small[1]))
    smooth = numpy.asarray(noise.resize((width, height), rng.choice([Image.NEAREST, Image.BICUBIC])), dtype=numpy.int64)
    drawn = smooth * (levels - 1) // 255
    if rng.random() < 0.4:
        spots = numpy.frombuffer(rng.randbytes(width * height), dtype=numpy.uint8).reshape(height, width)
        drawn = numpy.where(spots < 40, (drawn * 7 + spots) % levels, drawn)
    return drawn


def image(rng, mode):
    width, height = rng.randint(1, 90), rng.randint(1, 90)
    levels = 256
    bands = [samples(rng, height, width, levels).astype(numpy.uint8) for _ in Image.new(mode, (1, 1)).getbands()]
    if mode == "1":
        return Image.fromarray(bands[0]).convert("1", dither=rng.choice([0, 3]))
    if mode == "P":
        picture = Image.fromarray(bands[0], "P")
        picture.putpalette(rng.randbytes(768))
        return picture
    if mode == "I;16":
        scale = rng.choice([1, 3, 11, 60, 257])
        return Image.fromarray(bands[0].astype(numpy.uint16) * scale)
    return Image.merge(mode, [Image.fromarray(band) for band in bands])


def by_pillow(rng):
    mode = rng.choice(["1", "1", "L", "L", "LA", "P", "RGB", "RGB", "RGB", "RGBA", "CMYK", "I;16", "YCbCr"])
    compressions = ["raw", "tiff_lzw", "tiff_adobe_deflate", "tiff_deflate", "packbits"]
    if mode == "1":
        compressions += ["group3", "group4", "tiff_ccitt"] * 3
    if mode in ("L", "RGB", "CMYK", "YCbCr"):
        compressions += ["jpeg"] * 3
    compression = rng.choice(compressions)
    options = {"compression": compression, "tiffinfo": {}}
    if rng.random() < 0.3:
        options["tiffinfo"][274] = rng.randint(1, 8)
    if rng.random() < 0.15:
        options["big_tiff"] = True
    if rng.random() < 0.5 and compression != "jpeg":
        options["strip_size"] = rng.choice([1, 100, 1000, 5000])
    if compression == "jpeg":
        options["quality"] = rng.choice([5, 50, 75, 95])
    elif compression in ("tiff_lzw", "tiff_adobe_deflate") and mode != "1" and rng.random() < 0.5:
        options["tiffinfo"][317] = 2
    elif compression == "group3" and rng.random() < 0.5:
        options["tiffinfo"][292] = rng.choice([1, 4, 5])
    out = io.BytesIO()
    image(rng, mode).save(out, "TIFF", **options)
    return out.getvalue()


#: photometric interpretation, bits, samples, extra samples
LAYOUTS = [
    *[(photometric, bits, 1, []) for photometric in (0, 1, 3) for bits in (1, 2, 4, 8)],
    *[(photometric, 16, 1, []) for photometric in (0, 1)] * 2,
    (1, 12, 1, []),
    *[(1, 8, 2, [extra]) for extra in (0, 1, 2)],
    *[(3, 8, 2, [extra]) for extra in (0, 2)],
    *[(2, 8, 3, [])] * 8,
    *[(2, 16, 3, [])] * 4,
    *[(2, bits, 4, extras) for bits in (8, 16) for extras in ([], [0], [1], [2])],
    (2, 8, 4, [999]),
    *[(2, 8, 5, [extra, 0]) for extra in (0, 1, 2)],
    (2, 8, 6, [1, 0, 0]),
    *[(5, bits, 4, []) for bits in (8, 16)],
    (5, 8, 5, [0]),
    *[(6, 8, 3, [])] * 6,
    (2, 4, 3, []),
    (7, 8, 3, []),
]

NONE, LZW, JPEG, DEFLATE, PACK_BITS, OLD_DEFLATE = 1, 5, 7, 8, 32773, 32946


def fields(rng, order, width, height, layout, compression):
    photometric, bits, count, extras = layout
    told = {
        256: (rng.choice([3, 4]), [width]),
        257: (rng.choice([3, 4]), [height]),
        258: (3, [bits] * count),
        259: (3, [compression]),
        262: (3, [photometric]),
        277: (3, [count]),
    }
    if extras:
        told[338] = (3, extras)
    if photometric == 3:
        told[320] = (3, [rng.randrange(65536) for _ in range(3 << bits)])
    if rng.random() < 0.25:
        told[274] = (3, [rng.randint(0, 9)])
    elif rng.random() < 0.2:
        told[700] = (rng.choice([1, 7]), b'<x:xmpmeta tiff:Orientation="%d"/>' % rng.randint(1, 8))
    return told


def chroma_blocks(rows, horizontal, vertical):
    """Orders luma and chroma of whole blocks as TIFF does; rows have three samples a pixel."""
    blocks = []
    for y in range(0, rows.shape[0], vertical):
        for x in range(0, rows.shape[1], horizontal):
            block = rows[y : y + vertical, x : x + horizontal]
            blocks.append(block[:, :, 0].reshape(-1))
            blocks.append(block[0, 0, 1:])
    return numpy.concatenate(blocks).astype(numpy.uint8).tobytes()


def segments_of(pixels, width, height, tiled):
    """Cuts pixels [rows, columns, samples] into strips of a height, or into tiles that are filled up."""
    parts = []
    for y in range(0, pixels.shape[0], height):
        for x in range(0, pixels.shape[1], width):
            part = pixels[y : y + height, x : x + width]
            if tiled:
                part = numpy.pad(part, ((0, height - part.shape[0]), (0, width - part.shape[1]), (0, 0)), mode="edge")
            parts.append(part)
    return parts


def reads_planes(layout, compression, tiled):
    """Tells whether Pillow reads planes of such samples, and reads them right."""
    photometric, bits, count, extras = layout
    if compression != NONE:
        return 1 < count <= 4 or extras == [0, 0]
    return bits == 8 and (photometric == 2 and count == 3 or count == 4 and extras != [1] and extras != [0] and not tiled)


def reads_reversed(layout, compression, planar):
    """Tells whether Pillow reads such samples where the first bit of a byte is the lowest."""
    photometric, bits, count, extras = layout
    if compression != NONE:
        return bits < 12 and count == 1 or layout == (2, 8, 3, [])
    return not planar and layout in [(2, 8, 3, []), (1, 8, 1, []), (3, 8, 1, []), *[(p, b, 1, []) for p in (0, 1) for b in (1, 2, 4)]]


def by_writer(rng):
    layout = rng.choice(LAYOUTS)
    photometric, bits, count, extras = layout
    order, big = rng.choice("<>"), rng.random() < 0.2
    if big:
        order = "<"  # Pillow doesn't know the other one
    width, height = rng.randint(1, 90), rng.randint(1, 90)
    compression = rng.choice([NONE, NONE, LZW, LZW, DEFLATE, OLD_DEFLATE, PACK_BITS])
    tiled = rng.random() < 0.4
    planar = rng.random() < 0.35 and reads_planes(layout, compression, tiled)
    told = fields(rng, order, width, height, layout, compression)
    predictor = compression in (LZW, DEFLATE, OLD_DEFLATE) and bits in (8, 16) and rng.random() < 0.5
    if predictor:
        told[317] = (3, [2])
    if planar:
        told[284] = (3, [2])
    reverse = rng.random() < 0.2 and reads_reversed(layout, compression, planar)
    if reverse:
        told[266] = (3, [2])
    signed = count == 1 and bits in (8, 16) and photometric == 1 and not reverse and rng.random() < 0.2
    if signed:
        told[339] = (3, [2])
    levels = 1 << rng.choice([8, 9, 10, 11, 12, 13, 14, 15, 16]) if bits == 16 and count == 1 else 1 << bits
    pixels = numpy.stack([samples(rng, height, width, levels) for _ in range(count)], axis=2)
    horizontal = vertical = 1
    if photometric == 6 and compression != NONE:
        horizontal, vertical = rng.choice([(1, 1), (2, 1), (2, 2), (4, 1), (4, 2), (4, 4), (1, 2)])
        if planar:
            horizontal = vertical = 1
        if (horizontal, vertical) != (2, 2) or rng.random() < 0.5:
            told[530] = (3, [horizontal, vertical])
        if rng.random() < 0.3:
            told[532] = (5, [v for w in (rng.choice([0, 16]), rng.choice([235, 255]), 128, 240, 128, 255) for v in (w, 1)])
        if (horizontal, vertical) != (1, 1):
            told.pop(317, None)
            predictor = False
    if tiled:
        tile = rng.choice([16, 32, 48]), rng.choice([16, 32])
        told[322], told[323] = (3, [tile[0]]), (4, [tile[1]])
    else:
        rows = rng.choice([1, 3, 8, 16, height, height, 100])
        rows = max(vertical, rows // vertical * vertical)
        tile = width, rows
        if rows < height or rng.random() < 0.7:
            told[278] = (3, [rows])
    old = rng.random() < 0.15
    segments = []
    for plane in [pixels[:, :, i : i + 1] for i in range(count)] if planar else [pixels]:
        for part in segments_of(plane, *tile, tiled):
            if horizontal * vertical > 1:
                part = numpy.pad(part, ((0, -part.shape[0] % vertical), (0, -part.shape[1] % horizontal), (0, 0)), mode="edge")
                data = chroma_blocks(part, horizontal, vertical)
            else:
                row = part.reshape(part.shape[0], -1)
                row = tiff_writer.differences(row, part.shape[2]) % (1 << bits) if predictor else row
                data = tiff_writer.pack(row, bits, order)
            if compression == LZW:
                data = tiff_writer.lzw(data, rng, old)
            elif compression == PACK_BITS:
                data = tiff_writer.pack_bits(data, rng)
            elif compression != NONE:
                data = tiff_writer.deflate(data, rng)
            segments.append(tiff_writer.reverse_bits(data) if reverse else data)
    if photometric == 6 and compression != NONE:  # libtiff goes on there without an error
        return tiff_writer.assemble(told, segments, order, big, tiled, rng)
    spoil(rng, segments, compression)
    file = tiff_writer.assemble(told, segments, order, big, tiled, rng)
    return file[: rng.randint(len(file) // 2, len(file))] if rng.random() < 0.04 else file


def spoil(rng, segments, compression):
    """Cuts a segment short, or makes it longer than it need be."""
    at = rng.randrange(len(segments))
    if rng.random() < 0.04:
        segments[at] = segments[at][: rng.randint(1, len(segments[at]))]
    elif rng.random() < 0.04 and compression != NONE:
        segments[at] += rng.randbytes(rng.randint(1, 20))


def fax(rng):
    """Strips and tiles of facsimile with both orders of bits."""
    width, height = rng.randint(1, 300), rng.randint(1, 90)
    pixels = (samples(rng, height, width, 256) > 127)[:, :, None]
    name, compression = rng.choice([("group3", 3), ("group4", 4), ("tiff_ccitt", 2)])
    order = rng.choice("<>")
    told = fields(rng, order, width, height, (rng.choice([0, 1]), 1, 1, []), compression)
    options = rng.choice([0, 1, 4, 5]) if compression == 3 else 0
    if options:
        told[292] = (4, [options])
    tiled = rng.random() < 0.4
    tile = (rng.choice([16, 48]), 16) if tiled else (width, rng.choice([5, 16, height]))
    told |= {322: (3, [tile[0]]), 323: (3, [tile[1]])} if tiled else {278: (3, [tile[1]])}
    segments = []
    for part in segments_of(pixels, *tile, tiled):
        info = {262: 0} | ({292: options} if options else {})
        strip, _ = tiff_writer.strip_of(Image.fromarray(part[:, :, 0]), compression=name, tiffinfo=info)
        segments.append(strip)
    if rng.random() < 0.1 and compression != 4 and not tiled:
        # What follows a bad code is decoded somehow, and equally; group 4 and tiles show what lay in memory at their end.
        at = rng.randrange(len(segments))
        spoiled = bytearray(segments[at])
        for _ in range(rng.randint(1, 3)):
            spoiled[rng.randrange(len(spoiled))] ^= 1 << rng.randrange(8)
        segments[at] = bytes(spoiled)
    if rng.random() < 0.4:
        told[266] = (3, [2])
        segments = [tiff_writer.reverse_bits(segment) for segment in segments]
    return tiff_writer.assemble(told, segments, order, False, tiled, rng)


def jpeg(rng):
    """Strips and tiles that are JPEGs, with all their tables or without."""
    mode, photometric = rng.choice([("L", 1), ("L", 0), ("RGB", 6), ("RGB", 6), ("RGB", 2), ("CMYK", 5)])
    picture = image(rng, mode)
    width, height = picture.size
    count = len(picture.getbands())
    pixels = numpy.asarray(picture).reshape(height, width, count)
    order = rng.choice("<>")
    told = fields(rng, order, width, height, (photometric, 8, count, []), JPEG)
    planar = count > 1 and photometric != 6 and rng.random() < 0.3
    if planar:
        told[284] = (3, [2])
    subsampling = rng.choice([0, 1, 2]) if photometric == 6 else 0
    if photometric == 6 and rng.random() < 0.7:
        told[530] = (3, [(1, 1), (2, 1), (2, 2)][subsampling])
    tiled = rng.random() < 0.4
    tile = (rng.choice([16, 48]), rng.choice([16, 32])) if tiled else (width, rng.choice([16, 32, height]))
    told |= {322: (3, [tile[0]]), 323: (3, [tile[1]])} if tiled else {278: (3, [tile[1]])}
    options = {"quality": rng.choice([10, 60, 90]), "subsampling": subsampling, "progressive": rng.random() < 0.1}
    if photometric == 2 and not planar:
        options["keep_rgb"] = True
    segments = []
    for plane in [pixels[:, :, i : i + 1] for i in range(count)] if planar else [pixels]:
        for part in segments_of(plane, *tile, tiled):
            out = io.BytesIO()
            Image.fromarray(part[:, :, 0] if part.shape[2] == 1 else part, mode if part.shape[2] > 1 else "L").save(
                out, "JPEG", **options
            )
            segments.append(out.getvalue())
    if rng.random() < 0.1:
        at = rng.randrange(len(segments))
        segments[at] = segments[at][: rng.randint(len(segments[at]) // 2, len(segments[at]))]
    return tiff_writer.assemble(told, segments, order, rng.random() < 0.1 and order == "<", tiled, rng)


def generate(rng, number):
    kind = number % 6
    if kind < 2:
        return by_pillow(rng)
    if kind == 4 and rng.random() < 0.6:
        return fax(rng)
    if kind == 5 and rng.random() < 0.8:
        return jpeg(rng)
    return by_writer(rng)


def grey(picture):
    """Scales grey of more than eight bits, which Pillow cuts off at 255, and turns it light where 0 is white."""
    values = numpy.asarray(picture).astype(numpy.int64)
    if picture.mode == "I" and picture.tag_v2.prefix == b"MM" and picture.info["compression"] != "raw":
        values = values.astype(numpy.int16).byteswap()  # Pillow forgets that libtiff has done that
    values = numpy.maximum(0, values)
    bits = next(bits for bits in (8, 10, 12, 14, 16) if values.max() < 1 << bits)
    scaled = (values >> (bits - 8)).astype(numpy.uint8)
    return Image.fromarray(255 - scaled if picture.tag_v2.get(262) == 0 else scaled).convert("RGB")


def picture(encoded):
    opened = Image.open(io.BytesIO(encoded))
    wide = opened.mode.startswith("I")
    opened.load()
    return grey(opened) if wide else ImageOps.exif_transpose(opened.convert("RGB"))
