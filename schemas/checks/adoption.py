"""What the title block says of adoption, revision and the plans beside this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..choices import DocumentKind, Status, Topic
from .completeness import binding
from .finding import Finding, Severity
from .sheet import Sheet

YEARS = 4
"""A beredskab is revised at least every fourth year (barnets lov § 15, stk. 3)."""

COUNCIL = re.compile(r"byråd|kommunalbestyrelse|borgerrepræsentation|council", re.IGNORECASE)
"""What the municipal council is called."""


def latest_revision(adopted_on: date) -> date:
    """Give the last day a plan adopted on a day may wait for its revision; 29 February gives 28 February."""
    try:
        return adopted_on.replace(year=adopted_on.year + YEARS)
    except ValueError:
        return adopted_on.replace(year=min(adopted_on.year + YEARS, date.max.year), day=28)


def adoption(sheet: Sheet) -> Iterator[Finding]:
    """Find what does not fit between status, adoption and validity."""
    front = sheet.plan.front
    body = front.adopting_body.strip()
    if front.kind == DocumentKind.PREPAREDNESS and body and not COUNCIL.search(body):
        yield Finding("other_body", "front.adopting_body", Severity.CLARIFY, {"body": body})
    if front.adopted_on is None:
        return
    if front.status == Status.ADOPTED and front.adopted_on > sheet.today:
        yield Finding("adopted_ahead", "front.adopted_on", Severity.CLARIFY, {"adopted_on": front.adopted_on})
    if front.status in (Status.DRAFT, Status.HEARING) and front.adopted_on <= sheet.today:
        yield Finding("adopted_already", "front.status", Severity.ADVICE, {"adopted_on": front.adopted_on})
    if front.valid_from is not None and front.valid_from < front.adopted_on:
        values = {"valid_from": front.valid_from, "adopted_on": front.adopted_on}
        yield Finding("valid_before_adoption", "front.valid_from", Severity.CLARIFY, values)


def revision(sheet: Sheet) -> Iterator[Finding]:
    """Find a revision that comes too late, has passed, or lies before the adoption."""
    front, path = sheet.plan.front, "front.next_revision"
    adopted, planned = front.adopted_on, front.next_revision
    latest = latest_revision(adopted) if adopted else None
    if planned is not None and adopted is not None and planned <= adopted:
        yield Finding("revision_before_adoption", path, Severity.CLARIFY, {"adopted_on": adopted})
    elif planned is not None and latest is not None and planned > latest:
        code, severity = ("law_revision", Severity.LAW) if binding(sheet.plan) else ("late_revision", Severity.CLARIFY)
        yield Finding(code, path, severity, {"latest": latest, "next_revision": planned})
    elif latest is not None and latest < sheet.today and binding(sheet.plan):
        yield Finding("law_overdue", path, Severity.LAW, {"latest": latest})
    elif planned is not None and planned < sheet.today:
        yield Finding("revision_passed", path, Severity.CLARIFY, {"next_revision": planned})


def siblings(sheet: Sheet) -> Iterator[Finding]:
    """Find a beredskab that names no plan for the rest of what the duty covers."""
    front = sheet.plan.front
    if front.kind != DocumentKind.PREPAREDNESS or any(plan.topic == Topic.HONOUR for plan in front.related):
        return
    if sheet.reason("front.related") is None:
        yield Finding("no_sibling", "front.related", Severity.CLARIFY)
