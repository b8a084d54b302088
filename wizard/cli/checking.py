"""`check`: what is missing or at odds in plans, for people and for programs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from schemas.checks import Finding, Severity, sentence, severity_name
from schemas.checks import check as findings_of
from schemas.checks.benefits import Benefit, benefits
from schemas.checks.matrix import Cell, matrix
from schemas.language import Words
from schemas.plan import Plan

from . import tracing
from .console import emit, emit_json, emit_wrapped
from .exits import Exit, together
from .inputs import Source, readable, sources

FORMAT = 1
"""The number of what `--json` writes. It grows when a key changes its meaning or goes away, not when one comes."""


@dataclass(frozen=True, slots=True)
class Report:
    """All there is to say of one plan on a day."""

    name: str
    plan: Plan
    findings: tuple[Finding, ...]
    matrix: tuple[Cell, ...]
    benefits: tuple[Benefit, ...]


def check(names: list[str], said: Words, *, strict: bool, as_json: bool) -> Exit:
    """Check every plan; one that cannot be read is reported and the rest go on."""
    codes: list[Exit] = []
    reports: list[dict[str, object]] = []
    today, plans = date.today(), list(sources(names, said))
    for source in plans:
        plan = readable(source, said)
        if isinstance(plan, Exit):
            codes.append(plan)
            continue
        report = _report(source, plan, today)
        codes.append(_code(report.findings, strict))
        if as_json:
            reports.append(_plain(report, said))
        else:
            _list(report, said, alone=len(plans) == 1)
    if as_json:
        emit_json({"format": FORMAT, "day": today.isoformat(), "plans": reports})
    return together(codes)


def _report(source: Source, plan: Plan, today: date) -> Report:
    return Report(source.name, plan, findings_of(plan, today), matrix(plan, today), benefits(plan, today))


def _code(found: tuple[Finding, ...], strict: bool) -> Exit:
    """Advice alone never fails a check."""
    serious = any(finding.severity is not Severity.ADVICE for finding in found)
    return Exit.FINDINGS if strict and serious else Exit.OK


def _plain(report: Report, said: Words) -> dict[str, object]:
    """Give a report as JSON values; the handbook of the command line names the keys in this order."""
    found = Counter(finding.severity for finding in report.findings)
    return {
        "file": report.name,
        "counts": {severity.value: found[severity] for severity in Severity},
        "findings": [
            {**finding.plain(), "blocks": finding.blocks, "sentence": sentence(finding, report.plan, said)}
            for finding in report.findings
        ],
        "matrix": [cell.plain() for cell in report.matrix],
        "benefits": [benefit.plain() for benefit in report.benefits],
    }


def _list(report: Report, said: Words, *, alone: bool) -> None:
    """Write a report for people; the matrix of a plan among others is counted, not drawn."""
    emit(f"{report.name}: {summary(report.findings, said)}")
    _findings(report, said)
    trace = tracing.table if alone else tracing.lines
    if alone or report.findings:
        emit("")
    for line in trace(report.matrix, report.benefits, said):
        emit_wrapped(line, "", "      ")
    if not alone:
        emit("")


def _findings(report: Report, said: Words) -> None:
    """Write the findings part by part, each sentence beside its severity."""
    width = max((len(severity_name(severity, said)) for severity in Severity), default=0)
    part = ""
    for finding in report.findings:
        if finding.part != part:
            part = finding.part
            emit(f"\n  {said.field('Plan', part)['label']}")
        severity = f"    {severity_name(finding.severity, said):<{width}}  "
        emit_wrapped(sentence(finding, report.plan, said), severity, " " * len(severity))


def summary(found: tuple[Finding, ...], said: Words) -> str:
    """Count findings in words: "2 × bør afklares og 1 × godt råd"."""
    counted = Counter(finding.severity for finding in found)
    parts = [f"{counted[one]} × {severity_name(one, said).lower()}" for one in Severity if counted[one]]
    return said.join(parts) if parts else said("commands.check.nothing")
