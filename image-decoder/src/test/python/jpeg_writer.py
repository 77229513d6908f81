"""Writes JPEG files that no common encoder would: any sampling, any order of scans, any Huffman tables."""
import random

ZIGZAG_LENGTH = 64


class Bits:
    def __init__(self):
        self.bytes = bytearray()
        self.value = 0
        self.count = 0

    def put(self, value, count):
        for i in range(count - 1, -1, -1):
            self.value = self.value << 1 | value >> i & 1
            self.count += 1
            if self.count == 8:
                self.bytes.append(self.value)
                if self.value == 0xFF:
                    self.bytes.append(0)
                self.value = self.count = 0

    def pad(self):
        while self.count:
            self.put(1, 1)


class Huffman:
    """A table in which each symbol has a code, short or long by chance."""

    def __init__(self, rng, symbols):
        symbols = list(symbols)
        rng.shuffle(symbols)
        lengths, room = [], 1.0
        for i in range(len(symbols)):
            left = len(symbols) - i - 1
            shortest = next(n for n in range(1, 17) if room - 2.0**-n > left * 2.0**-16)
            lengths.append(min(16, max(shortest, rng.choice([2, 3, 4, 5, 6, 8, 9, 11, 12, 14, 16]))))
            room -= 2.0 ** -lengths[-1]
        lengths.sort()
        self.symbols = symbols
        self.counts = [lengths.count(n) for n in range(1, 17)]
        self.codes, code = {}, 0
        for i, (symbol, length) in enumerate(zip(symbols, lengths)):
            if i:
                code = (code + 1) << (length - lengths[i - 1])
            self.codes[symbol] = (code, length)

    def segment(self, slot):
        return bytes([slot] + self.counts + self.symbols)


class Component:
    def __init__(self, number, horizontal, vertical, table):
        self.number, self.horizontal, self.vertical, self.table = number, horizontal, vertical, table

    def measure(self, width, height, max_h, max_v):
        across, down = -(-width * self.horizontal // max_h), -(-height * self.vertical // max_v)
        self.blocks_across, self.blocks_down = -(-across // 8), -(-down // 8)
        self.padded_across = -(-width // (8 * max_h)) * self.horizontal
        self.padded_down = -(-height // (8 * max_v)) * self.vertical
        self.blocks = [[None] * self.padded_across for _ in range(self.padded_down)]


def segment(marker, content):
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + bytes(content)


def size_of(value):
    return abs(value).bit_length()


def extra(value):
    return value if value >= 0 else value + (1 << size_of(value)) - 1


class Writer:
    def __init__(self, rng, width, height, components, restart_interval=0):
        self.rng, self.width, self.height, self.components = rng, width, height, components
        self.restart_interval = restart_interval
        self.max_h = max(c.horizontal for c in components)
        self.max_v = max(c.vertical for c in components)
        for c in components:
            c.measure(width, height, self.max_h, self.max_v)
        self.dc = [Huffman(rng, range(12)) for _ in range(2)]
        self.ac = [Huffman(rng, [s for s in range(256) if s & 15 <= 10 or s & 15 == 0]) for _ in range(2)]

    def fill(self, strength):
        """Makes up coefficients that stay within what samples of 8 bits give."""
        rng = self.rng
        for c in self.components:
            dc = 0
            for row in c.blocks:
                for x in range(len(row)):
                    block = [0] * ZIGZAG_LENGTH
                    dc = max(-800, min(800, dc + rng.randint(-60, 60)))
                    block[0] = dc // c.table[0]
                    left = strength
                    for _ in range(rng.choice([0, 0, 1, 3, 8, 20, 40])):
                        k = min(63, int(rng.expovariate(0.08)) + 1)
                        value = rng.randint(-min(left, 1000), min(left, 1000)) // c.table[k]
                        left -= min(left, abs(value * c.table[k]))
                        block[k] = value
                    row[x] = block

    def scan_blocks(self, members):
        """Yields (index among the members, block) MCU by MCU, as lists."""
        if len(members) == 1:
            c = members[0]
            for y in range(c.blocks_down):
                for x in range(c.blocks_across):
                    yield [(0, c.blocks[y][x])]
            return
        for my in range(-(-self.height // (8 * self.max_v))):
            for mx in range(-(-self.width // (8 * self.max_h))):
                yield [
                    (i, c.blocks[my * c.vertical + v][mx * c.horizontal + h])
                    for i, c in enumerate(members)
                    for v in range(c.vertical)
                    for h in range(c.horizontal)
                ]

    def scan(self, members, first, last, high, low, progressive):
        header = [len(members)]
        slots = [self.rng.randrange(2) for _ in members]
        for c, slot in zip(members, slots):
            header += [c.number, slot << 4 | slot]
        header += [first, last, high << 4 | low]
        self.bits, self.run, self.corrections = Bits(), 0, []
        self.table = self.ac[slots[0]]
        predictions, restart = [0] * len(members), 0
        for number, mcu in enumerate(self.scan_blocks(members)):
            if self.restart_interval and number and number % self.restart_interval == 0:
                self.end_run()
                self.bits.pad()
                self.bits.bytes += bytes([0xFF, 0xD0 + restart])
                restart = (restart + 1) % 8
                predictions = [0] * len(members)
            for i, block in mcu:
                if first == 0 and high == 0:
                    value = block[0] >> low
                    difference = value - predictions[i]
                    predictions[i] = value
                    self.symbol(self.dc[slots[i]], size_of(difference))
                    self.bits.put(extra(difference), size_of(difference))
                elif first == 0:
                    self.bits.put(block[0] >> low & 1, 1)
                if not progressive:
                    self.sequential(block, self.ac[slots[i]])
                elif first and high == 0:
                    self.first_ac(block, first, last, low)
                elif first:
                    self.refine_ac(block, first, last, low)
        self.end_run()
        self.bits.pad()
        return segment(0xDA, header) + bytes(self.bits.bytes)

    def symbol(self, table, symbol):
        self.bits.put(*table.codes[symbol])

    def sequential(self, block, table):
        run = 0
        for k in range(1, ZIGZAG_LENGTH):
            if block[k] == 0:
                run += 1
                continue
            while run > 15:
                self.symbol(table, 0xF0)
                run -= 16
            size = size_of(block[k])
            self.symbol(table, run << 4 | size)
            self.bits.put(extra(block[k]), size)
            run = 0
        if run:
            self.symbol(table, 0)

    def end_run(self):
        if self.run:
            size = self.run.bit_length() - 1
            self.symbol(self.table, size << 4)
            self.bits.put(self.run & (1 << size) - 1, size)
            for bit in self.corrections:
                self.bits.put(bit, 1)
            self.run, self.corrections = 0, []

    def extend_run(self, corrections):
        self.run += 1
        self.corrections += corrections
        if self.run == 0x7FFF or self.rng.random() < 0.05:
            self.end_run()

    def first_ac(self, block, first, last, low):
        run = 0
        for k in range(first, last + 1):
            value = (abs(block[k]) >> low) * (1 if block[k] > 0 else -1)
            if value == 0:
                run += 1
                continue
            self.end_run()
            while run > 15:
                self.symbol(self.table, 0xF0)
                run -= 16
            self.symbol(self.table, run << 4 | size_of(value))
            self.bits.put(extra(value), size_of(value))
            run = 0
        if run:
            self.extend_run([])

    def refine_ac(self, block, first, last, low):
        absolute = [abs(v) >> low for v in block]
        end = max((k for k in range(first, last + 1) if absolute[k] == 1), default=0)
        run, corrections = 0, []
        for k in range(first, last + 1):
            if absolute[k] == 0:
                run += 1
                continue
            while run > 15 and k <= end:
                self.end_run()
                self.symbol(self.table, 0xF0)
                self.flush(corrections)
                run -= 16
            if absolute[k] > 1:
                corrections.append(absolute[k] & 1)
                continue
            self.end_run()
            self.symbol(self.table, run << 4 | 1)
            self.bits.put(1 if block[k] > 0 else 0, 1)
            self.flush(corrections)
            run = 0
        if run or corrections:
            self.extend_run(corrections)

    def flush(self, corrections):
        for bit in corrections:
            self.bits.put(bit, 1)
        corrections.clear()

    def head(self, marker, extra_segments=b""):
        out = b"\xff\xd8" + extra_segments
        tables = []
        for i, c in enumerate(self.components):
            tables += [i] + c.table
        out += segment(0xDB, tables)
        frame = [8, *self.height.to_bytes(2, "big"), *self.width.to_bytes(2, "big"), len(self.components)]
        for i, c in enumerate(self.components):
            frame += [c.number, c.horizontal << 4 | c.vertical, i]
        out += segment(marker, frame)
        for i in range(2):
            out += segment(0xC4, self.dc[i].segment(i)) + segment(0xC4, self.ac[i].segment(0x10 | i))
        if self.restart_interval:
            out += segment(0xDD, self.restart_interval.to_bytes(2, "big"))
        return out

    def write(self, script, progressive, extra_segments=b""):
        """Writes the file; a script is a list of (indexes of components, first, last, high, low)."""
        out = self.head(0xC2 if progressive else self.rng.choice([0xC0, 0xC1]), extra_segments)
        for members, *numbers in script:
            out += self.scan([self.components[i] for i in members], *numbers, progressive)
        return out + b"\xff\xd9"


def sequential_script(rng, count):
    if count == 1 or rng.random() < 0.5:
        return [(list(range(count)), 0, 63, 0, 0)]
    if count == 3 and rng.random() < 0.3:
        return rng.choice([[([0], 0, 63, 0, 0), ([1, 2], 0, 63, 0, 0)], [([0, 1], 0, 63, 0, 0), ([2], 0, 63, 0, 0)]])
    return [([i], 0, 63, 0, 0) for i in rng.sample(range(count), count)]


def progressive_script(rng, count, complete):
    """Makes up scans that come in any order that is allowed; without some of the last bits if it is not complete."""
    low = rng.choice([0, 0, 1, 2])
    together = rng.random() < 0.6
    queues = []
    for members in [list(range(count))] if together else [[i] for i in range(count)]:
        queues.append([(members, 0, 0, 0, low)] + [(members, 0, 0, n + 1, n) for n in range(low - 1, -1, -1)])
    chains = []
    for i in range(count):
        cuts = sorted(rng.sample(range(2, 64), rng.choice([0, 1, 1, 3])))
        for first, end in zip([1] + cuts, cuts + [64]):
            start = rng.choice([0, 0, 1, 2, 3])
            chains.append(
                [([i], first, end - 1, 0, start)] + [([i], first, end - 1, n + 1, n) for n in range(start - 1, -1, -1)]
            )
    script = [queue.pop(0) for queue in queues]
    queues = [q for q in queues + chains if q]
    while queues:
        queue = rng.choice(queues)
        script.append(queue.pop(0))
        queues = [q for q in queues if q]
    if not complete:
        del script[rng.randint(1, max(1, len(script) - 1)) :]
    return script
