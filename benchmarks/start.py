#!/usr/bin/env python3
"""Starts classifier-service beside wikipedia-service, again and again, with the JVM options of each attempt in turns:
until when it is ready, what processor time that takes, and how long the first answers to a picture take.
    python3 benchmarks/start.py ROUNDS PICTURE [NAME=OPTIONS...]
It takes what ./whatis serve has built and archived. Without attempts: classifier-service/jvm.options as it is. NAME=OPTIONS
adds an attempt with these options alone, in which @ stands for that file, as in '+counts=@ -XX:+C1UpdateMethodData'."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 18300
FIRST_ANSWERS = 3
PATIENCE = 120
# What ./whatis sets.
ENVIRONMENT = {
    "GOMP_SPINCOUNT": "1000",
    "HF_HUB_OFFLINE": "1",
    "MALLOC_MMAP_THRESHOLD_": "4294967296",
    "MALLOC_TOP_PAD_": "268435456",
    "MALLOC_TRIM_THRESHOLD_": "4294967296",
    "WHATIS_CLASSIFIER_PORT": str(PORT),
    "WHATIS_MODEL_FALLBACK": "starter",
    "WHATIS_WIKIPEDIA_PORT": str(PORT + 1),
}


def command(service, options):
    unpacked = ROOT / service / "target" / "unpacked"
    archive = "-XX:SharedArchiveFile=" if (unpacked / "classes.jsa").exists() else "-XX:AOTCache="
    classes = next(unpacked.glob("classes.*"), None)
    if classes is None:
        sys.exit(f"no classes of {service} are archived; start ./whatis serve once")
    return ["java", *options, f"{archive}{classes}", "-jar", str(unpacked / f"{service}.jar")]


def is_ready():
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/actuator/health/readiness", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def processor_seconds(process):
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def answer_seconds(picture):
    begin = time.monotonic()
    subprocess.run(
        ["curl", "-sSf", "-o", os.devnull, "-F", f"file=@{picture}", f"http://127.0.0.1:{PORT}/whatis/"], check=True)
    return time.monotonic() - begin


def measure(options, picture):
    """Returns seconds until ready, seconds of processor time until then, and seconds of each first answer."""
    with tempfile.TemporaryFile() as log:
        begin = time.monotonic()
        processes = [
            subprocess.Popen(
                command(service, own), env=os.environ | ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            for service, own in (
                ("classifier-service", options),
                ("wikipedia-service", ["-XX:+UseSerialGC", "-Xmx96m", "-XX:TieredStopAtLevel=1"]))
        ]
        try:
            while not is_ready():
                if processes[0].poll() is not None or time.monotonic() - begin > PATIENCE:
                    log.seek(0)
                    sys.exit(log.read().decode(errors="replace")[-2000:] + "\nclassifier-service is not ready")
                time.sleep(0.02)
            ready = time.monotonic() - begin
            processor = processor_seconds(processes[0].pid)
            return [ready, processor] + [answer_seconds(picture) for _ in range(FIRST_ANSWERS)]
        finally:
            for process in processes:
                process.kill()
                process.wait()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    rounds, picture = int(sys.argv[1]), sys.argv[2]
    file = f"@{ROOT / 'classifier-service' / 'jvm.options'}"
    attempts = {"jvm.options": [file]}
    for attempt in sys.argv[3:]:
        name, options = attempt.split("=", 1)
        attempts[name] = [file if option == "@" else option for option in options.split()]
    measured = {name: [] for name in attempts}
    for number in range(rounds):
        for name, options in attempts.items():
            print(f"{time.strftime('%T')} round {number + 1} of {rounds}: {name}", file=sys.stderr)
            measured[name].append(measure(options, picture))
    print("| options | ready | processor time until then | first answer | second | third |")
    print("|---|---|---|---|---|---|")
    for name, runs in measured.items():
        print(f"| {name} | " + " | ".join(f"{statistics.median(column):.2f} s" for column in zip(*runs)) + " |")


if __name__ == "__main__":
    main()
