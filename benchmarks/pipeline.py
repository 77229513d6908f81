"""Times Python's transformers pipeline on one image: prints {"p50": milliseconds, "first": seconds from start to the first answer}.

usage: python pipeline.py MODEL IMAGE RUNS
"""
import time

start = time.time()
import json
import statistics
import sys

from PIL import Image
from transformers import pipeline

model, file, runs = sys.argv[1:4]
classifier = pipeline("image-classification", model=model)


def classify():
    with Image.open(file) as image:
        return classifier(image.convert("RGB"))


classify()
first = time.time() - start
for _ in range(3):
    classify()
times = []
for _ in range(int(runs)):
    begin = time.perf_counter()
    classify()
    times.append((time.perf_counter() - begin) * 1000)
print(json.dumps({"p50": round(statistics.median(times), 2), "first": round(first, 2)}))
