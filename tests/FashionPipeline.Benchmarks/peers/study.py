"""The experiment fashion-mnist as it is done in Python: PyTorch, scikit-learn and matplotlib.

What the comparison runs against: the same two networks, the same hyperparameters as experiments/fashion-mnist.yaml,
the same embedding, the same kind of figures in one PDF. On Debian it needs
    python3-torch python3-sklearn python3-matplotlib libopenblas0-pthread

Prints one line a step, "NAME SECONDS", then "accuracy MODEL TRAINING VALIDATION", "peak_memory MEGABYTES" and
"version PACKAGE VERSION". The seconds do not include starting Python and importing the packages.

The default numbers of threads are the fastest that were found on two cores; PyTorch's own threads (OpenMP) and
OpenBLAS's are set for each step, as the two kinds get in each other's way when both are many.
"""
import argparse
import gzip
import os
import pathlib
import platform
import resource
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import scipy
import sklearn
import torch
from matplotlib.backends.backend_pdf import PdfPages
from sklearn.manifold import SpectralEmbedding
from sklearn.metrics import confusion_matrix
from threadpoolctl import threadpool_info, threadpool_limits
from torch import nn
from torch.nn import functional

LABELS = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
BATCH_SIZE = 64
PREDICTION_BATCH_SIZE = 1000


def parse_arguments():
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path, help="folder with the four .gz files of Fashion-MNIST")
    parser.add_argument("output", type=pathlib.Path, help="folder for report.pdf")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--images", type=int, help="train on the first images only, and test on a sixth as many; default all")
    parser.add_argument("--seed", type=int, default=12345)
    parser.add_argument("--mlp-threads", type=int, default=1, help="PyTorch's threads for the dense network")
    parser.add_argument("--mlp-blas-threads", type=int, default=cores, help="OpenBLAS's threads for the dense network")
    parser.add_argument("--cnn-threads", type=int, default=cores, help="PyTorch's threads for the convolutional network")
    parser.add_argument("--cnn-blas-threads", type=int, default=1, help="OpenBLAS's threads for the convolutional network")
    parser.add_argument("--embedding-blas-threads", type=int, default=1, help="OpenBLAS's threads for the embedding")
    parser.add_argument("--only", choices=["mlp", "cnn", "embedding"], help="do this one step and no report")
    return parser.parse_args()


class Steps:
    """Says how long each step took."""

    def __init__(self):
        self.start = self.last = time.perf_counter()

    def done(self, name):
        now = time.perf_counter()
        print(f"{name} {now - self.last:.4f}", flush=True)
        self.last = now

    def total(self):
        print(f"total {time.perf_counter() - self.start:.4f}", flush=True)


def read_idx(folder, name, header):
    with gzip.open(folder / name) as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def read_half(folder, prefix, count):
    labels = read_idx(folder, f"{prefix}-labels-idx1-ubyte.gz", 8)
    pixels = read_idx(folder, f"{prefix}-images-idx3-ubyte.gz", 16).reshape(len(labels), 784)
    return pixels[:count], labels[:count]


def dense_network():
    return nn.Sequential(
        nn.Linear(784, 512), nn.ReLU(), nn.Dropout(0.15),
        nn.Linear(512, 512), nn.ReLU(), nn.Dropout(0.15),
        nn.Linear(512, 10))


def convolutional_network():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.Conv2d(32, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(0.2),
        nn.Flatten(),
        nn.Linear(32 * 12 * 12, 128), nn.ReLU(), nn.Dropout(0.2),
        nn.Linear(128, 10))


def initialise_as_keras(module):
    if isinstance(module, (nn.Linear, nn.Conv2d)):
        nn.init.xavier_uniform_(module.weight)
        nn.init.zeros_(module.bias)


def predict(network, images):
    network.eval()
    with torch.no_grad():
        return torch.cat([network(batch).argmax(1) for batch in images.split(PREDICTION_BATCH_SIZE)])


def train(network, train_images, train_labels, test_images, test_labels, epochs, seed):
    """The accuracies of each epoch, and the predictions for the test images after the last."""
    torch.manual_seed(seed)
    network.apply(initialise_as_keras)
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001, betas=(0.9, 0.999), eps=1e-7)
    history = []
    for _ in range(epochs):
        network.train()
        correct = torch.tensor(0)
        for indices in torch.randperm(len(train_labels)).split(BATCH_SIZE):
            labels = train_labels[indices]
            logits = network(train_images[indices])
            optimizer.zero_grad(set_to_none=True)
            functional.cross_entropy(logits, labels).backward()
            optimizer.step()
            correct += (logits.detach().argmax(1) == labels).sum()
        predicted = predict(network, test_images)
        history.append((correct.item() / len(train_labels), (predicted == test_labels).float().mean().item()))
    return history, predicted.numpy()


def train_with_threads(name, network, halves, scale, shape, threads, blas_threads, epochs, seed):
    (train_pixels, train_labels), (test_pixels, test_labels) = halves
    images = [torch.from_numpy(pixels.astype(np.float32) * np.float32(scale)).view(shape) for pixels in (train_pixels, test_pixels)]
    labels = [torch.from_numpy(values.astype(np.int64)) for values in (train_labels, test_labels)]
    torch.set_num_threads(threads)
    with threadpool_limits(blas_threads, user_api="blas"):
        history, predicted = train(network, images[0], labels[0], images[1], labels[1], epochs, seed)
    print(f"accuracy {name} {history[-1][0]:.4f} {history[-1][1]:.4f}", flush=True)
    return history, predicted


def embed(pixels, blas_threads):
    with threadpool_limits(blas_threads, user_api="blas"):
        return SpectralEmbedding(n_components=2, n_neighbors=5, random_state=0).fit_transform(pixels / 255.0)


def draw_report(path, halves, histories, predicted, coordinates):
    (train_pixels, train_labels), (test_pixels, test_labels) = halves
    with PdfPages(path) as pdf:
        def save():
            plt.tight_layout()
            pdf.savefig()
            plt.close()

        def image_grid(title, pixels, captions):
            figure, axes = plt.subplots(3, 3)
            figure.suptitle(title)
            for axis, image, caption in zip(axes.flat, pixels, captions):
                axis.imshow(image.reshape(28, 28), cmap="Greys")
                axis.set_title(caption, fontsize=7)
            save()

        samples = [np.flatnonzero(train_labels == label)[-1] for label in range(9)]
        image_grid("Samples", train_pixels[samples], LABELS)
        for name, history in histories.items():
            plt.figure()
            for values, label in zip(zip(*history), ("training", "validation")):
                plt.plot(range(1, len(values) + 1), values, marker="o", label=label)
            plt.title(f"Accuracy of {name}")
            plt.grid()
            plt.legend()
            save()
        for title, chosen in (("Correct", predicted == test_labels), ("Incorrect", predicted != test_labels)):
            shown = np.flatnonzero(chosen)[:9]
            image_grid(title, test_pixels[shown], [f"Class: {LABELS[test_labels[i]]}\nPredicted: {LABELS[predicted[i]]}" for i in shown])
        confusion = confusion_matrix(test_labels, predicted, labels=range(10))
        plt.figure()
        plt.bar(LABELS, confusion.diagonal() / confusion.sum(1))
        plt.xticks(rotation="vertical")
        plt.ylim(0.5, 1)
        save()
        plt.figure()
        plt.imshow(confusion)
        plt.colorbar()
        save()
        plt.figure()
        plt.scatter(coordinates[:, 0], coordinates[:, 1], s=3, c=test_labels, cmap="tab10")
        plt.colorbar()
        save()


def peak_megabytes():
    """The largest resident set of this process; the high-water mark of Linux where it is known, as it starts anew with the program."""
    status = pathlib.Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 ** 2 if sys.platform == "darwin" else 1024)


def print_versions():
    versions = {"python": platform.python_version(), "torch": torch.__version__, "numpy": np.__version__,
                "scipy": scipy.__version__, "scikit-learn": sklearn.__version__, "matplotlib": matplotlib.__version__}
    versions.update({library["internal_api"]: library["version"] or "?" for library in threadpool_info() if library["user_api"] == "blas"})
    for name, version in versions.items():
        print(f"version {name} {version}")


def main():
    arguments = parse_arguments()
    steps = Steps()
    halves = [read_half(arguments.data, "train", arguments.images),
              read_half(arguments.data, "t10k", arguments.images and max(1, arguments.images // 6))]
    steps.done("load")
    histories, predictions, coordinates = {}, {}, None
    if arguments.only in (None, "mlp"):
        histories["mlp"], predictions["mlp"] = train_with_threads(
            "mlp", dense_network(), halves, 1 / 255, (-1, 784),
            arguments.mlp_threads, arguments.mlp_blas_threads, arguments.epochs, arguments.seed)
        steps.done("train_mlp")
    if arguments.only in (None, "cnn"):
        # Raw pixels, as in the source and in experiments/fashion-mnist.yaml.
        histories["cnn"], predictions["cnn"] = train_with_threads(
            "cnn", convolutional_network(), halves, 1, (-1, 1, 28, 28),
            arguments.cnn_threads, arguments.cnn_blas_threads, arguments.epochs, arguments.seed)
        steps.done("train_cnn")
    if arguments.only in (None, "embedding"):
        coordinates = embed(halves[1][0], arguments.embedding_blas_threads)
        steps.done("embedding")
    if arguments.only is None:
        best = max(histories, key=lambda name: sum(histories[name][-1]))
        arguments.output.mkdir(parents=True, exist_ok=True)
        draw_report(arguments.output / "report.pdf", halves, histories, predictions[best], coordinates)
        steps.done("figures")
    steps.total()
    print(f"peak_memory {peak_megabytes():.1f}")
    print_versions()


if __name__ == "__main__":
    main()
