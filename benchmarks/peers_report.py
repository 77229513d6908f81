"""Adds machine and versions to what compare-peers measured, writes all of it as JSON and prints the medians as Markdown.

usage: python peers_report.py MEASURED.json RESULT.json      run by the Python that the peers run with
"""
import json
import os
import platform
import re
import statistics
import sys
from glob import glob
from importlib.metadata import distributions, version
from zipfile import ZipFile

PACKAGES = ("torch", "transformers", "ray", "openvino", "nncf", "fastapi", "uvicorn", "pillow")
LIBRARIES = ("spring-boot", "onnxruntime", "pytorch-engine", "pytorch-native-cpu")
JAR = f"{os.path.dirname(os.path.abspath(__file__))}/peers/target/peers.jar"


def triton_versions():
    """What of it is set up; Triton has a virtual environment of its own."""
    folders = glob(f"{os.environ['PEERS_HOME']}/triton/lib/python*/site-packages")
    return {each.name: each.version for each in distributions(name="nvidia-pytriton", path=folders)}


def library_versions():
    """Of the libraries in the jar, if it has been built."""
    files = ZipFile(JAR).namelist() if os.path.exists(JAR) else []
    found = [re.fullmatch(rf"BOOT-INF/lib/({'|'.join(LIBRARIES)})-(\d[\d.]*)(?:-.*)?\.jar", file) for file in files]
    return dict(match.groups() for match in found if match)


measured, result = sys.argv[1:3]
runs = json.load(open(measured))
servers, networks = runs["servers"], runs["networks"]
reports = [run["report"] for run in servers if run["report"]]
if not reports:
    sys.exit("compare-peers: no server has answered")
report = reports[0]
runs["machine"] = report["machine"]
runs["versions"] = {"whatis": report["version"], "java": report["machine"]["java"], "python": platform.python_version()}
runs["versions"].update({package: version(package) for package in PACKAGES})
runs["versions"].update({**triton_versions(), **library_versions()})
with open(result, "w") as file:
    json.dump(runs, file, indent=1)


def unique(values):
    return list(dict.fromkeys(values))


def median(figures, form):
    """The median over rounds of what was measured; tells how often it wasn't."""
    known = [figure for figure in figures.values() if figure is not None]
    if not known:
        return "none"
    return form.format(statistics.median(known)) + (f" ({len(known)} of {len(figures)} rounds)" if len(known) < len(figures) else "")


def ratio(figures, base):
    """The median of the ratios within each round, as machines differ and shared ones are noisy."""
    ratios = [figures[i] / base[i] for i in figures if figures[i] is not None and base.get(i)]
    return f"{statistics.median(ratios):.2f}" if ratios else "-"


def table(*rows):
    print("| " + " | ".join(rows[0]) + " |\n|" + "---|" * len(rows[0]))
    for row in rows[1:]:
        print("| " + " | ".join(row) + " |")
    print()


def loads(server, clients):
    """What was measured with so many clients, by round; None where the server hasn't started."""
    return {run["round"]: each for run in servers if run["server"] == server
            for each in (run["report"]["rounds"] if run["report"] else [None]) if each is None or each["clients"] == clients}


def load(server, clients, figure):
    """The figure of a server under load, by round; None where it has answered nothing."""
    return {i: figure(each) if each and each["latency"] else None for i, each in loads(server, clients).items()}


def of_server(server, figure):
    return {run["round"]: run[figure] for run in servers if run["server"] == server}


def failures(server, clients):
    return sum(sum(each["failures"].values()) for each in loads(server, clients).values() if each)


def p50(each):
    return each["latency"]["p50"]


def p99(each):
    return each["latency"]["p99"]


def per_second(each):
    return each["perSecond"]


names = unique(run["server"] for run in servers)
first = names[0]
machine = runs["machine"]
print(f"{machine['processor']} ({', '.join(machine['features'])}), {machine['cores']} cores, {machine['system']}; {runs['date']}  ")
print(", ".join(f"{name} {number}" for name, number in runs["versions"].items()) + "  ")
print(f"`{runs['command']}` with {runs['model']}: medians of {max(run['round'] for run in servers)} rounds, "
      f"{report['seconds']} s each after {report['warmUp']} s of warm-up; ratios to {first} within each round\n")

rows = [["clients", "server", "p50", "p99", "requests/s", "p50, ratio", "requests/s, ratio", "failures"]]
for clients in unique(each["clients"] for one in reports for each in one["rounds"]):
    for name in names:
        rate = load(name, clients, per_second)
        if rate:
            rows.append([str(clients), name, median(load(name, clients, p50), "{:.1f} ms"), median(load(name, clients, p99), "{:.1f} ms"),
                         median(rate, "{:.2f}"), ratio(load(name, clients, p50), load(first, clients, p50)),
                         ratio(rate, load(first, clients, per_second)), str(failures(name, clients))])
table(*rows)

rows = [["server", "start to first answer", "ratio", "memory (Pss of all processes)", "ratio", "processes"]]
for name in names:
    ready, memory = of_server(name, "ready"), of_server(name, "memory")
    megabytes = {i: memory[i] and memory[i] / 1e6 for i in memory}
    rows.append([name, median(ready, "{:.1f} s"), ratio(ready, of_server(first, "ready")),
                 median(megabytes, "{:.0f} MB"), ratio(memory, of_server(first, "memory")),
                 median(of_server(name, "processes"), "{:.0f}")])
table(*rows)

if networks:
    rows = [["in one process, bf16, 8 images at a time", "images/s", "ratio"]]
    by_name = {name: {run["round"]: run["perSecond"] for run in networks if run["network"] == name}
               for name in unique(run["network"] for run in networks)}
    base = next(iter(by_name.values()))
    for name, rate in by_name.items():
        rows.append([name, median(rate, "{:.2f}"), ratio(rate, base)])
    table(*rows)
