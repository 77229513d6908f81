"""Measures subjects in rounds, and reports after each.

usage: benchmarks/compare-batch, which checks what this takes and sets MODEL, DATASET, PEERS_HOME and COMPARE_BATCH_COMMAND
"""
import datetime
import json
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from batch_report import Report, machine, versions
from batch_subjects import Rows, Subjects
from observed import Observer, SubjectFailed

DEFAULT = ("whatis-bf16", "library-bf16", "ray-bf16-throughput-16", "whatis-fp32", "library-fp32", "ray-f32-throughput-16",
           "cluster-fp32-1", "cluster-fp32-2", "resumed-fp32", "lab-C2")
LAST_LINES = 20


def say(text):
    print(time.strftime("%T"), text, file=sys.stderr, flush=True)


def environment(name, default):
    """A number of the environment, at least 1."""
    text = os.environ.get(name, str(default))
    if not text.isdigit() or int(text) < 1:
        sys.exit(f"compare-batch: {name} is {text}, which is no number from 1 on")
    return int(text)


def measure(subjects, name, number):
    """One that fails doesn't end the comparison: the report says so."""
    try:
        return {"round": number, "subject": name, **subjects.measure(name)}
    except SubjectFailed as e:
        say(f"{name} failed: " + "\n".join(str(e).splitlines()[-LAST_LINES:]))
        return {"round": number, "subject": name, "failed": True}


def compare(result, names, work):
    rounds = environment("ROUNDS", 3)
    rows = Rows(os.environ["DATASET"], environment("ROWS", 384), work)
    subjects = Subjects(Observer(work), rows, os.environ["MODEL"], work)
    for name in names:
        say(f"preparing {name}")
        subjects.prepare(name)
    measured = {
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "command": os.environ["COMPARE_BATCH_COMMAND"],
        "machine": machine(),
        "versions": versions(),
        "model": Path(os.environ["MODEL"]).name,
        "rows": rows.count,
        "rounds": rounds,
        "runs": [],
        "agreement": [],
    }
    for number in range(1, rounds + 1):
        report = Report(measured)
        answers = {}
        first = (number - 1) % len(names)
        for name in names[first:] + names[:first]:
            say(f"round {number} of {rounds}: {name}")
            run = measure(subjects, name, number)
            answers[name] = run.pop("answers", None)
            measured["runs"].append(run)
        report.compare_answers(number, answers)
        # Rounds take long: a comparison that is ended loses the last one alone.
        result.write_text(json.dumps(measured, indent=1))
        result.with_name(result.name + ".md").write_text(report.markdown())
    print(report.markdown(), end="")


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    names = sys.argv[2:] or list(DEFAULT)
    with tempfile.TemporaryDirectory() as work:
        try:
            compare(Path(sys.argv[1]), names, Path(work))
        except KeyboardInterrupt:
            sys.exit(130)
        finally:
            Observer(work).stop()


if __name__ == "__main__":
    main()
