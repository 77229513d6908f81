"""Times Pillow and a command beside each other; usage: compare_pillow.py FOLDER PHOTOGRAPH ROUNDS KINDS COMMAND...

The command reads the names of files line by line, and answers each with its CPU time in milliseconds and the
bytes that it allocated, without the file's. KINDS: a regular expression; only kinds in whose names it is found are timed.
"""
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

WARM_UP_ROUNDS = 30


def photographs(folder, photograph, wanted):
    """Yields the names and files of photographs of each wanted kind."""
    picture = Image.open(photograph).convert("RGB")
    small = picture.resize((500, 375), Image.BICUBIC)
    smooth = picture.resize((4000, 3000), Image.BICUBIC)
    noise = Image.effect_noise(smooth.size, 10).convert("RGB")
    large = ImageChops.add(smooth, noise, 1, -128)
    turned = Image.Exif()
    turned[0x112] = 6
    kinds = {
        "12 MP, 4:2:0, quality 75": (large, {"quality": 75}),
        "12 MP, 4:2:0, quality 90": (large, {"quality": 90}),
        "12 MP, 4:4:4, quality 90": (large, {"quality": 90, "subsampling": 0}),
        "12 MP, 4:2:0, quality 75, taken upright": (large, {"quality": 75, "exif": turned}),
        "12 MP, progressive, quality 75": (large, {"quality": 75, "progressive": True}),
        "12 MP, progressive, quality 90": (large, {"quality": 90, "progressive": True}),
        "500 x 375, quality 95": (small, {"quality": 95}),
        "12 MP, PNG": (large, {"format": "PNG"}),
        "12 MP, PNG, smooth": (smooth, {"format": "PNG"}),
        "500 x 375, PNG": (small, {"format": "PNG"}),
        "12 MP, GIF of 256 colours": (large.quantize(256), {"format": "GIF", "interlace": 0}),
        "12 MP, GIF of 256 colours, interlaced": (large.quantize(256), {"format": "GIF", "interlace": 1}),
        "12 MP, BMP": (large, {"format": "BMP"}),
        "12 MP, TIFF": (large, {"format": "TIFF"}),
        "12 MP, TIFF, LZW of differences": (large, {"format": "TIFF", "compression": "tiff_lzw", "tiffinfo": {317: 2}}),
        "12 MP, TIFF, deflate": (large, {"format": "TIFF", "compression": "tiff_adobe_deflate"}),
        "12 MP, TIFF, JPEG": (large, {"format": "TIFF", "compression": "jpeg"}),
        "12 MP, TIFF, group 4": (large.convert("1"), {"format": "TIFF", "compression": "group4"}),
        "12 MP, WebP, quality 75": (large, {"format": "WEBP", "quality": 75}),
        "12 MP, WebP, quality 90": (large, {"format": "WEBP", "quality": 90}),
        "12 MP, WebP, quality 75, smooth": (smooth, {"format": "WEBP", "quality": 75}),
        "500 x 375, WebP, quality 90": (small, {"format": "WEBP", "quality": 90}),
        "12 MP, WebP, lossless": (large, {"format": "WEBP", "lossless": True, "method": 1}),
        "12 MP, WebP, lossless, smooth": (smooth, {"format": "WEBP", "lossless": True, "method": 1}),
    }
    for number, (name, (image, options)) in enumerate(kinds.items()):
        if not re.search(wanted, name):
            continue
        options = {"format": "JPEG"} | options
        file = folder / f"{number}.{options['format'].lower()}"
        image.save(file, **options)
        yield name, file


def by_pillow(file):
    start = time.thread_time()
    with Image.open(file) as image:
        ImageOps.exif_transpose(image.convert("RGB")).resize((224, 224), Image.BILINEAR)
    return (time.thread_time() - start) * 1000


def main():
    folder, photograph, rounds, wanted = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
    process = subprocess.Popen(sys.argv[5:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def by_command(file):
        process.stdin.write(f"{file}\n")
        process.stdin.flush()
        milliseconds, allocated = process.stdout.readline().split()
        return float(milliseconds), int(allocated)

    print("| | size | Pillow | image-decoder | ratio | heap |\n|---|---|---|---|---|---|")
    for name, file in photographs(folder, photograph, wanted):
        repeated = 1 if file.stat().st_size > 1_000_000 else 50
        for _ in range(WARM_UP_ROUNDS * repeated):
            by_command(file)
        pillow, command = [], []
        for _ in range(rounds):
            pillow.append(sum(by_pillow(file) for _ in range(repeated)) / repeated)
            command.append(sum(by_command(file)[0] for _ in range(repeated)) / repeated)
        heap = by_command(file)[1] / 1e6
        a, b = statistics.median(pillow), statistics.median(command)
        size = file.stat().st_size / 1e6
        print(f"| {name} | {size:.1f} MB | {a:.1f} ms | {b:.1f} ms | {b / a:.2f} | {heap:.1f} MB |", flush=True)
    process.stdin.close()
    process.wait()


if __name__ == "__main__":
    main()
