"""Times a network alone, without decoding: prints {"perSecond": images a second, "p50": milliseconds of a batch}.

usage: python network.py torch|openvino MODEL BATCH WARM_UP SECONDS    both in bf16 on all cores, a batch at a time
       python network.py picture FILE.bmp                              draws a picture that needs next to no preparation
"""
import json
import os
import statistics
import sys
import time

SIDE = 224


def torch_network(folder, batch):
    import torch
    import torch._inductor.config
    from transformers import AutoModelForImageClassification

    torch.set_num_threads(os.cpu_count())
    torch._inductor.config.freezing = True
    model = AutoModelForImageClassification.from_pretrained(folder, dtype=torch.bfloat16).eval()
    compiled = torch.compile(model)
    pixels = torch.rand(batch, 3, SIDE, SIDE, dtype=torch.bfloat16)

    def infer():
        with torch.no_grad():
            compiled(pixels).logits.float()

    return infer


def openvino_network(folder, batch):
    import numpy
    import openvino
    import torch
    from transformers import AutoModelForImageClassification

    model = AutoModelForImageClassification.from_pretrained(folder).eval()
    shape = [batch, 3, SIDE, SIDE]
    graph = openvino.convert_model(model, example_input=torch.rand(*shape), input=[shape])
    settings = {"INFERENCE_PRECISION_HINT": "bf16", "PERFORMANCE_HINT": "LATENCY", "INFERENCE_NUM_THREADS": os.cpu_count()}
    request = openvino.Core().compile_model(graph, "CPU", settings).create_infer_request()
    pixels = numpy.random.rand(*shape).astype("float32")
    return lambda: request.infer({0: pixels})


def batches(infer, seconds):
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        begin = time.perf_counter()
        infer()
        times.append(time.perf_counter() - begin)
    return times


def draw(file):
    from PIL import Image

    Image.radial_gradient("L").resize((SIDE, SIDE)).convert("RGB").save(file)


if sys.argv[1] == "picture":
    draw(sys.argv[2])
else:
    kind, folder, batch, warm_up, seconds = sys.argv[1:6]
    infer = {"torch": torch_network, "openvino": openvino_network}[kind](folder, int(batch))
    infer()
    batches(infer, float(warm_up))
    times = batches(infer, float(seconds))
    print(json.dumps({"perSecond": round(int(batch) * len(times) / sum(times), 2), "p50": round(statistics.median(times) * 1000, 2)}))
