"""EfficientNet-Lite0 with random weights, TensorFlow's "same" padding."""
from torch import nn
from torch.nn.functional import pad

from classifier_step import classifier_step

# (blocks, kernel, stride of the first, widening, channels)
STAGES = [
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
]


class Convolution(nn.Module):
    """Convolution and batch norm; where it strides over an even size, the odd zero of the padding is at the end."""

    def __init__(self, inputs, outputs, kernel, stride=1, groups=1):
        super().__init__()
        self.kernel, self.stride = kernel, stride
        padding = kernel // 2 if stride == 1 else 0
        self.convolution = nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(outputs, eps=1e-3)

    def forward(self, x):
        if self.stride == 2:
            before = (self.kernel - 2) // 2
            x = pad(x, [before, self.kernel - 2 - before] * 2)
        return self.norm(self.convolution(x))


class Block(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride, widening):
        super().__init__()
        width = inputs * widening
        layers = [Convolution(inputs, width, 1), nn.ReLU6()] if widening > 1 else []
        layers += [Convolution(width, width, kernel, stride, groups=width), nn.ReLU6(), Convolution(width, outputs, 1)]
        self.body = nn.Sequential(*layers)
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x):
        return x + self.body(x) if self.adds else self.body(x)


class EfficientNetLite0(nn.Module):
    def __init__(self):
        super().__init__()
        inputs, layers = 32, [Convolution(3, 32, 3, 2), nn.ReLU6()]
        for blocks, kernel, stride, widening, outputs in STAGES:
            for block in range(blocks):
                layers.append(Block(inputs, outputs, kernel, stride if block == 0 else 1, widening))
                inputs = outputs
        self.features = nn.Sequential(*layers, Convolution(inputs, 1280, 1), nn.ReLU6())
        self.dense = nn.Linear(1280, 1000)

    def forward(self, x):
        return self.dense(self.features(x).mean((2, 3)))


def peers(threads):
    return classifier_step(EfficientNetLite0(), 224, threads)
