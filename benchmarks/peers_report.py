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

PACKAGES = ("torch", "transformers", "ray", "openvino", "fastapi", "uvicorn", "pillow")
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
report = servers[0]["report"]
runs["machine"] = report["machine"]
runs["versions"] = {"whatis": report["version"], "java": report["machine"]["java"], "python": platform.python_version()}
runs["versions"].update({package: version(package) for package in PACKAGES})
runs["versions"].update({**triton_versions(), **library_versions()})
with open(result, "w") as file:
    json.dump(runs, file, indent=1)


def unique(values):
    return list(dict.fromkeys(values))


def median(figures):
    return statistics.median(figures)


def ratio(figures, base):
    """The median of the ratios within each round, as machines differ and shared ones are noisy."""
    return f"{median([figures[i] / base[i] for i in figures if i in base]):.2f}" if base else "-"


def table(*rows):
    print("| " + " | ".join(rows[0]) + " |\n|" + "---|" * len(rows[0]))
    for row in rows[1:]:
        print("| " + " | ".join(row) + " |")
    print()


def load(server, clients, figure):
    """The figure of a server under load, by round."""
    return {run["round"]: figure(each) for run in servers if run["server"] == server
            for each in run["report"]["rounds"] if each["clients"] == clients}


def of_server(server, figure):
    return {run["round"]: run[figure] for run in servers if run["server"] == server}


def failures(server, clients):
    return sum(sum(kinds.values()) for kinds in load(server, clients, lambda each: each["failures"]).values())


names = unique(run["server"] for run in servers)
first = names[0]
machine = runs["machine"]
print(f"{machine['processor']} ({', '.join(machine['features'])}), {machine['cores']} cores, {machine['system']}; {runs['date']}  ")
print(", ".join(f"{name} {number}" for name, number in runs["versions"].items()) + "  ")
print(f"`{runs['command']}`: medians of {max(run['round'] for run in servers)} rounds, "
      f"{report['seconds']} s each after {report['warmUp']} s of warm-up; ratios to {first} within each round\n")

rows = [["clients", "server", "p50", "p99", "requests/s", "p50, ratio", "requests/s, ratio", "failures"]]
for clients in unique(each["clients"] for run in servers for each in run["report"]["rounds"]):
    for name in names:
        p50 = load(name, clients, lambda each: each["latency"]["p50"])
        if p50:
            p99 = load(name, clients, lambda each: each["latency"]["p99"])
            rate = load(name, clients, lambda each: each["perSecond"])
            rows.append([str(clients), name, f"{median(p50.values()):.1f} ms", f"{median(p99.values()):.1f} ms",
                         f"{median(rate.values()):.2f}",
                         ratio(p50, load(first, clients, lambda each: each["latency"]["p50"])),
                         ratio(rate, load(first, clients, lambda each: each["perSecond"])), str(failures(name, clients))])
table(*rows)

rows = [["server", "start to first answer", "ratio", "memory (Pss of all processes)", "ratio", "processes"]]
for name in names:
    ready, memory = of_server(name, "ready"), of_server(name, "memory")
    rows.append([name, f"{median(ready.values()):.1f} s", ratio(ready, of_server(first, "ready")),
                 f"{median(memory.values()) / 1e6:.0f} MB", ratio(memory, of_server(first, "memory")),
                 f"{median(of_server(name, 'processes').values()):.0f}"])
table(*rows)

if networks:
    rows = [["in one process, bf16, 8 images at a time", "images/s", "ratio"]]
    by_name = {name: {run["round"]: run["perSecond"] for run in networks if run["network"] == name}
               for name in unique(run["network"] for run in networks)}
    base = next(iter(by_name.values()))
    for name, rate in by_name.items():
        rows.append([name, f"{median(rate.values()):.2f}", ratio(rate, base)])
    table(*rows)
