"""Runs commands and watches the memory of all processes that they start."""
import os
import pty
import re
import select
import signal
import subprocess
import time
from dataclasses import dataclass, field
from glob import glob

BETWEEN_LOOKS = 0.1
BETWEEN_SAMPLES = 1
# What whatis batch shows on a terminal.
PROGRESS = re.compile(rb"(\d+) of (\d+) images, ")


class SubjectFailed(Exception):
    """A subject can't be measured; the message says what it said last."""


@dataclass
class Run:
    """seconds: from start to end; memory and resident: the peaks of the sums over all processes, in bytes, in which shared
    pages count once (Pss) or for each process (Rss); processes: how many they were at the peak of memory; progress: moments
    with the images that were done then."""
    seconds: float = 0
    status: int = 0
    memory: int = 0
    resident: int = 0
    processes: int = 0
    progress: list = field(default_factory=list)
    output: str = ""
    log: str = ""

    def slope(self):
        """Images a second between the first and the last change of progress: without start, loading of the model and end."""
        changes = [sample for i, sample in enumerate(self.progress)
                   if sample[1] > 0 and (i == 0 or sample[1] != self.progress[i - 1][1])]
        if len(changes) < 2:
            return None
        return (changes[-1][1] - changes[0][1]) / (changes[-1][0] - changes[0][0])


class Observer:
    """Knows processes by a mark in their environment, which whatever they start inherits."""

    def __init__(self, work):
        self.work = work
        self.mark = f"WHATIS_COMPARED={work}".encode()

    def environment(self, **more):
        name, _, value = self.mark.decode().partition("=")
        return os.environ | {name: value} | more

    def processes(self):
        return [path.split("/")[2] for path in glob("/proc/[0-9]*/environ") if self.mark in read(path).split(b"\0")]

    def sample(self, run):
        processes = self.processes()
        memory = sum(kibibytes(read(f"/proc/{process}/smaps_rollup"), b"Pss:") for process in processes) * 1024
        resident = sum(kibibytes(read(f"/proc/{process}/status"), b"VmRSS:") for process in processes) * 1024
        run.resident = max(run.resident, resident)
        if memory > run.memory:
            run.memory, run.processes = memory, len(processes)

    def start(self, command, **environment):
        """Starts something in the background; stop ends it."""
        with open(f"{self.work}/background.log", "ab") as log:
            return subprocess.Popen(command, env=self.environment(**environment), stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def run(self, command, until=lambda: False, **environment):
        """Runs a command, with a terminal for its messages, to its end or to the moment at which all is killed."""
        run = Run()
        terminal, messages = pty.openpty()
        log = b""
        with open(f"{self.work}/output", "w+") as output:
            begin = time.time()
            process = subprocess.Popen(command, env=self.environment(TERM="xterm", **environment), stdin=subprocess.DEVNULL,
                                       stdout=output, stderr=messages)
            os.close(messages)
            next_sample = begin
            while process.poll() is None:
                if select.select([terminal], [], [], BETWEEN_LOOKS)[0]:
                    text = read_terminal(terminal)
                    log += text
                    run.progress += [(time.time(), int(done)) for done, of in PROGRESS.findall(text) if done != of]
                if until():
                    self.stop()
                if time.time() >= next_sample:
                    self.sample(run)
                    next_sample = time.time() + BETWEEN_SAMPLES
            run.seconds = time.time() - begin
            run.status = process.returncode
            output.seek(0)
            run.output = output.read()
        while text := read_terminal(terminal):
            log += text
        os.close(terminal)
        run.log = log.decode(errors="replace")
        return run

    def stop(self):
        """Kills whatever has the mark."""
        while processes := self.processes():
            for process in processes:
                try:
                    os.kill(int(process), signal.SIGKILL)
                except ProcessLookupError:
                    pass
            time.sleep(BETWEEN_LOOKS)


def read(path):
    """Nothing, if the process is gone, or another user's."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def kibibytes(text, name):
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith(name)), 0)


def read_terminal(terminal):
    """Nothing, once nobody can write to it any more."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""
