"""Writes VP8 key frames that no common encoder would: any modes, segments, filters, partitions and coefficients."""
import re

BANDS = [0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7]
CATEGORIES = [
    (5, [159]),
    (7, [165, 145]),
    (11, [173, 148, 140]),
    (19, [176, 155, 140, 135]),
    (35, [180, 157, 141, 134, 130]),
    (67, [254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129]),
]
# Leaves of the tree of a block's modes, each with its path of nodes and bits.
BLOCK_MODES = [
    [(0, 0)],
    [(0, 1), (1, 0)],
    [(0, 1), (1, 1), (2, 0)],
    [(0, 1), (1, 1), (2, 1), (3, 0), (4, 0)],
    [(0, 1), (1, 1), (2, 1), (3, 0), (4, 1), (5, 0)],
    [(0, 1), (1, 1), (2, 1), (3, 0), (4, 1), (5, 1)],
    [(0, 1), (1, 1), (2, 1), (3, 1), (6, 0)],
    [(0, 1), (1, 1), (2, 1), (3, 1), (6, 1), (7, 0)],
    [(0, 1), (1, 1), (2, 1), (3, 1), (6, 1), (7, 1), (8, 0)],
    [(0, 1), (1, 1), (2, 1), (3, 1), (6, 1), (7, 1), (8, 1)],
]
LUMA_MODES = [[(156, 0), (163, 0)], [(156, 1), (128, 1)], [(156, 0), (163, 1)], [(156, 1), (128, 0)]]
CHROMA_MODES = [[(142, 0)], [(142, 1), (114, 1), (183, 1)], [(142, 1), (114, 0)], [(142, 1), (114, 1), (183, 0)]]


def tables(java):
    """Returns the tables of hexadecimal digits in a Java source."""
    return [bytes.fromhex(re.sub(r"\s", "", text)) for text in re.findall(r'"""(.*?)"""', java, re.S)]


class BooleanEncoder:
    """RFC 6386, section 7.3."""

    def __init__(self):
        self.bytes, self.range, self.bottom, self.count = bytearray(), 255, 0, 24

    def put(self, bit, probability=128):
        split = 1 + ((self.range - 1) * probability >> 8)
        if bit:
            self.bottom += split
            self.range -= split
        else:
            self.range = split
        while self.range < 128:
            self.range <<= 1
            if self.bottom & 1 << 31:
                self.carry()
            self.bottom = self.bottom << 1 & 0xFFFFFFFF
            self.count -= 1
            if not self.count:
                self.bytes.append(self.bottom >> 24)
                self.bottom &= 0xFFFFFF
                self.count = 8

    def carry(self):
        at = len(self.bytes) - 1
        while at >= 0 and self.bytes[at] == 255:
            self.bytes[at] = 0
            at -= 1
        self.bytes[at] += 1

    def number(self, value, length):
        for i in range(length - 1, -1, -1):
            self.put(value >> i & 1)

    def optional(self, value, length):
        self.put(value is not None)
        if value is not None:
            self.number(abs(value), length)
            self.put(value < 0)

    def path(self, path):
        for probability, bit in path:
            self.put(bit, probability)

    def finish(self):
        if self.bottom & 1 << (32 - self.count):
            self.carry()
        value, count = self.bottom << (self.count & 7), self.count >> 3
        while count > 0:
            value <<= 8
            count -= 1
        self.bytes += (value & 0xFFFFFFFF).to_bytes(4, "big")
        return bytes(self.bytes)


class Writer:
    """Draws everything from rng; the tables are those of CoefficientProbabilities and ModeReader."""

    def __init__(self, rng, width, height, coefficient_tables, mode_table):
        self.rng, self.width, self.height = rng, width, height
        self.across, self.down = -(-width // 16), -(-height // 16)
        self.probabilities, self.updates = list(coefficient_tables[0]), coefficient_tables[1]
        self.mode_table = mode_table
        self.density = rng.choice([0.02, 0.1, 0.4, 0.9])
        self.large = rng.choice([0, 0, 0.05, 0.3])
        self.blockwise = rng.choice([0, 0.5, 0.5, 1])

    def write(self):
        rng, header = self.rng, BooleanEncoder()
        header.number(rng.randrange(4), 2)  # colour space, clamping type
        self.segments(header)
        self.filter(header)
        partitions = rng.randrange(4)
        header.number(partitions, 2)
        header.number(rng.choice([0, 4, 20, rng.randrange(128), 127]), 7)
        for _ in range(5):
            header.optional(rng.choice([None, None, rng.randint(-15, 15)]), 4)
        header.put(rng.randrange(2))
        self.update(header)
        self.skip = rng.choice([None, rng.randint(1, 255), 0])
        header.put(self.skip is not None)
        if self.skip is not None:
            header.number(self.skip, 8)
        tokens = [BooleanEncoder() for _ in range(1 << partitions)]
        self.macroblocks(header, tokens)
        first, rest = header.finish(), [encoder.finish() for encoder in tokens]
        tag = rng.randrange(4) << 1 | 1 << 4 | len(first) << 5
        sizes = [self.width | rng.randrange(4) << 14, self.height | rng.randrange(4) << 14]
        return b"".join(
            [tag.to_bytes(3, "little"), b"\x9d\x01\x2a"]
            + [size.to_bytes(2, "little") for size in sizes]
            + [first]
            + [len(part).to_bytes(3, "little") for part in rest[:-1]]
            + rest
        )

    def segments(self, header):
        rng = self.rng
        self.segment_tree = None
        enabled = rng.random() < 0.6
        header.put(enabled)
        if not enabled:
            return
        mapped, updated = rng.random() < 0.8, rng.random() < 0.8
        header.put(mapped)
        header.put(updated)
        if updated:
            header.put(rng.randrange(2))
            for length in [7, 6]:
                for _ in range(4):
                    most = (1 << length) - 1
                    header.optional(rng.choice([None, rng.randint(-most, most), rng.randint(0, most // 4)]), length)
        if mapped:
            self.segment_tree = []
            for _ in range(3):
                probability = rng.choice([None, rng.randint(1, 255)])
                header.put(probability is not None)
                if probability is not None:
                    header.number(probability, 8)
                self.segment_tree.append(probability or 255)

    def filter(self, header):
        rng = self.rng
        header.put(rng.random() < 0.3)
        header.number(rng.choice([0, rng.randrange(64), rng.randrange(16), 63]), 6)
        header.number(rng.choice([0, 0, rng.randrange(8)]), 3)
        deltas = rng.random() < 0.4
        header.put(deltas)
        if deltas:
            updated = rng.random() < 0.8
            header.put(updated)
            for _ in range(8 if updated else 0):
                header.optional(rng.choice([None, rng.randint(-63, 63), rng.randint(-8, 8)]), 6)

    def update(self, header):
        often = self.rng.choice([0, 0.01, 0.3])
        for i, probability in enumerate(self.updates):
            updated = self.rng.random() < often
            header.put(updated, probability)
            if updated:
                self.probabilities[i] = self.rng.choice([self.rng.randint(1, 255), self.rng.randint(100, 160)])
                header.number(self.probabilities[i], 8)

    def macroblocks(self, header, tokens):
        rng = self.rng
        above_modes, above = [0] * 4 * self.across, [[0] * 9 for _ in range(self.across)]
        for row in range(self.down):
            left_modes, left = [0] * 4, [0] * 9
            for column in range(self.across):
                if self.segment_tree:
                    segment = rng.randrange(4)
                    header.put(segment >> 1, self.segment_tree[0])
                    header.put(segment & 1, self.segment_tree[1 + (segment >> 1)])
                skipped = bool(self.skip) and rng.random() < 0.4
                if self.skip is not None:
                    header.put(skipped, self.skip)
                blockwise = rng.random() < self.blockwise
                header.put(not blockwise, 145)
                self.modes(header, blockwise, above_modes, left_modes, 4 * column)
                if skipped:
                    for neighbours in (above[column], left):
                        neighbours[:8] = [0] * 8
                        neighbours[8] = neighbours[8] if blockwise else 0
                else:
                    self.residuals(tokens[row % len(tokens)], blockwise, above[column], left)

    def modes(self, header, blockwise, above, left, top):
        rng = self.rng
        if blockwise:
            for y in range(4):
                for x in range(4):
                    mode = rng.randrange(10)
                    at = (above[top + x] * 10 + left[y]) * 9
                    header.path([(self.mode_table[at + node], bit) for node, bit in BLOCK_MODES[mode]])
                    above[top + x] = left[y] = mode
        else:
            mode = rng.randrange(4)
            header.path(LUMA_MODES[mode])
            above[top : top + 4] = left[:] = [mode] * 4
        header.path(CHROMA_MODES[rng.randrange(4)])

    def residuals(self, tokens, blockwise, above, left):
        if not blockwise:
            above[8] = left[8] = self.block(tokens, 1, above[8] + left[8], 0)
        kind, first = (3, 0) if blockwise else (0, 1)
        for side, length in [(0, 4), (4, 2), (6, 2)]:
            for y in range(side, side + length):
                for x in range(side, side + length):
                    above[x] = left[y] = self.block(tokens, kind, above[x] + left[y], first)
            kind, first = 2, 0

    def block(self, tokens, kind, context, first):
        """Writes a block and returns whether it has coefficients."""
        rng = self.rng
        values = [self.value() if rng.random() < self.density else 0 for _ in range(16)]
        if rng.random() < 0.3:
            values[rng.randrange(16) :] = []
        while values and not values[-1]:
            values.pop()
        zero_before = False
        for i in range(first, 16):
            p = self.probabilities[((kind * 8 + BANDS[i]) * 3 + context) * 11 :][:11]
            if not zero_before:
                tokens.put(i < len(values), p[0])
                if i >= len(values):
                    break
            value = abs(values[i])
            tokens.put(value > 0, p[1])
            if value:
                self.large_value(tokens, value, p)
                tokens.put(values[i] < 0)
            zero_before = not value
            context = min(value, 2)
        return int(len(values) > first)

    def value(self):
        rng = self.rng
        most = rng.choice([1, 1, 1, 2, 4, 10, 40]) if rng.random() >= self.large else rng.choice([100, 500, 2114])
        return rng.choice([-1, 1]) * rng.randint(1, most)

    @staticmethod
    def large_value(tokens, value, p):
        tokens.put(value > 1, p[2])
        if value < 2:
            return
        tokens.put(value > 4, p[3])
        if value < 5:
            tokens.put(value > 2, p[4])
            if value > 2:
                tokens.put(value > 3, p[5])
            return
        category = max(i for i, (base, _) in enumerate(CATEGORIES) if value >= base)
        base, extra = CATEGORIES[category]
        tokens.put(category > 1, p[6])
        if category < 2:
            tokens.put(category, p[7])
        else:
            tokens.put(category > 3, p[8])
            tokens.put(category & 1, p[9 + (category > 3)])
        for i, probability in enumerate(extra):
            tokens.put(value - base >> len(extra) - 1 - i & 1, probability)
