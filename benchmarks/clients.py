"""Many clients of a classifier-service at once, on one thread and without libraries; prints what they saw as JSON.

usage: python clients.py load PORT CLIENTS SECONDS PICTURE    each asks again and again, after a refusal a second later
       python clients.py overload PORT PROCESS SECONDS PICTURE    ten times what the process at the port does undisturbed, and less again
       python clients.py burst PORT PROCESS COUNT PICTURE    so many come at once, while the process gets no processor
       python clients.py hang-ups PORT COUNT PICTURE...       so many hang up at any moment; others check
                                                          their answers, half of them with their own half closed
       python clients.py stop PORT PROCESS PICTURE            asks the service to stop in the middle of eight uploads
"""
import asyncio
import collections
import json
import os
import random
import signal
import socket
import struct
import sys
import time

PATIENCE = 60
IMPATIENCE = 1, 1.5
CALM_CLIENTS = 8
MOST_CLIENTS = 1800
WATCHFUL_CLIENTS = 4
UPLOADS = 8
REST = 6  # bytes of the last boundary, without which the form doesn't end
SCORE_TOLERANCE = 1e-3


def request(picture, path="/whatis"):
    body = (b'--edge\r\nContent-Disposition: form-data; name="file"; filename="picture"\r\n\r\n' + picture
            + b"\r\n--edge--\r\n")
    return (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=edge\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def read(path):
    with open(path, "rb") as file:
        return file.read()


class Connection:
    """Opens itself when it has to."""

    def __init__(self, port):
        self.port = port
        self.reader = self.writer = None

    async def send(self, data):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self):
        """Returns status, headers and body."""
        status, *lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while size := int(await self.reader.readline(), 16):
                body += (await self.reader.readexactly(size + 2))[:size]
            await self.reader.readline()
        elif "content-length" in headers:
            body = await self.reader.readexactly(int(headers["content-length"]))
        else:
            body = await self.reader.read()
        if headers.get("connection") == "close":
            self.close()
        return int(status.split()[1]), headers, body

    async def ask(self, data, close_half=False):
        try:
            async with asyncio.timeout(PATIENCE):
                await self.send(data)
                if close_half:
                    self.writer.write_eof()
                answer = await self.answer()
                if close_half:
                    self.close()
                return answer
        except BaseException:
            self.close()
            raise

    def close(self):
        if self.writer is not None:
            self.writer.close()
            self.writer = None

    def reset(self):
        """Closes without the usual farewell, as a machine that crashes."""
        if self.writer is not None:
            self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.writer.transport.abort()
            self.writer = None


async def load(port, clients, seconds, path):
    data = request(read(path))
    answered = []
    in_time = 0
    refused = collections.Counter()
    others = collections.Counter()
    end = time.monotonic() + seconds

    async def client():
        nonlocal in_time
        connection = Connection(port)
        while (begin := time.monotonic()) < end:
            try:
                status, headers, _ = await connection.ask(data)
            except (OSError, EOFError) as e:
                others[type(e).__name__] += 1
                await asyncio.sleep(1)
                continue
            if status == 200:
                answered.append(time.monotonic() - begin)
                in_time += time.monotonic() <= end
            elif status == 503 and headers.get("retry-after", "").isdigit():
                refused[headers["retry-after"]] += 1
                await asyncio.sleep(random.uniform(*IMPATIENCE))
            else:
                others[status] += 1
        connection.close()

    await asyncio.gather(*(client() for _ in range(clients)))
    answered.sort()
    return {
        "clients": clients,
        "perSecond": round(in_time / seconds, 2),
        "p50": answered and round(answered[len(answered) // 2], 3),
        "p99": answered and round(answered[len(answered) * 99 // 100], 3),
        "refused": refused.total(),
        "retryAfter": dict(refused),
        "others": dict(others),
    }


async def overload(port, process, seconds, path):
    """Tells with each load the resident memory after it, and how many cores service and clients had."""

    def processor_time():
        with open(f"/proc/{process}/stat") as file:
            ticks = file.read().rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"), time.process_time()

    def resident_mb():
        with open(f"/proc/{process}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 10**6

    async def watched(clients, seconds):
        begin, before = time.monotonic(), processor_time()
        seen = await load(port, clients, seconds, path)
        cores = [(after - before) / (time.monotonic() - begin) for before, after in zip(before, processor_time())]
        return seen | {"residentMb": resident_mb(), "serviceCores": round(cores[0], 2), "clientCores": round(cores[1], 2)}

    await load(port, CALM_CLIENTS, 5, path)
    capacity = await watched(CALM_CLIENTS, seconds / 4)
    # Those in work, and whoever is refused and comes back a second later, or a little more.
    crowd = 64 + int(capacity["perSecond"] * 9 * sum(IMPATIENCE) / 2)
    overload = await watched(min(crowd, MOST_CLIENTS), seconds)
    await load(port, CALM_CLIENTS, 5, path)
    return {"capacity": capacity, "overload": overload, "fiveSecondsLater": await watched(CALM_CLIENTS, seconds / 4)}


async def burst(port, process, count, path):
    """What the process doesn't accept yet waits in the operating system, which resets what its queue can't hold."""
    data = request(read(path))
    statuses = collections.Counter()

    async def client():
        try:
            status, _, _ = await Connection(port).ask(data)
            statuses[status] += 1
        except (OSError, EOFError) as e:
            statuses[type(e).__name__] += 1

    os.kill(process, signal.SIGSTOP)
    try:
        clients = [asyncio.create_task(client()) for _ in range(count)]
        await asyncio.sleep(3)
    finally:
        os.kill(process, signal.SIGCONT)
    await asyncio.gather(*clients)
    return statuses


async def hang_ups(port, count, *paths):
    requests = [request(read(path), "/api/v1/identifications?top=1") for path in paths]

    def guess(answer):
        return answer["label"], answer["score"]

    async def undisturbed(data):
        status, _, body = await Connection(port).ask(data)
        assert status == 200, body
        return guess(json.loads(body))

    expected = [await undisturbed(data) for data in requests]
    counts = collections.Counter()
    left = iter(range(count))
    over = False

    async def impatient():
        for _ in left:
            connection = Connection(port)
            data = random.choice(requests)
            try:
                await connection.send(data[:random.choice([len(data), random.randrange(len(data))])])
                await asyncio.sleep(random.uniform(0, 0.5))
                counts["hung up"] += 1
            except OSError:
                counts["hung up on"] += 1
            random.choice([connection.close, connection.reset])()

    async def watchful(close_half):
        connection = Connection(port)
        while not over:
            number = random.randrange(len(requests))
            status, headers, body = await connection.ask(requests[number], close_half)
            if status == 200:
                label, score = guess(json.loads(body))
                right = label == expected[number][0] and abs(score - expected[number][1]) <= SCORE_TOLERANCE
                counts["right" if right else "wrong"] += 1
            elif status == 503 and headers.get("retry-after", "").isdigit():
                counts["refused"] += 1
                await asyncio.sleep(random.uniform(0, 0.2))
            else:
                counts[status] += 1

    checks = [asyncio.create_task(watchful(close_half=i % 2 == 1)) for i in range(WATCHFUL_CLIENTS)]
    await asyncio.gather(*(impatient() for _ in range(40)))
    over = True
    await asyncio.gather(*checks)
    return counts


async def stop(port, process, path):
    data = request(read(path))
    uploads = [Connection(port) for _ in range(UPLOADS)]
    for upload in uploads:
        await upload.send(data[:-REST])
    await asyncio.sleep(0.5)
    os.kill(process, signal.SIGTERM)
    end = time.monotonic() + PATIENCE
    while (newcomer := await Connection(port).ask(data))[0] == 200:
        assert time.monotonic() < end, "newcomers are still answered"
    answers = [await upload.ask(data[-REST:]) for upload in uploads]
    return {
        "finished": [status for status, _, _ in answers].count(200),
        "closed": [headers.get("connection") for _, headers, _ in answers].count("close"),
        "newcomer": [newcomer[0], json.loads(newcomer[2])["type"], newcomer[1].get("connection")],
    }


def main(command, *arguments):
    commands = {"load": load, "overload": overload, "burst": burst, "hang-ups": hang_ups, "stop": stop}
    numbers = [int(argument) if argument.isdigit() else argument for argument in arguments]
    print(json.dumps(asyncio.run(commands[command](*numbers))))


if __name__ == "__main__":
    main(*sys.argv[1:])
