"""Triton with dynamic batching over OpenVINO, behind FastAPI + uvicorn, which decodes with Pillow in threads.

environment: EXPORTS (what export.py has written), PRECISION (f32 | bf16 | int8), INSTANCES, PORT
"""
import asyncio
import io
import multiprocessing
import os
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np

SIDE, CLASSES = 224, 1000
# What export.py allows; a batch of 8 is as quick for each image as a larger one.
LARGEST_BATCH = 8
# PyTriton's parts wait for each other for a second, which may be too short on a busy machine.
ATTEMPTS = 3
precision = os.environ.get("PRECISION", "bf16")
instances = int(os.environ.get("INSTANCES", "1"))
exports = os.environ.get("EXPORTS", "")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def instance(compiled):
    """One of Triton's instances: runs a batch at a time."""
    from pytriton.decorators import batch

    request = compiled.create_infer_request()

    @batch
    def infer(pixel_values):
        return [request.infer({0: pixel_values})[0].copy()]

    return infer


def front(triton_port, port):
    """Decodes photographs and asks Triton; runs in a process of its own, as it would on another machine."""
    import tritonclient.grpc.aio as grpc
    import uvicorn
    from fastapi import FastAPI, File, UploadFile
    from PIL import Image

    labels = open(f"{exports}/synset.txt").read().splitlines()
    preparation = ThreadPoolExecutor(os.cpu_count())
    app = FastAPI()
    client = None

    def prepare(body):
        image = Image.open(io.BytesIO(body)).convert("RGB").resize((SIDE, SIDE), Image.BILINEAR)
        return np.ascontiguousarray((np.asarray(image, dtype=np.float32) / 127.5 - 1).transpose(2, 0, 1)[None])

    @app.post("/whatis/")
    async def whatis(file: UploadFile = File(...)):
        nonlocal client
        client = client or grpc.InferenceServerClient(f"127.0.0.1:{triton_port}")
        pixels = await asyncio.get_running_loop().run_in_executor(preparation, prepare, await file.read())
        tensor = grpc.InferInput("pixel_values", pixels.shape, "FP32")
        tensor.set_data_from_numpy(pixels)
        logits = (await client.infer("vit", [tensor])).as_numpy("logits")[0]
        scores = np.exp(logits - logits.max())
        scores /= scores.sum()
        best = int(scores.argmax())
        return {"prediction": labels[best].split(",")[0] if scores[best] >= 0.80 else "unknown"}

    uvicorn.run(app, port=port, log_level="warning")


def compile_network():
    import openvino

    graph = openvino.Core().read_model(f"{exports}/openvino-{'int8' if precision == 'int8' else 'f32'}.xml")
    return openvino.Core().compile_model(graph, "CPU", {
        "INFERENCE_PRECISION_HINT": "f32" if precision == "f32" else "bf16",
        # Instances are OpenVINO's streams: one has all cores, several share them.
        "PERFORMANCE_HINT": "LATENCY" if instances == 1 else "THROUGHPUT",
        "NUM_STREAMS": instances,
        "INFERENCE_NUM_THREADS": os.cpu_count(),
    })


def start(compiled, triton_port):
    """Returns a running Triton."""
    from pytriton.model_config import DynamicBatcher, ModelConfig, Tensor
    from pytriton.triton import Triton, TritonConfig

    triton = Triton(config=TritonConfig(
        http_address="127.0.0.1", http_port=free_port(), grpc_address="127.0.0.1", grpc_port=triton_port,
        allow_metrics=False, log_verbose=0))
    triton.bind(
        model_name="vit",
        infer_func=[instance(compiled) for _ in range(instances)],
        inputs=[Tensor(name="pixel_values", dtype=np.float32, shape=(3, SIDE, SIDE))],
        outputs=[Tensor(name="logits", dtype=np.float32, shape=(CLASSES,))],
        config=ModelConfig(
            max_batch_size=LARGEST_BATCH,
            # As the guide of Triton begins, and where it ends for a network without favourite sizes: no preferred ones, and
            # no delay, as a batch gathers anyway while another one is computed.
            batcher=DynamicBatcher(max_queue_delay_microseconds=0, preferred_batch_size=None),
        ),
    )
    try:
        triton.run()
    except BaseException:
        triton.stop()
        raise
    return triton


def start_patiently(compiled, triton_port):
    from tritonclient.utils import InferenceServerException

    for attempt in range(1, ATTEMPTS):
        try:
            return start(compiled, triton_port)
        except InferenceServerException as e:
            print(f"attempt {attempt} of {ATTEMPTS}: {e}", file=sys.stderr)
    return start(compiled, triton_port)


def serve(port):
    triton_port = free_port()
    triton = start_patiently(compile_network(), triton_port)
    process = multiprocessing.get_context("spawn").Process(target=front, args=(triton_port, port), daemon=True)
    process.start()
    try:
        process.join()
    finally:
        process.terminate()
        triton.stop()


if __name__ == "__main__":
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: sys.exit(0))
    serve(int(os.environ.get("PORT", "8000")))
