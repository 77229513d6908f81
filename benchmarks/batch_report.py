"""Reports what compare-batch measured: machine, versions, medians with their spread, ratios within rounds, and what is asked."""
import math
import platform
import re
import statistics
import subprocess
from glob import glob
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("ray", "openvino", "torch", "transformers", "pyarrow", "pillow")
FEATURES = ("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8")
# Which precision of OpenVINO's is which of ours.
OPENVINO = {"bf16": "bf16", "f32": "fp32"}
# Answers that both are surer of than rounding to bf16 can change, by half of its step near 1: as differences of logits.
CLEAR_MARGIN = 0.1


def machine():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    fields = dict(re.split(r"\s*:\s*", line, maxsplit=1) for line in lines if ":" in line)
    cores = int(subprocess.run(["nproc"], capture_output=True, text=True, check=True).stdout)
    return {"processor": fields.get("model name", platform.machine()), "cores": cores, "system": platform.platform(),
            "features": [feature for feature in FEATURES if feature in fields.get("flags", "").split()]}


def versions():
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr.splitlines()[0]
    with ZipFile(ROOT / "batch/target/whatis-batch.jar") as jar:
        manifest = jar.read("META-INF/MANIFEST.MF").decode()
    whatis = re.search(r"^Implementation-Version: (\S+)", manifest, re.MULTILINE)[1]
    spark = next(iter(glob(f"{ROOT}/batch/target/lib/spark-core_*.jar")), "-none.jar")
    return {"whatis": whatis, "java": java.split('"')[1], "spark": Path(spark).stem.rpartition("-")[2],
            "python": platform.python_version(), **{package: version(package) for package in PACKAGES}}


class Report:
    def __init__(self, measured):
        self.measured = measured

    def figures(self, subject, figure):
        """By round; nothing of rounds in which it failed."""
        return {run["round"]: run[figure] for run in self.measured["runs"]
                if run["subject"] == subject and run.get(figure) is not None}

    def rates(self, subject):
        """Rows a second of the whole run, by round."""
        rows = self.figures(subject, "rows")
        return {number: rows[number] / seconds for number, seconds in self.figures(subject, "seconds").items()}

    def subjects(self, prefix=""):
        return list(dict.fromkeys(
            run["subject"] for run in self.measured["runs"] if run["subject"].startswith(prefix)))

    def compare_answers(self, number, answers):
        """Compares Ray Data's answers of a round with those of whatis in the same precision."""
        for subject, theirs in answers.items():
            ours = answers.get(f"whatis-{OPENVINO.get(subject.split('-')[1])}")
            if subject.startswith("ray-") and theirs and ours:
                same = clear = clear_same = 0
                for row, (label, best, second) in ours.items():
                    equal = label == theirs[row][0]
                    is_clear = min(math.log(best / second), theirs[row][1]) >= CLEAR_MARGIN
                    same += equal
                    clear += is_clear
                    clear_same += equal and is_clear
                self.measured["agreement"].append({"round": number, "subject": subject, "rows": len(ours), "same": same,
                                                   "clear": clear, "clearSame": clear_same})

    def markdown(self):
        return "\n".join([*self.header(), "", *self.subjects_table(), "", *self.asked_table(), "", *self.agreement_lines()]) + "\n"

    def header(self):
        about, measured = self.measured["machine"], self.measured
        done = max((run["round"] for run in measured["runs"]), default=0)
        return [f"{about['processor']} ({', '.join(about['features'])}), {about['cores']} cores, {about['system']}; "
                f"{measured['date']}  ",
                ", ".join(f"{name} {number}" for name, number in measured["versions"].items()) + "  ",
                f"`{measured['command']}` with {measured['model']} and {measured['rows']} rows: medians of {done} rounds, "
                "in brackets the least and the most"]

    def subjects_table(self):
        rows = [["subject", "rows/s while it classifies", "rows/s of the whole run", "whole run", "memory (Pss)", "memory (Rss)",
                 "processes"]]
        for subject in self.subjects():
            failed = sum(run["subject"] == subject and "failed" in run for run in self.measured["runs"])
            name = subject + (f" ({failed} rounds failed)" if failed else "")
            rows.append([name, spread(self.figures(subject, "perSecond"), "{:.2f}"), spread(self.rates(subject), "{:.2f}"),
                         spread(self.figures(subject, "seconds"), "{:.1f}", " s"),
                         spread(self.megabytes(subject, "memory"), "{:.0f}", " MB"),
                         spread(self.megabytes(subject, "resident"), "{:.0f}", " MB"),
                         spread(self.figures(subject, "processes"), "{:.0f}")])
        return table(rows)

    def megabytes(self, subject, figure):
        return {number: value / 1e6 for number, value in self.figures(subject, figure).items()}

    def asked_table(self):
        rows = [["subject", "compared with", "ratio", "asked", "met"]]
        for subject, compared, own, other, least, most in self.comparisons():
            ratios = {number: own[number] / other[number] for number in own if number in other}
            if ratios:
                middle = statistics.median(ratios.values())
                asked, met = "", ""
                if least is not None:
                    asked, met = f"at least {least}", "yes" if middle >= least else "no"
                elif most is not None:
                    asked, met = f"at most {most}", "yes" if middle <= most else "no"
                rows.append([subject, compared, spread(ratios, "{:.2f}"), asked, met])
        return table(rows)

    def comparisons(self):
        """What is compared, as two names, figures of both by round, and the least or the most that the ratio may be, if that is
        asked. The library and clusters are asked for the rate of their work: what they take to start is the same for any number
        of rows."""
        for subject in self.subjects("whatis-"):
            precision = subject.removeprefix("whatis-")
            yield from self.rate_comparisons(subject, f"library-{precision}", least=0.9)
            for other in self.subjects("ray-"):
                if OPENVINO.get(other.split("-")[1]) == precision:
                    yield from self.rate_comparisons(subject, other, least=1, least_whole=1)
                    yield self.comparison(subject, other, "memory", "memory (Pss)", most=0.5)
            for other in self.subjects("lab-"):
                yield self.whole_runs(subject, other, 4)
        for subject in self.subjects("cluster-"):
            if subject.endswith("-2"):
                yield from self.rate_comparisons(subject, subject.removesuffix("2") + "1", least=1.8)
        for subject in self.subjects("resumed-"):
            yield self.comparison(subject, subject.replace("resumed-", "whatis-"), "seconds", "seconds", most=0.6)

    def rate_comparisons(self, subject, other, least, least_whole=None):
        yield self.comparison(subject, other, "perSecond", "rows/s while it classifies", least=least)
        yield self.whole_runs(subject, other, least_whole)

    def whole_runs(self, subject, other, least):
        return subject, f"{other}, rows/s of the whole run", self.rates(subject), self.rates(other), least, None

    def comparison(self, subject, other, figure, name, least=None, most=None):
        return subject, f"{other}, {name}", self.figures(subject, figure), self.figures(other, figure), least, most

    def agreement_lines(self):
        lines = []
        for subject in self.subjects("ray-"):
            rounds = [each for each in self.measured["agreement"] if each["subject"] == subject]
            if rounds:
                worst = min(rounds, key=lambda each: each["clearSame"] - each["clear"])
                lines.append(f"{subject} sees in {worst['same']} of {worst['rows']} rows what whatis sees in the same precision, "
                             f"and in {worst['clearSame']} of the {worst['clear']} that both are sure of by {CLEAR_MARGIN} of a "
                             "logit, in the worst round.  ")
        return lines


def spread(figures, form, unit=""):
    """The median, and the least and the most if they aren't the same."""
    if not figures:
        return "-"
    values = sorted(figures.values())
    least, middle, most = (form.format(value) for value in (values[0], statistics.median(values), values[-1]))
    return f"{middle}{unit}" + (f" ({least} to {most})" if least != most else "")


def table(rows):
    return ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0]),
            *("| " + " | ".join(row) + " |" for row in rows[1:])]
