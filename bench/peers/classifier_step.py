"""Logits and input gradient of a batch of 16 random images in PyTorch, for a frozen network."""
import platform
from copy import deepcopy

import torch

BATCH = 16


def classifier_step(network, size, threads):
    torch.set_num_threads(threads)
    network.eval().requires_grad_(False)
    random_images = torch.rand(BATCH, 3, size, size, generator=torch.Generator().manual_seed(1))

    def step(memory_format):
        frozen = deepcopy(network).to(memory_format=memory_format)
        images = random_images.to(memory_format=memory_format, copy=True)

        def run():
            x = images.detach().requires_grad_()
            return torch.autograd.grad(frozen(x)[:, 0].sum(), x)

        return run

    steps = {
        "PyTorch, channels last": step(torch.channels_last),
        "PyTorch, as people write it": step(torch.contiguous_format),
    }
    return steps, {"python": platform.python_version(), "torch": torch.__version__}
