"""`check`: what is missing or at odds in plans, for people and for programs."""

from __future__ import annotations

from collections import Counter
from datetime import date

from schemas.checks import Finding, Severity, sentence, severity_name
from schemas.checks import check as findings_of
from schemas.language import Words
from schemas.plan import Plan

from .console import emit, emit_json
from .exits import Exit, together
from .inputs import Source, readable, sources


def check(names: list[str], said: Words, *, strict: bool, as_json: bool) -> Exit:
    """Check every plan; one that cannot be read is reported and the rest go on."""
    codes: list[Exit] = []
    reports: list[dict[str, object]] = []
    for source in sources(names, said):
        plan = readable(source, said)
        if isinstance(plan, Exit):
            codes.append(plan)
            continue
        found = findings_of(plan, date.today())
        codes.append(_code(found, strict))
        if as_json:
            reports += [_plain(source, finding, plan, said) for finding in found]
        else:
            _list(source, found, plan, said)
    if as_json:
        emit_json(reports)
    return together(codes)


def _code(found: tuple[Finding, ...], strict: bool) -> Exit:
    """Advice alone never fails a check."""
    serious = any(finding.severity is not Severity.ADVICE for finding in found)
    return Exit.FINDINGS if strict and serious else Exit.OK


def _plain(source: Source, finding: Finding, plan: Plan, said: Words) -> dict[str, object]:
    return {"file": source.name, **finding.plain(), "sentence": sentence(finding, plan, said)}


def _list(source: Source, found: tuple[Finding, ...], plan: Plan, said: Words) -> None:
    emit(f"{source.name}: {summary(found, said)}")
    width = max((len(severity_name(severity, said)) for severity in Severity), default=0)
    part = ""
    for finding in found:
        if finding.part != part:
            part = finding.part
            emit(f"\n  {said.field('Plan', part)['label']}")
        emit(f"    {severity_name(finding.severity, said):<{width}}  {sentence(finding, plan, said)}")
    if found:
        emit("")


def summary(found: tuple[Finding, ...], said: Words) -> str:
    """Count findings in words: "2 × bør afklares og 1 × godt råd"."""
    counted = Counter(finding.severity for finding in found)
    parts = [f"{counted[one]} × {severity_name(one, said).lower()}" for one in Severity if counted[one]]
    return said.join(parts) if parts else said("commands.check.nothing")
