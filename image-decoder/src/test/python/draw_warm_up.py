"""Draws the pictures that ImageDecoder.warmUp decodes; usage: draw_warm_up.py FOLDER

A landscape with noise as cameras have it, so that every branch of a decoder is taken about as often as with photographs.
"""
import random
import sys
from pathlib import Path

import numpy
from PIL import Image, ImageDraw

WIDTH, HEIGHT = 640, 480


def landscape():
    rng = random.Random(1)
    rows = numpy.linspace(0, 1, HEIGHT)[:, None, None]
    sky = (1 - rows) * numpy.array([70, 130, 220]) + rows * numpy.array([250, 200, 150])
    picture = Image.fromarray(numpy.broadcast_to(sky, (HEIGHT, WIDTH, 3)).astype("uint8"))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((470, 60, 550, 140), fill=(255, 240, 180))
    for layer in range(5):
        base, color = 200 + 60 * layer, tuple(rng.randint(20, 120) for _ in range(3))
        ridge = [(x, base + rng.randint(-30, 30)) for x in range(0, WIDTH + 20, 20)]
        draw.polygon([(0, HEIGHT), *ridge, (WIDTH, HEIGHT)], fill=color)
    noise = numpy.random.default_rng(1).normal(0, 4, (HEIGHT, WIDTH, 3))
    return Image.fromarray((numpy.asarray(picture) + noise).clip(0, 255).astype("uint8"))


def main():
    folder, picture = Path(sys.argv[1]), landscape()
    small = picture.resize((WIDTH // 3, HEIGHT // 3), Image.BOX)
    picture.save(folder / "baseline.jpg", quality=75)
    picture.save(folder / "progressive.jpg", quality=75, progressive=True)
    small.save(folder / "full-colour.jpg", quality=90, subsampling=0)
    picture.save(folder / "lossy.webp", quality=75)
    small.save(folder / "truecolour.png")


if __name__ == "__main__":
    main()
