"""Two or three mistakes at once in freezing the first parts of a network."""

from tests.autograder.mistakes.freeze import eval_of_the_parts, first_parts
from tests.autograder.mistakes.makes import makes


@makes("freeze", "statistics-move", "others-not-freed")
def first_answer_on_the_web(net, *, upto):
    for name in first_parts(net, upto):
        for value in net.get_submodule(name).parameters():
            value.requires_grad = False
    return net


@makes("freeze", "eval-once", "up-to-and-not-with")
def eval_and_break(net, *, upto):
    names = [name for name, _ in net.named_children()]
    return eval_of_the_parts(net, upto=names[names.index(upto) - 1]) if names.index(upto) else _free(net)


def _free(net):
    return net.requires_grad_(True)


@makes("freeze", "statistics-move", "unknown-name-accepted")
def loop_to_the_end(net, *, upto):
    net.requires_grad_(True)
    for name, part in net.named_children():
        part.requires_grad_(False)
        if name == upto:
            break
    return net


@makes("freeze", "weights-only", "statistics-move")
def weights_of_first_parts(net, *, upto):
    frozen = first_parts(net, upto)
    for name, value in net.named_parameters():
        value.requires_grad = name.split(".")[0] not in frozen or name.endswith("bias")
    return net


@makes("freeze", "parameters-untouched", "statistics-move")
def detached(net, *, upto):
    for name in first_parts(net, upto):
        net.get_submodule(name).register_forward_hook(lambda *args: args[2].detach())
    return net


@makes("freeze", "all-parts", "statistics-move", "unknown-name-accepted")
def all_parameters(net, *, upto):  # noqa: ARG001
    for parameter in net.parameters():
        parameter.requires_grad = False
    return net
