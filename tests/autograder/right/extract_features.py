"""Right ways to read what the head of a network would read. Torch is imported when they are called."""


def sliced(net, x, *, batch_size=32):
    import torch

    modes = [module.training for module in net.modules()]
    net.eval()
    with torch.no_grad():
        features = torch.cat([net[:-1](batch) for batch in x.split(batch_size)])
    for module, mode in zip(net.modules(), modes, strict=True):
        module.training = mode
    return features.mean(dim=(2, 3)) if features.ndim == 4 else features


def on_a_copy(net, x, *, batch_size=32):
    import copy

    import torch
    from torch import nn

    body = nn.Sequential(*list(copy.deepcopy(net).children())[:-1]).eval()
    features = []
    with torch.inference_mode():
        for start in range(0, len(x), batch_size):
            out = body(x[start : start + batch_size])
            features.append(out.mean((-2, -1)) if out.dim() == 4 else out)
    return torch.cat(features, dim=0)


def loops(net, x, *, batch_size=32):
    import torch

    parts = list(net.named_children())[:-1]
    was = {name: module.training for name, module in net.named_modules()}
    rows = []
    with torch.no_grad():
        for _, part in parts:
            part.eval()
        for start in range(0, len(x), batch_size):
            out = x[start : min(start + batch_size, len(x))]
            for _, part in parts:
                out = part(out)
            for example in out:
                if example.dim() == 3:
                    rows.append([float(sum(sum(line) for line in m.tolist()) / m.numel()) for m in example])
                else:
                    rows.append(example.tolist())
    for name, module in net.named_modules():
        module.train(was[name]) if not list(module.children()) else setattr(module, "training", was[name])
    return torch.tensor(rows)


def hooked(net, x, *, batch_size=32):
    import torch

    seen, modes = [], {module: module.training for module in net.modules()}
    handle = list(net)[-1].register_forward_pre_hook(lambda _, args: seen.append(args[0]))
    try:
        net.eval()
        with torch.no_grad():
            for batch in torch.split(x, batch_size):
                net(batch)
    finally:
        handle.remove()
        for module in modes:
            module.training = modes[module]
    return torch.cat([y.flatten(2).mean(-1) if y.ndim > 2 else y for y in seen])


def filled_in(net, x, *, batch_size=32):
    import torch

    training = {m for m in net.modules() if m.training}
    for module in training:
        module.training = False
    features = None
    with torch.no_grad():
        for i in range((len(x) + batch_size - 1) // batch_size):
            y = x[i * batch_size : (i + 1) * batch_size]
            for part in list(net.children())[:-1]:
                y = part(y)
            y = torch.nn.functional.adaptive_avg_pool2d(y, 1)[:, :, 0, 0] if y.ndim == 4 else y
            features = torch.empty(len(x), y.shape[1]) if features is None else features
            features[i * batch_size : i * batch_size + len(y)] = y
    for module in training:
        module.training = True
    return features


def head_put_back(net, x, *, batch_size=32):
    import torch
    from torch import nn

    modes, name = [(m, m.training) for m in net.modules()], list(dict(net.named_children()))[-1]
    head = net._modules[name]
    net._modules[name] = nn.Identity()
    net.eval()
    with torch.no_grad():
        chunks = [net(x[i : i + batch_size]) for i in range(0, x.shape[0], batch_size)]
    net._modules[name] = head
    for module, mode in modes:
        module.training = mode
    out = torch.vstack([chunk.reshape(len(chunk), -1) for chunk in chunks])
    return out if chunks[0].ndim == 2 else out.view(len(x), chunks[0].shape[1], -1).mean(2)
