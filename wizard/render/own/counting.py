"""Puts the counting of steps into a template that has been read, wherever it could go on or grow."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes, pass_context
from jinja2.runtime import markup_join
from jinja2.visitor import NodeTransformer

from .bounds import LETTERS, checked, handled, light, spend


class Counting(NodeTransformer):
    """Each round of a loop and each call of a macro takes its steps; what is joined, listed or compared is weighed."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """Count the rounds."""
        return self._counted(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        """Count the calls."""
        return self._counted(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        """Count the calls of what is handed to a macro."""
        return self._counted(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        """Weigh what is joined."""
        self.generic_visit(node)
        return _through("joined", nodes.List(node.nodes, lineno=node.lineno))

    def visit_List(self, node: nodes.List) -> nodes.Node:
        """Weigh a list that is made."""
        return _through("checked", self._visited(node))

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        """Weigh a mapping that is made."""
        return _through("checked", self._visited(node))

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        """Weigh a row that is made; names that are set stay as they are."""
        self.generic_visit(node)
        return _through("checked", node) if node.ctx == "load" else node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        """Count what is compared, which is gone through."""
        self.generic_visit(node)
        node.expr = _through("handled", node.expr)
        for operand in node.ops:
            operand.expr = _through("handled", operand.expr)
        return node

    def _visited(self, node: Any) -> Any:
        self.generic_visit(node)
        return node

    def _counted(self, node: nodes.For | nodes.Macro | nodes.CallBlock) -> nodes.Node:
        letters = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        self.generic_visit(node)
        steps = nodes.Const(1 + letters // LETTERS, lineno=node.lineno)
        node.body.insert(0, nodes.ExprStmt(_through("spent", steps), lineno=node.lineno))
        return node


def _through(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, f" {name}", [], [], None, None, lineno=node.lineno)


@pass_context
def _spent(context: Any, steps: int) -> str:
    spend(steps)
    return ""


@pass_context
def _checked(context: Any, value: Any) -> Any:
    return checked(value)


@pass_context
def _handled(context: Any, value: Any) -> Any:
    checked(value) if isinstance(value, list | tuple | dict) else handled(value)
    return value


@pass_context
def _joined(context: Any, parts: list[Any]) -> str:
    for part in parts:
        checked(part)
    light(sum(len(part) for part in parts if isinstance(part, str)))
    joined: str = checked(markup_join(parts))
    return joined


COUNTING = {" spent": _spent, " checked": _checked, " handled": _handled, " joined": _joined}
"""The filters that count; a blank before their names keeps templates from using them."""
