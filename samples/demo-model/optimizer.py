"""Muon for the weight matrices of the layers, Adam for everything else.

Muon (Jordan et al., 2024) makes the momentum of each matrix orthogonal with a
few Newton-Schulz iterations before the step. On this model it needs about half
the tokens that Adam needs.
"""

import torch
from torch import distributed


def orthogonal(matrices):
    """Approximate orthogonal factors of a stack of matrices (tall or wide)."""
    a, b, c = 3.4445, -4.7750, 2.0315
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.transpose(1, 2) if tall else matrices
    x = (x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)).bfloat16()
    for _ in range(5):
        gram = x @ x.transpose(1, 2)
        x = a * x + (b * gram + c * gram @ gram) @ x
    x = x.float()
    return x.transpose(1, 2) if tall else x


class Optimizer:
    """Both rules behind one ``step``; the state can be saved and restored."""

    def __init__(self, model, matrix_rate=0.02, other_rate=0.004, momentum=0.95, decay=0.1):
        self.matrix_rate, self.other_rate = matrix_rate, other_rate
        self.momentum, self.decay = momentum, decay
        matrices = [p for name, p in model.named_parameters() if name.startswith("blocks.") and p.ndim == 2]
        shapes = dict.fromkeys(p.shape for p in matrices)
        self.groups = [[p for p in matrices if p.shape == shape] for shape in shapes]
        self.others = [
            p for name, p in model.named_parameters() if not (name.startswith("blocks.") and p.ndim == 2)
        ]
        self.state = {
            "step": 0,
            "momenta": [torch.zeros(len(group), *group[0].shape) for group in self.groups],
            "first": [torch.zeros_like(p) for p in self.others],
            "second": [torch.zeros_like(p) for p in self.others],
        }

    def load(self, state):
        """Continues with a saved ``state``."""
        self.state = state

    @torch.no_grad()
    def step(self, scale, worker=0, workers=1):
        """Updates all parameters from their gradients; ``scale`` is the schedule's 0..1.

        The workers share the costly part: each makes its share of the matrices
        orthogonal and gets the rest from the others.
        """
        self.state["step"] += 1
        count = self.state["step"]
        for group, momentum in zip(self.groups, self.state["momenta"]):
            gradients = torch.stack([p.grad for p in group])
            momentum.lerp_(gradients, 1 - self.momentum)
            update = torch.zeros_like(gradients)
            update[worker::workers] = orthogonal(gradients.lerp(momentum, self.momentum)[worker::workers])
            if workers > 1:
                distributed.all_reduce(update)
            rows, columns = group[0].shape
            rate = self.matrix_rate * scale
            for p, change in zip(group, update):
                p.mul_(1 - rate * self.decay)
                p.add_(change, alpha=-rate * max(1.0, rows / columns) ** 0.5)
        rate = self.other_rate * scale
        for p, first, second in zip(self.others, self.state["first"], self.state["second"]):
            first.lerp_(p.grad, 0.1)
            second.lerp_(p.grad.square(), 0.02)
            root = (second / (1 - 0.98**count)).sqrt().add_(1e-8)
            p.addcdiv_(first, root, value=-rate / (1 - 0.9**count))
        for p in [*self.others, *(p for group in self.groups for p in group)]:
            p.grad = None
