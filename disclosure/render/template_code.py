"""How templates become Python: as Jinja does it, without what no template of ours needs.

Jinja looks for an attribute and then for an item, asks of everything called what kind of
callable it is, and has each macro return one text, so that what stands in a section of a section
is copied ten times. Here ``a.b`` is an attribute and nothing else, what is called is called, a
macro adds its pieces to those of its caller, and a text with values in it is taken apart once.
"""

from collections.abc import Iterator, Mapping
from keyword import iskeyword
from string import Formatter
from typing import Final

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame

CODE_VERSION: Final = 3  # counted up with what is written here: older compiled code is not used


class Pages(Environment):
    """An environment of such templates.

    Attributes:
        texts: what ``|text`` prints, by name.
        dicts: whether ``a.b`` may also be what a dictionary holds; views are no dictionaries.

    """

    texts: Mapping[str, str]
    dicts: bool = False


class TemplateCode(CodeGenerator):
    """Writes the Python of a template."""

    _macros: frozenset[str] = frozenset()

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Note which names are macros, then write everything."""
        names = {macro.name for macro in node.find_all(nodes.Macro)}
        for imported in node.find_all(nodes.FromImport):
            names.update(each if isinstance(each, str) else each[1] for each in imported.names)
        self._macros = frozenset(names)
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write ``a.b``; what has no ``b`` raises ``AttributeError``, but blocks go Jinja's way."""
        of_blocks = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if of_blocks or iskeyword(node.attr) or getattr(self.environment, "dicts", False):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write ``a(b)``; calls of other forms go Jinja's way."""
        if forward_caller or not _is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            self._call(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Write what is printed; of a macro, its pieces."""
        if frame.require_output_check:
            super().visit_Output(node, frame)
            return
        between: list[nodes.Expr] = []
        for child in node.nodes:
            if isinstance(child, nodes.Call) and self._is_macro(child):
                self._print(between, frame)
                between = []
                self.writeline(f"{frame.buffer}.extend(" if frame.buffer else "yield from (", child)
                self._call(child, frame, ".pieces")
                self.write(")")
            else:
                between.extend(self._taken_apart(child))
        self._print(between, frame)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """Write what a block or, where it is not to be escaped, a macro returns."""
        if force_unescaped:
            self.writeline(f"return {frame.buffer}")
        else:
            super().return_buffer_contents(frame)

    def _is_macro(self, node: nodes.Call) -> bool:
        called = node.node
        return isinstance(called, nodes.Name) and called.name in self._macros and _is_plain(node)

    def _print(self, printed: list[nodes.Expr], frame: Frame) -> None:
        if printed:
            super().visit_Output(nodes.Output(printed, lineno=printed[0].lineno), frame)

    def _call(self, node: nodes.Call, frame: Frame, of_it: str = "") -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(f"){of_it}(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _taken_apart(self, node: nodes.Expr) -> Iterator[nodes.Expr]:
        """Yield the words and values of ``"name"|text(value=…)``, and anything else as it is."""
        fields = tuple(Formatter().parse(self._text_of(node)))
        values = {each.key: each.value for each in getattr(node, "kwargs", ())}
        plain = not any(form or conversion for _, _, form, conversion in fields)
        # What is not as the text wants it is told while the page is made, with its line.
        if not (fields and plain and {name for _, name, _, _ in fields if name} == values.keys()):
            yield node
            return
        for words, name, _, _ in fields:
            if words:
                yield nodes.Const(words, lineno=node.lineno)
            if name:
                yield values[name]

    def _text_of(self, node: nodes.Expr) -> str:
        """Return the text that ``node`` prints with values in it; nothing where it prints none."""
        if not (isinstance(node, nodes.Filter) and node.name == "text" and node.kwargs):
            return ""
        named, environment = node.node, self.environment
        if node.args or node.dyn_args or node.dyn_kwargs or not isinstance(named, nodes.Const):
            return ""
        return environment.texts.get(named.value, "") if isinstance(environment, Pages) else ""


def _is_plain(call: nodes.Call) -> bool:
    return not (call.kwargs or call.dyn_args or call.dyn_kwargs)
