"""What compare-batch measures: how each subject is run over the same rows, and what it answers."""
import json
import os
import shutil
import signal
import sys
from glob import glob
from pathlib import Path

from pyarrow import array, parquet

from observed import SubjectFailed
from spark_cluster import start_cluster

ROOT = Path(__file__).resolve().parent.parent
LAB_ROWS = 250
# Whole batches of Ray Data, and many chunks of whatis.
ROWS_OF_A_FILE = 32
# As ./whatis sets it.
MALLOC = {"MALLOC_TOP_PAD_": "268435456", "MALLOC_TRIM_THRESHOLD_": "4294967296", "MALLOC_MMAP_THRESHOLD_": "4294967296",
          "GOMP_SPINCOUNT": "1000"}
QUIET = {"HF_HUB_OFFLINE": "1", "RAY_USAGE_STATS_ENABLED": "0", "OPENVINO_TELEMETRY": "0"}
KINDS = ("whatis", "library", "cluster", "resumed", "ray", "lab")


class Rows:
    """The first rows of a dataset, as the subjects take them: Parquet files that number the rows, and images as files."""

    def __init__(self, dataset, count, work):
        self.parquet = work / "parquet"
        self.images = work / "images"
        self.parquet.mkdir()
        self.images.mkdir()
        table = parquet.read_table(dataset, columns=["image"]).slice(0, count)
        self.count = table.num_rows
        table = table.append_column("row", array(range(self.count)))
        for begin in range(0, self.count, ROWS_OF_A_FILE):
            parquet.write_table(table.slice(begin, ROWS_OF_A_FILE), self.parquet / f"{begin // ROWS_OF_A_FILE:05}.parquet")
        for row, image in enumerate(table["image"].to_pylist()):
            (self.images / f"{row:07}").write_bytes(image["bytes"])

    @property
    def files(self):
        return -(-self.count // ROWS_OF_A_FILE)


class Subjects:
    """Runs one subject at a time. Each measurement is a dictionary: rows that it answers, seconds of the whole run, rows perSecond
    while it classifies, memory, resident, processes, and answers: row -> (label, …), as the report compares them."""

    def __init__(self, observer, rows, model, work):
        self.observer = observer
        self.rows = rows
        self.model = model
        self.work = work
        self.cores = sorted(os.sched_getaffinity(0))
        self.labels = json.loads(Path(model, "config.json").read_text())["id2label"]
        self.graph = work / "openvino.xml"

    def prepare(self, name):
        """Sees to what a subject needs before it can be timed."""
        kind, *settings = name.split("-")
        if kind not in KINDS or not settings:
            sys.exit(f"compare-batch: no subject {name}; benchmarks/compare-batch alone lists them")
        if kind == "cluster" and int(settings[-1]) > len(self.cores):
            sys.exit(f"compare-batch: {name} takes {settings[-1]} cores, and there are {len(self.cores)}")
        if name.endswith("int8-synthetic"):
            # The weights mean nothing, so that no calibration by photographs would.
            self.succeed([ROOT / "whatis", "calibrate", "--synthetic", "--model", self.model])
        if kind == "ray" and not self.graph.exists():
            self.succeed([sys.executable, ROOT / "benchmarks/peers/ray_data.py", "export", self.model, self.graph], **QUIET)

    def measure(self, name):
        kind, *settings = name.removesuffix("-synthetic").split("-")
        try:
            return getattr(self, kind)(*settings)
        finally:
            self.observer.stop()

    def whatis(self, precision):
        output = self.work / "answers"
        run = self.batch(precision, output)
        return self.measurement(run, run.slope(), self.batch_answers(output))

    def cluster(self, precision, workers):
        output = self.work / "answers"
        master = start_cluster(self.observer, self.work / "spark", self.cores[:int(workers)])
        run = self.batch(precision, output, "--master", master)
        return self.measurement(run, run.slope(), self.batch_answers(output))

    def resumed(self, precision):
        output = self.work / "answers"
        half = self.rows.files // 2
        begin = self.batch(precision, output, until=lambda: len(glob(f"{output}/part-*")) >= half)
        if begin.status == 0:
            raise SubjectFailed(f"it had done all {self.rows.files} chunks before it could be killed: set ROWS to more")
        found = len(glob(f"{output}/part-*"))
        run = self.batch(precision, output, "--resume", keep=True)
        # The last file may have fewer rows, but isn't among those that are done first.
        missing = self.rows.count - found * ROWS_OF_A_FILE
        return self.measurement(run, None, self.batch_answers(output)) | {"rows": missing}

    def library(self, precision):
        run = self.succeed(["java", "-XX:+UseSerialGC", "-cp", ROOT / "benchmarks/target/benchmarks.jar",
                            "whatis.classification.LibraryRate", self.rows.images],
                           WHATIS_MODEL=self.model, WHATIS_PRECISION=precision, **MALLOC)
        report = json.loads(run.output)
        return self.measurement(run, report["images"] / report["seconds"])

    def ray(self, precision, *design):
        output = self.work / "ray-answers"
        shutil.rmtree(output, ignore_errors=True)
        run = self.succeed([sys.executable, ROOT / "benchmarks/peers/ray_data.py", "run", self.graph, self.rows.parquet, output,
                            precision, "-".join(design)], RAY_TMPDIR=str(self.work / "ray"), **QUIET)
        answers = parquet.read_table(output).to_pydict()
        rate = len(answers["row"]) / (max(answers["finished"]) - min(answers["began"]))
        return self.measurement(run, rate, {
            row: (self.labels[str(label)], margin)
            for row, label, margin in zip(answers["row"], answers["label"], answers["margin"])})

    def lab(self, design):
        run = self.succeed([ROOT / "../shared/rigs/peers.sh", "batch", design], MODEL=self.model,
                           RAY_TMPDIR=str(self.work / "ray"), **QUIET)
        # Its own clock, which begins after Ray's start.
        run.seconds = json.loads(run.output.splitlines()[-1])["seconds"] * self.rows.count / LAB_ROWS
        return self.measurement(run, None)

    def batch(self, precision, output, *options, keep=False, until=None):
        """Runs ./whatis batch, to its end or until it is killed."""
        if not keep:
            shutil.rmtree(output, ignore_errors=True)
        run = self.observer.run(
            [ROOT / "whatis", "batch", self.rows.parquet, output, "--model", self.model, "--precision", precision, *options],
            # Progress is known more often, for the rate between its first and its last change.
            until=until or (lambda: False), JDK_JAVA_OPTIONS="-Dspark.executor.heartbeatInterval=500ms", SPARK_LOCAL_IP="127.0.0.1",
            **QUIET)
        if run.status != 0 and not (until and run.status == -signal.SIGKILL):
            raise SubjectFailed(run.log)
        return run

    def batch_answers(self, output):
        table = parquet.read_table(output, columns=["source", "row", "top"]).to_pylist()
        answers = {}
        for answer in table:
            row = int(Path(answer["source"]).stem) * ROWS_OF_A_FILE + answer["row"]
            best, second = answer["top"][:2]
            answers[row] = (best["label"], best["score"], second["score"])
        if sorted(answers) != list(range(self.rows.count)):
            raise SubjectFailed(f"{len(answers)} of {self.rows.count} rows have an answer")
        return answers

    def measurement(self, run, rate, answers=None):
        return {"rows": self.rows.count, "seconds": run.seconds, "perSecond": rate, "memory": run.memory, "resident": run.resident,
                "processes": run.processes, "answers": answers}

    def succeed(self, command, **environment):
        run = self.observer.run(command, **environment)
        if run.status != 0:
            raise SubjectFailed(run.log)
        return run
