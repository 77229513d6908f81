"""Writes WebP files whose lossless bit stream (RFC 9649) is drawn at random, of all that the format allows."""
import struct

LITERALS, LENGTHS, DISTANCES = 256, 24, 40
CODE_LENGTH_ORDER = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
NEIGHBOURS = sorted(
    ((x, y) for y in range(8) for x in range(-7 if y else 1, 9)), key=lambda to: (to[0] ** 2 + to[1] ** 2, abs(to[0]), -to[0])
)


def riff(payload, size=None):
    """Returns a file with one chunk, which claims to have a size."""
    size = len(payload) if size is None else size
    body = b"WEBPVP8L" + struct.pack("<I", size) + payload + b"\0" * (len(payload) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def pieces(length, bits):
    """Returns how many pieces of 2^bits pixels a length has, the last one begun."""
    return (length + (1 << bits) - 1) >> bits


class Bits:
    def __init__(self):
        self.value = 0
        self.length = 0
        self.bytes = bytearray()

    def put(self, value, length):
        assert 0 <= value < 1 << length
        self.value |= value << self.length
        self.length += length
        while self.length >= 8:
            self.bytes.append(self.value & 255)
            self.value >>= 8
            self.length -= 8

    def end(self):
        return bytes(self.bytes) + (bytes([self.value]) if self.length else b"")


class Code:
    """A prefix code for some symbols, its lengths drawn."""

    def __init__(self, rng, symbols, longest=15, skew=None):
        symbols = sorted(symbols)
        skew = rng.choice([0, 0, 0.5, 0.9]) if skew is None else skew
        depths = [0]
        while len(depths) < len(symbols):
            open_ones = [i for i, depth in enumerate(depths) if depth < longest]
            i = open_ones[-1] if rng.random() < skew else rng.choice(open_ones)
            depths[i] += 1
            depths.append(depths[i])
        rng.shuffle(depths)
        if len(symbols) == 1:
            depths = [rng.randint(1, longest)]
        self.lengths = dict(zip(symbols, depths))
        self.symbols = symbols
        self.codes = {}
        code = 0
        for length in range(1, longest + 1):
            for symbol in symbols:
                if self.lengths[symbol] == length:
                    self.codes[symbol] = int(f"{code:0{length}b}"[::-1], 2)
                    code += 1
            code <<= 1

    def put(self, bits, symbol):
        if len(self.symbols) > 1:
            bits.put(self.codes[symbol], self.lengths[symbol])

    def write(self, bits, rng, alphabet):
        if len(self.symbols) <= 2 and max(self.symbols) < 256 and max(self.lengths.values()) == 1:
            if rng.random() < 0.8:
                return self.write_simple(bits, rng)
        self.write_lengths(bits, rng, alphabet)

    def write_simple(self, bits, rng):
        symbols = list(self.symbols)
        rng.shuffle(symbols)
        if len(symbols) == 1 and rng.random() < 0.2:
            symbols *= 2
        bits.put(1, 1)
        bits.put(len(symbols) - 1, 1)
        wide = symbols[0] > 1 or rng.random() < 0.3
        bits.put(wide, 1)
        bits.put(symbols[0], 8 if wide else 1)
        for symbol in symbols[1:]:
            bits.put(symbol, 8)

    def write_lengths(self, bits, rng, alphabet):
        tokens = self.tokens(rng, alphabet)
        cut = len(tokens)
        while cut > 2 and tokens[cut - 1][0] in (0, 17, 18):
            cut -= 1
        limited = cut >= 2 and rng.random() < 0.5
        if limited:
            tokens = tokens[: rng.choice([cut, len(tokens)])]
        used = {token for token, _, _ in tokens}
        extra = {s for s in range(19) if rng.random() < 0.1}
        code = Code(rng, used | extra, longest=7)
        bits.put(0, 1)
        order = [code.lengths.get(symbol, 0) for symbol in CODE_LENGTH_ORDER]
        count = max(4, max(i for i, length in enumerate(order) if length) + 1)
        count = rng.randint(count, 19)
        bits.put(count - 4, 4)
        for length in order[:count]:
            bits.put(length, 3)
        bits.put(limited, 1)
        if limited:
            wanted = len(tokens) - 2
            width = rng.choice([w for w in range(2, 17, 2) if wanted < 1 << w])
            bits.put((width - 2) // 2, 3)
            bits.put(wanted, width)
        for token, value, width in tokens:
            code.put(bits, token)
            bits.put(value, width)

    def tokens(self, rng, alphabet):
        lengths = [self.lengths.get(symbol, 0) for symbol in range(alphabet)]
        repeating = rng.choice([0, 0.5, 1])
        tokens, at, previous = [], 0, 8
        while at < alphabet:
            run = 1
            while at + run < alphabet and lengths[at + run] == lengths[at]:
                run += 1
            length = lengths[at]
            if length == 0 and run >= 3 and rng.random() < max(repeating, 0.7):
                short = run < 11 or rng.random() < 0.2
                count = min(run, rng.randint(3, 10) if short else rng.randint(11, 138) if rng.random() < 0.3 else 138)
                short = count < 11
                tokens.append((17, count - 3, 3) if short else (18, count - 11, 7))
                at += count
            elif length == previous and run >= 3 and rng.random() < repeating:
                count = min(run, rng.randint(3, 6))
                tokens.append((16, count - 3, 2))
                at += count
            else:
                tokens.append((length, 0, 0))
                previous = length or previous
                at += 1
        return tokens


class Group:
    """The five codes of some pixels."""

    def __init__(self, rng, cache_size, green=None, red=None):
        def some(limit, fullness):
            return {rng.randrange(limit) for _ in range(rng.choice(fullness))}

        fullness = rng.choice([[1], [1, 2], [1, 2, 3, 10], [5, 30, 300], [300, 1000]])
        if green is None:
            symbols = some(LITERALS, fullness)
            if rng.random() < 0.8:
                symbols |= {LITERALS + s for s in some(LENGTHS, [0, 1, 1, 3, 20])}
            if cache_size and rng.random() < 0.8:
                symbols |= {LITERALS + LENGTHS + s for s in some(cache_size, [1, 5, 100])}
                if rng.random() < 0.1:
                    symbols = {s for s in symbols if s >= LITERALS + LENGTHS}
        else:
            symbols = set(green) | ({LITERALS + s for s in some(LENGTHS, [0, 1, 5])} if rng.random() < 0.5 else set())
        red = some(LITERALS, fullness) if red is None else set(red)
        alpha = rng.choice([{255}, {0}, some(LITERALS, fullness)])
        self.alphabets = [LITERALS + LENGTHS + cache_size, LITERALS, LITERALS, LITERALS, DISTANCES]
        symbols_of_codes = [symbols, red, some(LITERALS, fullness), alpha, some(DISTANCES, [1, 2, 5, 100])]
        self.codes = [Code(rng, s) for s in symbols_of_codes]
        self.fallbacks = [s for s in symbols if not LITERALS <= s < LITERALS + LENGTHS]

    def write(self, bits, rng):
        for code, alphabet in zip(self.codes, self.alphabets):
            code.write(bits, rng, alphabet)


def draw_range(rng, symbol, most):
    """Draws a value that a symbol for a range may mean, up to a limit; returns it with what writes it."""
    if symbol < 4:
        return symbol + 1, 0, 0
    width = (symbol - 2) >> 1
    first = ((2 + (symbol & 1)) << width) + 1
    extra = rng.randrange(min(1 << width, max(1, most - first + 1)))
    return first + extra, extra, width


class Image:
    """Writes one image of the stream, pixel by pixel, and keeps the pixels."""

    def __init__(self, bits, rng, width, height, groups_of=None, cache_bits=0):
        self.bits, self.rng, self.width, self.height = bits, rng, width, height
        self.cache_bits = cache_bits
        self.cache = [0] * (1 << cache_bits)
        self.pixels = []
        self.group_at = groups_of
        self.copying = rng.choice([0, 0.02, 0.3, 0.9])
        self.caching = rng.choice([0.05, 0.3, 0.9])

    def add(self, pixel):
        self.pixels.append(pixel)
        if self.cache_bits:
            self.cache[(pixel * 0x1E35A7BD & 0xFFFFFFFF) >> (32 - self.cache_bits)] = pixel

    def write(self):
        total = self.width * self.height
        while len(self.pixels) < total:
            at = len(self.pixels)
            group = self.group_at(at % self.width, at // self.width)
            if not self.copy(group, total - at):
                self.color(group)
        return self.pixels

    def copy(self, group, left):
        lengths = [s for s in group.codes[0].symbols if LITERALS <= s < LITERALS + LENGTHS]
        if not lengths or not self.pixels or self.rng.random() >= self.copying:
            return False
        symbol = self.rng.choice(lengths)
        length, *length_bits = draw_range(self.rng, symbol - LITERALS, left)
        distance_symbol = self.rng.choice(group.codes[4].symbols)
        code, *distance_bits = draw_range(self.rng, distance_symbol, len(self.pixels) + len(NEIGHBOURS))
        distance = code - len(NEIGHBOURS)
        if distance <= 0:
            x, y = NEIGHBOURS[code - 1]
            distance = max(1, y * self.width + x)
        if length > left or distance > len(self.pixels):
            return False
        group.codes[0].put(self.bits, symbol)
        self.bits.put(*length_bits)
        group.codes[4].put(self.bits, distance_symbol)
        self.bits.put(*distance_bits)
        for _ in range(length):
            self.add(self.pixels[-distance])
        return True

    def color(self, group):
        rng = self.rng
        cached = [s for s in group.fallbacks if s >= LITERALS + LENGTHS]
        literals = [s for s in group.fallbacks if s < LITERALS]
        if cached and (not literals or rng.random() < self.caching):
            symbol = rng.choice(cached)
            group.codes[0].put(self.bits, symbol)
            self.add(self.cache[symbol - LITERALS - LENGTHS])
            return
        green, red, blue, alpha = (rng.choice(s) for s in [literals] + [c.symbols for c in group.codes[1:4]])
        for code, symbol in zip(group.codes, (green, red, blue, alpha)):
            code.put(self.bits, symbol)
        self.add(alpha << 24 | red << 16 | green << 8 | blue)


class Writer:
    def __init__(self, rng, width, height):
        self.rng, self.width, self.height = rng, width, height
        self.bits = Bits()

    def write(self):
        rng, bits = self.rng, self.bits
        bits.put(0x2F, 8)
        bits.put(self.width - 1, 14)
        bits.put(self.height - 1, 14)
        bits.put(rng.randrange(2), 1)
        bits.put(0, 3)
        width = self.width
        for transform in rng.sample(range(4), rng.choice([0, 1, 1, 2, 3, 4])):
            bits.put(1, 1)
            bits.put(transform, 2)
            if transform < 2:
                self.tile_image(width)
            elif transform == 3:
                colors = rng.choice([rng.randint(1, 4), rng.randint(1, 16), rng.randint(1, 256)])
                bits.put(colors - 1, 8)
                self.helper(colors, 1)
                width = pieces(width, 0 if colors > 16 else 1 if colors > 4 else 2 if colors > 2 else 3)
        bits.put(0, 1)
        self.picture(width)
        return bits.end()

    def cache_bits(self):
        bits = self.rng.choice([0, 0, 1, 2, 5, 8, 11])
        self.bits.put(bits > 0, 1)
        if bits:
            self.bits.put(bits, 4)
        return bits

    def tile_image(self, width, **symbols):
        size = self.rng.choice([0, 0, 1, 2, self.rng.randrange(8)])
        self.bits.put(size, 3)
        return size + 2, self.helper(pieces(width, size + 2), pieces(self.height, size + 2), **symbols)

    def helper(self, width, height, **symbols):
        cache_bits = self.cache_bits()
        group = Group(self.rng, (1 << cache_bits) if cache_bits else 0, **symbols)
        group.write(self.bits, self.rng)
        return Image(self.bits, self.rng, width, height, lambda x, y: group, cache_bits).write()

    def picture(self, width):
        rng, bits = self.rng, self.bits
        cache_bits = self.cache_bits()
        cache_size = (1 << cache_bits) if cache_bits else 0
        if rng.random() < 0.5:
            bits.put(0, 1)
            group = Group(rng, cache_size)
            group.write(bits, rng)
            Image(bits, rng, width, self.height, lambda x, y: group, cache_bits).write()
            return
        bits.put(1, 1)
        most = rng.choice([1, 2, 5, 20])
        red = [rng.choice([3, 5])] if rng.random() < 0.03 else [0]
        tile_bits, tiles = self.tile_image(width, green=[rng.randrange(most) for _ in range(10)], red=red)
        indices = [tile >> 8 & 0xFFFF for tile in tiles]
        groups = {}
        for index in range(max(indices) + 1):
            if index > 40 and index not in indices:
                for _ in range(5):
                    bits.put(1, 4)
                continue
            groups[index] = Group(rng, cache_size)
            groups[index].write(bits, rng)
        across = pieces(width, tile_bits)
        at = lambda x, y: groups[indices[(y >> tile_bits) * across + (x >> tile_bits)]]
        Image(bits, rng, width, self.height, at, cache_bits).write()


def write(rng, width, height):
    """Returns the bit stream of a picture of a size."""
    return Writer(rng, width, height).write()
