"""What compare-architectures has Python do.

usage: python architectures.py make ARCHITECTURE FOLDER          writes a checkpoint of base size with random weights
       python architectures.py pipeline MODEL IMAGE WARM_UP SECONDS   prints {"settings": [{"threads", "batch", "p50", "perSecond"}, ...]}
       python architectures.py memory MODEL COMMAND...            prints {"peak", "parameters"}: resident bytes, and how many numbers MODEL has
       python architectures.py report RESULT.json                 adds versions, prints Markdown
"""
import json
import math
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from glob import glob
from importlib.metadata import version

SIDE, LABELS = 224, 1000
BYTES = {"fp32": 4, "bf16": 2}


def network(architecture):
    """Returns a model of base size and its image processor, as they are published; vit_huge has layers for 3 GB."""
    import transformers as t

    named = {"id2label": {i: f"class {i}" for i in range(LABELS)}}
    square = {"height": SIDE, "width": SIDE}
    vit = t.ViTImageProcessorPil
    cropped = lambda: t.BitImageProcessorPil(size={"shortest_edge": 256}, crop_size=square)
    convolved = lambda: t.ConvNextImageProcessorPil(size={"shortest_edge": SIDE})
    beit = lambda: t.BeitImageProcessorPil(size=square, do_center_crop=False)
    swin = {"embed_dim": 128, "depths": [2, 2, 18, 2], "num_heads": [4, 8, 16, 32]}
    stages = {"hidden_sizes": [128, 256, 512, 1024], "depths": [3, 3, 27, 3]}
    huge = {"hidden_size": 1280, "num_hidden_layers": 38, "num_attention_heads": 16, "intermediate_size": 5120, "patch_size": 14}
    model, config, fields, processor = {
        "vit": (t.ViTForImageClassification, t.ViTConfig, {}, vit),
        "vit_huge": (t.ViTForImageClassification, t.ViTConfig, huge, vit),
        "vit_msn": (t.ViTMSNForImageClassification, t.ViTMSNConfig, {}, vit),
        "deit": (t.DeiTForImageClassification, t.DeiTConfig, {}, t.DeiTImageProcessorPil),
        "dinov2": (t.Dinov2ForImageClassification, t.Dinov2Config, {"image_size": 518, "patch_size": 14}, cropped),
        "dinov2_with_registers": (t.Dinov2WithRegistersForImageClassification, t.Dinov2WithRegistersConfig,
                                  {"image_size": 518, "patch_size": 14}, cropped),
        "siglip": (t.SiglipForImageClassification, t.SiglipConfig, {"vision_config": {}, "text_config": {}},
                   lambda: t.SiglipImageProcessorPil(size=square)),
        "beit": (t.BeitForImageClassification, t.BeitConfig, {"use_relative_position_bias": True}, beit),
        "data2vec-vision": (t.Data2VecVisionForImageClassification, t.Data2VecVisionConfig, {"use_relative_position_bias": True}, beit),
        "swin": (t.SwinForImageClassification, t.SwinConfig, swin, vit),
        "swinv2": (t.Swinv2ForImageClassification, t.Swinv2Config, {**swin, "image_size": 256, "window_size": 8},
                   lambda: vit(size={"height": 256, "width": 256})),
        "convnext": (t.ConvNextForImageClassification, t.ConvNextConfig, stages, convolved),
        "convnextv2": (t.ConvNextV2ForImageClassification, t.ConvNextV2Config, stages, convolved),
        "resnet": (t.ResNetForImageClassification, t.ResNetConfig, {}, convolved),
    }[architecture]
    return model(config(**fields, **named)), processor()


def randomise(model):
    """Draws weights under which every part matters and no number gets out of hand."""
    import torch

    random = torch.Generator().manual_seed(0)
    draw = lambda like: torch.randn(like.shape, generator=random)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "logit_scale" in name:
                weight.copy_(math.log(10) + 0.1 * draw(weight))
            elif "lambda" in name or "layer_scale" in name or "grn.weight" in name:
                weight.copy_(0.5 + 0.1 * draw(weight))
            elif "norm" in name and name.endswith("weight"):
                weight.copy_(1 + 0.1 * draw(weight))
            elif weight.dim() < 2 or "embedding" in name and "projection" not in name:
                weight.copy_(0.1 * draw(weight))
            else:
                weight.copy_(draw(weight) / math.sqrt(weight[0].numel()))
        for name, buffer in model.named_buffers():
            if name.endswith("running_var"):
                buffer.copy_(1 + 0.2 * draw(buffer).abs())
            elif name.endswith("running_mean"):
                buffer.copy_(0.1 * draw(buffer))


def make(architecture, folder):
    model, processor = network(architecture)
    randomise(model)
    model.save_pretrained(folder, max_shard_size="1GB")
    processor.save_pretrained(folder)


def pipeline(folder, file, warm_up, seconds):
    import torch
    from PIL import Image
    from transformers import pipeline

    classifier = pipeline("image-classification", model=folder, dtype=torch.float32)

    def classify(batch):
        images = []
        for _ in range(batch):
            with Image.open(file) as image:
                images.append(image.convert("RGB"))
        classifier(images, batch_size=batch)

    def measure(threads, batch):
        torch.set_num_threads(threads)
        end = time.perf_counter() + warm_up
        while time.perf_counter() < end:
            classify(batch)
        times = []
        while sum(times) < seconds:
            begin = time.perf_counter()
            classify(batch)
            times.append(time.perf_counter() - begin)
        return {"threads": threads, "batch": batch, "p50": statistics.median(times) * 1000, "perSecond": batch * len(times) / sum(times)}

    cores = len(os.sched_getaffinity(0))
    counts = sorted({cores, max(1, cores // 2)}, reverse=True)
    return {"settings": [measure(threads, batch) for threads in counts for batch in (1, 8)]}


def memory(folder, command):
    from safetensors import safe_open

    subprocess.run(command, check=True, stdout=sys.stderr)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    parameters = 0
    for file in glob(folder + "/*.safetensors"):
        with safe_open(file, "pt") as tensors:
            parameters += sum(math.prod(tensors.get_slice(name).get_shape()) for name in tensors.keys())
    return {"peak": peak, "parameters": parameters, "files": len(glob(folder + "/*.safetensors"))}


def table(rows):
    print("| " + " | ".join(rows[0]) + " |\n|" + "---|" * len(rows[0]))
    for row in rows[1:]:
        print("| " + " | ".join(row) + " |")
    print()


def report(file):
    result = json.load(open(file))
    runs = result["runs"]
    result["versions"] = {"python": platform.python_version(), **{each: version(each) for each in ("torch", "transformers")}}
    machine = next((run["report"]["machine"] for run in runs if "machine" in run["report"]), None)
    if machine:
        result["machine"] = machine
        print(f"{machine['processor']} ({', '.join(machine['features'])}), {machine['cores']} cores; {result['date']}  ")
    with open(file, "w") as out:
        json.dump(result, out, indent=1)
    print(", ".join(f"{name} {number}" for name, number in result["versions"].items()) + "  ")
    print(f"`{result['command']}`: medians of {max(run['round'] for run in runs)} rounds, {result['duration']} s each after "
          f"{result['warmUp']} s of warm-up; ratios are to the pipeline\n")

    def median(architecture, kind, figure):
        return statistics.median(figure(run["report"]) for run in runs if (run["architecture"], run["kind"]) == (architecture, kind))

    def clients(count, figure):
        return lambda report: figure(next(each for each in report["rounds"] if each["clients"] == count))

    rows = [["architecture", "pipeline, p50 of one image", "fp32", "ratio", "bf16", "ratio", "pipeline, images/s", "fp32, 8 callers", "ratio", "bf16, 8 callers", "ratio"]]
    for name in dict.fromkeys(run["architecture"] for run in runs if run["kind"] == "pipeline"):
        settings = range(len(next(run["report"]["settings"] for run in runs if (run["architecture"], run["kind"]) == (name, "pipeline"))))
        of_setting = lambda i, figure: median(name, "pipeline", lambda report: report["settings"][i][figure])
        batch = lambda i: median(name, "pipeline", lambda report: report["settings"][i]["batch"])
        p50 = min(of_setting(i, "p50") for i in settings if batch(i) == 1)
        rate = max(of_setting(i, "perSecond") for i in settings)
        row = [name, f"{p50:.1f} ms"]
        for kind in BYTES:
            own = median(name, kind, clients(1, lambda each: each["latency"]["p50"]))
            row += [f"{own:.1f} ms", f"{own / p50:.2f}"]
        row.append(f"{rate:.1f}")
        for kind in BYTES:
            own = median(name, kind, clients(8, lambda each: each["perSecond"]))
            row += [f"{own:.1f}", f"{own / rate:.2f}"]
        rows.append(row)
    if len(rows) > 1:
        table(rows)

    rows = [["ViT-Huge, heap of at most 1,200 MB", "weights", "resident peak", "ratio"]]
    for run in runs:
        if run["architecture"] == "vit_huge":
            peak, weights = run["report"]["peak"], run["report"]["parameters"] * BYTES[run["kind"]]
            rows.append([f"{run['kind']}, {run['report']['files']} files", f"{weights / 1e9:.2f} GB", f"{peak / 1e9:.2f} GB", f"{peak / weights:.2f}"])
    if len(rows) > 1:
        table(rows)


what, *arguments = sys.argv[1:]
if what == "make":
    make(*arguments)
elif what == "pipeline":
    print(json.dumps(pipeline(arguments[0], arguments[1], float(arguments[2]), float(arguments[3]))))
elif what == "memory":
    print(json.dumps(memory(arguments[0], arguments[1:])))
else:
    report(*arguments)
