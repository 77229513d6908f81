"""Ray Data and OpenVINO over Parquet files of images, as whatis batch is used.

usage: python ray_data.py export MODEL GRAPH.xml                         the network, which takes bytes of pixels
       python ray_data.py run GRAPH.xml INPUT OUTPUT PRECISION DESIGN-BATCH    INPUT has a column row beside the images
DESIGN, with BATCH rows at a time:
    latency      one actor, all cores for a batch
    throughput   one actor, a stream of OpenVINO for each core: the batch is divided among them
    actors       an actor for each core, pinned to it
The answers are Parquet files of row, label, logit, margin (to the second best), began and finished (of the row's batch).
"""
import io
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

SIDE = 224
# sched_getaffinity, as os.cpu_count() also counts the cores that are forbidden.
CORES = sorted(os.sched_getaffinity(0))


def export(model, graph):
    import openvino
    import torch
    from openvino.preprocess import PrePostProcessor
    from transformers import AutoModelForImageClassification

    with open(f"{model}/preprocessor_config.json") as file:
        preparation = json.load(file)
    network = AutoModelForImageClassification.from_pretrained(model).eval()
    example = torch.rand(1, 3, SIDE, SIDE)
    converted = openvino.convert_model(network, example_input=example, input=[openvino.PartialShape([-1, 3, SIDE, SIDE])])
    # Normalised within the graph, so that a quarter of the bytes goes through Ray and into it.
    steps = PrePostProcessor(converted)
    steps.input().tensor().set_element_type(openvino.Type.u8).set_layout(openvino.Layout("NHWC"))
    steps.input().model().set_layout(openvino.Layout("NCHW"))
    (steps.input().preprocess().convert_element_type(openvino.Type.f32)
        .mean([255 * mean for mean in preparation["image_mean"]])
        .scale([255 * deviation for deviation in preparation["image_std"]]))
    openvino.save_model(steps.build(), graph, compress_to_fp16=False)


def pixels(image):
    import numpy
    from PIL import Image

    with Image.open(io.BytesIO(image["bytes"])) as opened:
        return numpy.asarray(opened.convert("RGB").resize((SIDE, SIDE), Image.BILINEAR))


class Classifier:
    """An actor: decodes a batch and asks the network."""

    def __init__(self, graph, precision, design, batch):
        import openvino
        import ray

        cores, streams = CORES, 1
        if design == "actors":
            cores = [CORES[ray.get(ray.get_actor("numbers").next.remote()) % len(CORES)]]
            os.sched_setaffinity(0, cores)
        elif design == "throughput":
            streams = len(CORES)
        self.micro_batch = max(1, batch // streams)
        core = openvino.Core()
        network = core.read_model(graph)
        network.reshape([self.micro_batch, SIDE, SIDE, 3])
        compiled = core.compile_model(network, "CPU", {
            "INFERENCE_PRECISION_HINT": precision,
            "PERFORMANCE_HINT": "THROUGHPUT" if streams > 1 else "LATENCY",
            "NUM_STREAMS": streams,
            "INFERENCE_NUM_THREADS": len(cores),
            "ENABLE_CPU_PINNING": True,
        })
        self.requests = openvino.AsyncInferQueue(compiled, streams)
        self.decoders = ThreadPoolExecutor(len(cores))

    def __call__(self, rows):
        import numpy

        began = time.time()
        images = list(self.decoders.map(pixels, rows["image"]))
        count = len(images)
        # The network has one shape, with which OpenVINO is quicker than with any: the last batch is filled up.
        images += [images[-1]] * (-count % self.micro_batch)
        logits = [None] * (len(images) // self.micro_batch)

        def keep(request, part):
            logits[part] = request.get_output_tensor().data.copy()

        self.requests.set_callback(keep)
        for part in range(len(logits)):
            self.requests.start_async({0: numpy.stack(images[part * self.micro_batch:(part + 1) * self.micro_batch])}, part)
        self.requests.wait_all()
        answers = numpy.concatenate(logits)[:count]
        best = numpy.sort(answers, axis=1)[:, -2:]
        return {"row": rows["row"], "label": answers.argmax(axis=1), "logit": best[:, 1], "margin": best[:, 1] - best[:, 0],
                "began": numpy.full(count, began), "finished": numpy.full(count, time.time())}


def run(graph, folder, output, precision, configuration):
    import ray

    design, _, batch = configuration.rpartition("-")
    if design not in ("latency", "throughput", "actors"):
        sys.exit(f"ray_data.py: no design {design}")
    # Ray's cores are tickets only: one more than there are, so that actors on all of them leave one for reading and writing.
    ray.init(num_cpus=len(CORES) + 1, include_dashboard=False, log_to_driver=False, logging_level="error")
    ray.data.DataContext.get_current().enable_progress_bars = False

    @ray.remote(num_cpus=0)
    class Numbers:
        """Gives each actor a number of its own."""

        def __init__(self):
            self.count = -1

        def next(self):
            self.count += 1
            return self.count

    numbers = Numbers.options(name="numbers").remote()
    ray.get(numbers.__ray_ready__.remote())
    (ray.data.read_parquet(folder)
        .select_columns(["image", "row"])
        .map_batches(Classifier, batch_size=int(batch), num_cpus=1,
                     compute=ray.data.ActorPoolStrategy(size=len(CORES) if design == "actors" else 1),
                     fn_constructor_args=(graph, precision, design, int(batch)))
        .write_parquet(output))
    ray.shutdown()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ("export", "run"):
        sys.exit(__doc__)
    {"export": export, "run": run}[sys.argv[1]](*sys.argv[2:])
