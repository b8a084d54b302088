"""What looks private in what the public may read. It may be published where somebody has looked at it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2s
from typing import Any

from ..organisation import CONTACTS, Contact
from ..plan import Plan
from ..public import public
from .addresses import accounts_in, addresses_in
from .finding import Finding, Severity
from .mails import is_private, mails_in
from .naming import PLACES, named
from .numbers import Number, numbers_in
from .sheet import Entry, Sheet

OWN_PHONE, OWN_MAIL = f"{CONTACTS}[].phone", f"{CONTACTS}[].mail"
NO_NUMBERS = frozenset({"front.file_number", "front.published_at"})
"""Where digits are those of a case or of a page."""

_MARKS = re.compile(r"[\\*]|https?://\S+|\bwww\.\S+|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What no reader sees or reads as a number: marks of Markdown, where links lead, characters without width."""

_VISIBLE = ("\\", "*", "http", "www.")
"""What the marks that can be seen begin with."""

_PERHAPS = re.compile(r"[\d@]")
"""What each of these holds but for a name, and most answers do not."""


def asking(plan: Plan) -> tuple[Finding, ...]:
    """Find what looks private in the public edition and nobody has acknowledged, in the plan's order.

    What was found is never part of a finding. Each is of one kind: telephone, mail, address, account, a number or
    address of a contact that is not public, and the name of a person where a role belongs.
    """
    return tuple(_Look(Sheet(plan, date.min)).findings())


def private(sheet: Sheet) -> Iterator[Finding]:
    """Find the same for a check, but for names of persons, which a check finds in the whole plan."""
    return (finding for finding in _Look(sheet).findings() if finding.code != "person")


def persons(sheet: Sheet) -> Iterator[Finding]:
    """Find what looks like the name of a person where a role or a unit belongs, in either edition."""
    for entry in sheet.written:
        if entry.place in PLACES and any(map(named, entry.strings)) and not acknowledged(sheet.plan, entry):
            yield Finding("person", entry.path, Severity.ADVICE)


def fingerprint(path: str, value: Any) -> str:
    """Give the mark of all that may be private in a field's value; two values that hold the same have the same mark.

    It is long enough that no other number will ever pass for the one that was seen. Whoever tries all numbers finds
    which one it was, so it goes wherever the answer goes: with a change, a removal and a forgetting.
    """
    strings = [value] if isinstance(value, str) else [one for one in value or () if isinstance(one, str)]
    found = sorted({text.casefold() for string in strings for text in _candidates(_plainly(string))})
    return blake2s("\0".join((path, *found)).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _candidates(text: str) -> Iterator[str]:
    yield from (number.digits for number in numbers_in(text))
    yield from mails_in(text)
    yield from (address.text for address in addresses_in(text))
    yield from accounts_in(text)
    yield from named(text)


def _plainly(text: str) -> str:
    # Most texts have no mark, and looking costs a tenth of removing nothing.
    if not text.isprintable() or any(sign in text for sign in _VISIBLE):
        text = _MARKS.sub("", text)
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True)
class _Look:
    sheet: Sheet

    @property
    def plan(self) -> Plan:
        """Give the plan that is looked through."""
        return self.sheet.plan

    def findings(self) -> Iterator[Finding]:
        """Give a finding for each kind of thing at each place, but for what was acknowledged.

        What the public may read is asked last: it takes long to tell, and most plans hold nothing that looks private.
        """
        found = [(entry, codes) for entry in self.sheet.written if (codes := self._all_codes(entry))]
        if not found:
            return
        shown = {entry.path: entry for entry in Sheet(public(self.plan), date.min).written}
        for entry, codes in found:
            if shown.get(entry.path) == entry and not acknowledged(self.plan, entry):
                for code in codes:
                    severity = Severity.ADVICE if code == "person" else Severity.CLARIFY
                    yield Finding(code, entry.path, severity)

    def _all_codes(self, entry: Entry) -> tuple[str, ...]:
        if entry.mark.ask.visibility == "internal":
            return ()
        return tuple(dict.fromkeys(code for string in entry.strings for code in self._codes(entry, string)))

    def _codes(self, entry: Entry, string: str) -> Iterator[str]:
        if entry.place in PLACES and named(_plainly(string)):
            yield "person"
        if not _PERHAPS.search(string):
            return
        text = _plainly(string)
        if entry.place not in NO_NUMBERS:
            yield from self._of_numbers(entry, text)
        for mail in mails_in(text):
            if is_private(mail):
                yield "private_mail"
            elif entry.place != OWN_MAIL and mail in self._inside:
                yield "inside_contact"

    def _of_numbers(self, entry: Entry, text: str) -> Iterator[str]:
        for number in numbers_in(text):
            if number.own or (entry.place != OWN_PHONE and self._looks_private(number)):
                yield "private_phone"
            elif entry.place != OWN_PHONE and number.digits in self._inside:
                yield "inside_contact"
        if any(address.home for address in addresses_in(text)):
            yield "private_address"
        if any(accounts_in(text)):
            yield "private_account"

    def _looks_private(self, number: Number) -> bool:
        """Tell a mobile number that is not that of a contact the public may ring."""
        return number.mobile and number.digits not in self._outside and number.digits not in self._inside

    @cached_property
    def _outside(self) -> frozenset[str]:
        return frozenset(_reached(one for one in self.plan.organisation.contacts if one.public))

    @cached_property
    def _inside(self) -> frozenset[str]:
        return frozenset(_reached(one for one in self.plan.organisation.contacts if not one.public)) - self._outside


def _reached(contacts: Iterable[Contact]) -> Iterator[str]:
    """Give the numbers and addresses that some contacts are reached at."""
    for contact in contacts:
        yield from (number.digits for number in numbers_in(_plainly(contact.phone)))
        yield from mails_in(_plainly(contact.mail))


def acknowledged(plan: Plan, entry: Entry) -> bool:
    """Tell whether somebody has said that what looks private in a field may be published as it stands."""
    known = plan.acknowledged.get(entry.path)
    return known is not None and known == fingerprint(entry.path, entry.value)
