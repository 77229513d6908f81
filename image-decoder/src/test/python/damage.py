"""Damage to files of any kind."""
import io
import warnings

from PIL import Image

MOST_PIXELS = 1_000_000


def damaged(rng, encoded, header_length):
    """Changes some bytes, half of them or more in the header, and cuts off the end of half the files."""
    changed = bytearray(encoded)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(changed) if rng.random() < 0.4 else min(header_length, len(changed)))
        changed[at] = rng.choice([rng.randrange(256), changed[at] ^ 1 << rng.randrange(8), 0, 255])
    if rng.random() < 0.5:
        del changed[rng.randint(0, len(changed)) :]
    return bytes(changed)


def is_within_limits(encoded):
    """Tells whether neither Pillow nor the comparison refuses a file for nothing but its size."""
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        width, height = Image.open(io.BytesIO(encoded)).size
    except (OSError, SyntaxError, ValueError):
        return True
    except Image.DecompressionBombError:
        return False
    return width * height <= MOST_PIXELS
