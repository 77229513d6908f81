"""Exports a checkpoint of ViT to what the peers load: synset.txt, onnxruntime-*.onnx, djl-*.pt, openvino-*.xml.

usage: python export.py MODEL FOLDER      FOLDER appears when all of it is complete
int8 of OpenVINO is calibrated on noise: use it for speed only, never for accuracy.
"""
import os
import shutil
import sys
import tempfile

import nncf
import numpy
import onnx
import openvino
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from transformers import AutoModelForImageClassification

SHAPE = (1, 3, 224, 224)
BATCH = openvino.Dimension(1, 8)


class Logits(torch.nn.Module):
    """Takes and gives fp32, whatever the network computes in."""

    def __init__(self, network, dtype):
        super().__init__()
        self.network = network.to(dtype)
        self.dtype = dtype

    def forward(self, pixel_values):
        return self.network(pixel_values.to(self.dtype)).logits.float()


def load(dtype=torch.float32):
    return Logits(AutoModelForImageClassification.from_pretrained(model), dtype).eval()


def write_labels(folder):
    labels = load().network.config.id2label
    with open(f"{folder}/synset.txt", "w") as file:
        file.writelines(f"{labels[i]}\n" for i in range(len(labels)))


def write_onnx(folder):
    """int8 as ONNX Runtime's guide has it for transformers and VNNI: dynamic, signed weights, a scale for each channel."""
    fp32, prepared, int8 = (f"{folder}/onnxruntime-{name}.onnx" for name in ("fp32", "prepared", "int8"))
    torch.onnx.export(load(), (torch.rand(SHAPE),), fp32, input_names=["pixel_values"], output_names=["logits"],
                      dynamo=True, external_data=False, verbose=False)
    quant_pre_process(fp32, prepared)
    quantize_dynamic(prepared, int8, op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, weight_type=QuantType.QInt8)
    os.remove(prepared)
    for file in (fp32, int8):
        onnx.checker.check_model(file)


def write_torchscript(folder):
    """Traced, as DJL's guide to PyTorch models shows it."""
    for name, dtype in (("fp32", torch.float32), ("bf16", torch.bfloat16)):
        with torch.no_grad():
            torch.jit.trace(load(dtype), torch.rand(SHAPE)).save(f"{folder}/djl-{name}.pt")


def write_openvino(folder):
    """For batches of up to 8, which Triton makes; f32 also runs in bf16."""
    graph = openvino.convert_model(load(), example_input=torch.rand(SHAPE), input=[openvino.PartialShape([BATCH, *SHAPE[1:]])])
    openvino.save_model(graph, f"{folder}/openvino-f32.xml", compress_to_fp16=False)
    noise = [numpy.random.rand(*SHAPE).astype("float32") for _ in range(4)]
    graph = nncf.quantize(graph, nncf.Dataset(noise), model_type=nncf.ModelType.TRANSFORMER, subset_size=len(noise))
    openvino.save_model(graph, f"{folder}/openvino-int8.xml", compress_to_fp16=False)


model, target = sys.argv[1:3]
target = os.path.abspath(target)
os.makedirs(os.path.dirname(target), exist_ok=True)
with tempfile.TemporaryDirectory(dir=os.path.dirname(target)) as work:
    exports = f"{work}/exports"
    os.mkdir(exports)
    for write in (write_labels, write_onnx, write_torchscript, write_openvino):
        write(exports)
    shutil.rmtree(target, ignore_errors=True)
    os.rename(exports, target)
