"""PNG files: a third written by Pillow, a third by png_writer, the others of either kind, but damaged."""
import io
import struct
import warnings
import zlib

import numpy
from PIL import Image, ImageOps, PngImagePlugin

import png_writer
from png_writer import chunk

SUFFIX = ".png"
DEPTHS = [8, 10, 12, 14, 16]

warnings.simplefilter("ignore")
Image.MAX_IMAGE_PIXELS = 500_000


def picture(encoded):
    """Returns Pillow's picture, but deep grey as eight bits of those in use, and without EXIF that Pillow can't read."""
    try:
        image = Image.open(io.BytesIO(encoded))
        image.load()
        rgb = image.convert("RGB") if image.mode != "I;16" else by_range(image)
    except (Image.DecompressionBombError, AssertionError, LookupError, TypeError, struct.error) as e:
        raise ValueError from e
    try:
        return ImageOps.exif_transpose(rgb)
    except (SyntaxError, ValueError, struct.error):
        rgb.info = {key: value for key, value in rgb.info.items() if "exif" not in key}
        return ImageOps.exif_transpose(rgb.copy())


def by_range(image):
    samples = numpy.asarray(image)
    bits = next(bits for bits in DEPTHS if samples.max() < 1 << bits)
    rgb = Image.fromarray((samples >> bits - 8).astype(numpy.uint8)).convert("RGB")
    rgb.info = image.info
    return rgb


def exif(rng):
    data = Image.Exif()
    data[0x112] = rng.randint(0, 9)
    if rng.random() < 0.3:
        data[0x10F] = "A maker"
    return data.tobytes()


def xmp(rng):
    number = rng.randint(0, 9)
    return rng.choice(
        [b'<x tiff:Orientation="%d"/>' % number, b"<tiff:Orientation>%d</tiff:Orientation>" % number, b"<x/>", b""]
    )


def raw_profile(rng):
    data = exif(rng)
    digits = data.hex()
    lines = [digits[i : i + 72] for i in range(0, len(digits), 72)]
    return ("\nexif\n%8d\n" % len(data) + "\n".join(lines) + "\n").encode()


def text(rng):
    """Returns a chunk that may tell an orientation, or says something else."""
    kind = rng.randrange(10)
    if kind < 2:
        return chunk(b"eXIf", exif(rng)[rng.choice([0, 6]) :])
    if kind < 4:
        return chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(rng))
    if kind < 5:
        return chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0en\0key\0" + zlib.compress(xmp(rng)))
    if kind < 6:
        return chunk(b"tEXt", b"Raw profile type exif\0" + raw_profile(rng))
    if kind < 7:
        return chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(raw_profile(rng)))
    if kind < 8:
        return chunk(rng.choice([b"tEXt", b"iTXt", b"zTXt", b"iCCP", b"gAMA", b"cHRM", b"pHYs", b"sRGB"]), rng.randbytes(rng.randint(0, 40)))
    return chunk(rng.choice([b"tEXt", b"quIt", b"tIME", b"bKGD"]), b"Comment\0" + rng.randbytes(rng.randint(0, 30)))


def palette(rng, depth):
    length = rng.choice([3 << depth, 3 << depth, 3 * rng.randint(0, 1 << depth), rng.randint(0, 780)])
    return chunk(b"PLTE", rng.randbytes(length))


def transparency(rng):
    return chunk(b"tRNS", rng.choice([rng.randbytes(rng.randint(0, 12)), b"\xff\xff\0", b"\0\5", b"\0\1\0\2\0\3"]))


def before_data(rng, color, depth):
    chunks = [text(rng) for _ in range(rng.choice([0, 0, 1, 2, 3]))]
    if color == 3 and rng.random() < 0.95 or rng.random() < 0.1:
        chunks.insert(rng.randint(0, len(chunks)), palette(rng, depth))
        # Without a palette, Pillow fails on a transparent colour.
        if rng.random() < 0.4:
            chunks.append(transparency(rng))
    elif color != 3 and rng.random() < 0.3:
        chunks.append(transparency(rng))
    return chunks


def animation(rng, width, height, whole):
    """Returns chunks that make the picture, or a part of it, a frame; and the size of the frame."""
    control = chunk(b"acTL", struct.pack(">II", rng.randint(0, 3), 0))
    if rng.random() < 0.3:
        return [control], width, height
    x, y = (0, 0) if whole else (rng.randrange(width), rng.randrange(height))
    size = (width - x, height - y) if rng.random() < 0.5 or whole else (rng.randint(1, width - x), rng.randint(1, height - y))
    frame = struct.pack(">IIIIIHHBB", rng.choice([0] * 9 + [1]), *size, x, y, 1, 10, 0, 0)
    return [control, chunk(b"fcTL", frame)], *size


def by_writer(rng):
    width, height = rng.randint(1, 70), rng.randint(1, 70)
    color, depth = rng.choice(png_writer.FORMATS)
    interlaced = rng.randrange(2)
    chunks = before_data(rng, color, depth)
    names = [b"IDAT"]
    frame = (width, height)
    if rng.random() < 0.15:
        more, *frame = animation(rng, width, height, rng.random() < 0.5)
        chunks += more
    if rng.random() < 0.05:
        names.append(b"DDAT")
    data = png_writer.samples(rng, *frame, color, depth, interlaced)
    data = rng.choice([data] * 8 + [data + rng.randbytes(50), data[: rng.randint(0, len(data))]])
    stream = png_writer.deflated(rng, data)
    stream = rng.choice([stream] * 8 + [stream + b"more", stream[: -rng.randint(1, 9)]])
    chunks += png_writer.split(rng, stream, names)
    chunks += [text(rng) for _ in range(rng.choice([0, 0, 0, 1, 2]))] + [chunk(b"IEND")]
    return chunks_file(png_writer.header(width, height, color, depth, interlaced), chunks)


def chunks_file(first, chunks):
    return png_writer.SIGNATURE + first + b"".join(chunks)


def by_pillow(rng):
    width, height = rng.randint(1, 70), rng.randint(1, 70)
    mode = rng.choice(["1", "L", "LA", "P", "I;16", "RGB", "RGB", "RGBA"])
    noise = Image.frombytes("RGB", (width, height), rng.randbytes(3 * width * height))
    image = Image.blend(noise, noise.resize((3, 3)).resize(noise.size), rng.choice([0, 0.7, 0.95, 1]))
    image = image.quantize(rng.choice([2, 4, 16, 100, 256])) if mode == "P" else image.convert(mode)
    options = {"compress_level": rng.randrange(10), "optimize": rng.random() < 0.2}
    if rng.random() < 0.4:
        options["exif"] = exif(rng)
    if rng.random() < 0.3:
        options["pnginfo"] = info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp(rng).decode(), zip=rng.random() < 0.5)
        info.add_text("Comment", "x" * rng.randint(0, 2000), zip=rng.random() < 0.5)
    if mode in ("L", "RGB") and rng.random() < 0.2:
        options["transparency"] = 7 if mode == "L" else (1, 2, 3)
    if mode in ("L", "RGB", "RGBA") and rng.random() < 0.2:
        options.update(save_all=True, append_images=[image.transpose(Image.ROTATE_180)], default_image=rng.random() < 0.5)
    out = io.BytesIO()
    image.save(out, "PNG", **options)
    return out.getvalue()


def parts(encoded):
    """Returns the chunks of a file."""
    chunks, position = [], len(png_writer.SIGNATURE)
    while position < len(encoded):
        end = position + 12 + struct.unpack_from(">I", encoded, position)[0]
        chunks.append(encoded[position:end])
        position = end
    return chunks


def damaged(rng, encoded):
    chunks = parts(encoded)
    at = rng.randrange(len(chunks))
    kind = rng.randrange(8)
    if kind == 0:
        return encoded[: rng.randint(9, len(encoded))]
    if kind == 1:
        return encoded[: -12 - rng.randint(0, 30)]
    if kind == 2:
        return encoded + rng.randbytes(rng.randint(1, 40))
    if kind == 3:
        chunks[at] = chunks[at][:-4] + rng.randbytes(4)
    elif kind == 4:
        rng.shuffle(chunks)
    elif kind == 5:
        del chunks[at]
    elif kind == 6:
        chunks.insert(at, text(rng))
    else:
        broken = bytearray(encoded)
        for _ in range(rng.randint(1, 4)):
            broken[rng.randrange(8, len(broken))] = rng.choice([0, 255, rng.randrange(256)])
        return bytes(broken)
    return chunks_file(b"", chunks)


def generate(rng, number):
    encoded = by_pillow(rng) if rng.random() < 0.5 else by_writer(rng)
    return damaged(rng, encoded) if number % 3 == 0 else encoded
