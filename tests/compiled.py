"""Templates are compiled once a process, not once a site.

Every small site that a test builds has an empty cache, and compiling all templates takes ten times
as long as making its pages. What Jinja makes of a template depends on its source, its name, the
words printed by name and whether it is given dictionaries, and on nothing else; so it is kept in
the memory of the tests' process.
The program's own store of compiled templates (``.cache/``) is filled and read as ever.
"""

from collections.abc import Iterator
from types import CodeType
from typing import Any

import pytest
from jinja2 import Environment, meta, nodes

from disclosure.render.environment import open_templates

_compile, _parse = Environment.compile, Environment.parse
_references = meta.find_referenced_templates


class Compiled:
    """What was compiled and parsed in this process."""

    def __init__(self) -> None:
        self._python: dict[object, str] = {}
        self._codes: dict[object, CodeType] = {}
        self._trees: dict[object, nodes.Template] = {}
        # By the tree's identity; the tree stands beside it, so that no other gets the same one.
        self._references: dict[int, tuple[nodes.Template, tuple[str | None, ...]]] = {}

    def put_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let every environment that the program opens ask here first."""
        # Jinja calls both as methods: with the environment first.
        patch.setattr(Environment, "compile", lambda *words, **more: self._compile(*words, **more))
        patch.setattr(Environment, "parse", lambda *words, **more: self._parse(*words, **more))
        patch.setattr(meta, "find_referenced_templates", self._find_references)

    def _find_references(self, tree: nodes.Template) -> Iterator[str | None]:
        if id(tree) not in self._references:
            self._references[id(tree)] = (tree, tuple(_references(tree)))
        return iter(self._references[id(tree)][1])

    def _compile(
        self,
        environment: Environment,
        source: Any,
        name: Any = None,
        filename: Any = None,
        **more: Any,
    ) -> Any:
        words = _words_of(environment)
        if words is None or more or not isinstance(source, str) or not filename:
            return _compile(environment, source, name, filename, **more)
        key = (source, name, words)
        if (code := self._codes.get((key, filename))) is None:
            if key not in self._python:
                self._python[key] = _compile(environment, source, name, filename, raw=True)
            code = environment._compile(self._python[key], filename)
            self._codes[key, filename] = code
        return code

    def _parse(
        self, environment: Environment, source: str, name: Any = None, filename: Any = None
    ) -> nodes.Template:
        words = _words_of(environment)
        if words is None:
            return _parse(environment, source, name, filename)
        key = (source, name, filename, words)
        if key not in self._trees:
            self._trees[key] = _parse(environment, source, name, filename)
        return self._trees[key]


def _words_of(environment: Environment) -> tuple[int, ...] | None:
    """Return what tells an environment from others; None where it is no page's."""
    words = environment.filters.get("text")
    if words is None or words.__module__ != open_templates.__module__:
        return None
    held = tuple(id(cell.cell_contents) for cell in words.__closure__ or ())
    return (*held, getattr(environment, "dicts", False))
