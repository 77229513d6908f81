"""Starts a standalone cluster of Spark on this machine, from the libraries of batch."""
import json
import socket
import time
from pathlib import Path
from urllib.request import urlopen

from observed import SubjectFailed

LIBRARIES = Path(__file__).resolve().parent.parent / "batch" / "target" / "lib"
SPARK = ["java", "-XX:+UseSerialGC", "-cp", f"{LIBRARIES}/*"]
PATIENCE = 180


def start_cluster(observer, folder, cores):
    """Starts a master and, for each of these cores, a worker that is pinned to it, as are the executors that it starts.
    Returns the master's URL once it knows all of them; the observer ends them."""
    # Workers start executors with what lies in jars.
    folder.mkdir(exist_ok=True)
    jars = folder / "jars"
    if not jars.exists():
        jars.symlink_to(LIBRARIES)
    environment = {"SPARK_HOME": str(folder), "SPARK_SCALA_VERSION": "2.13", "SPARK_LOCAL_IP": "127.0.0.1"}
    port, page = free_port(), free_port()
    observer.start([*SPARK, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(port),
                    "--webui-port", str(page)], **environment)
    url = f"spark://127.0.0.1:{port}"
    for core in cores:
        observer.start(["taskset", "-c", str(core), *SPARK, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1",
                        "--cores", "1", "--memory", "4g", "--webui-port", "0", "--work-dir", str(folder / "executors"), url],
                       **environment)
    await_workers(page, len(cores))
    return url


def await_workers(page, count):
    """Asks the master's page how many it knows."""
    end = time.time() + PATIENCE
    while time.time() < end:
        try:
            with urlopen(f"http://127.0.0.1:{page}/json/", timeout=5) as answer:
                if json.load(answer)["aliveworkers"] >= count:
                    return
        except (OSError, ValueError):
            # It isn't there yet, or has not begun to answer with JSON.
            pass
        time.sleep(0.2)
    raise SubjectFailed(f"the cluster has no {count} workers after {PATIENCE} s")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
