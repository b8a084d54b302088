"""One of several processes that work at one plan until told to stop, or killed. It says each word once it is kept.

Usage: python hand.py PLAN NAME SEED
"""

from __future__ import annotations

import contextlib
import random
import sys
import threading
from itertools import count
from pathlib import Path

from schemas.paths import NoSuchPath, get
from wizard.document.people import Held
from wizard.document.session import Session

LISTS = {"stakeholders.parties": "name", "organisation.contacts": "role", "strategy.goals": "text"}
FIELDS = ("front.title", "strategy.vision", "front.municipality")


def work(session: Session, chance: random.Random, word: str) -> None:
    """Do one thing at random; words are said when they are kept."""
    where = chance.choice(sorted(LISTS))
    items = get(session.plan, where)
    match chance.randrange(9):
        case 0 | 1:
            session.add(where, {LISTS[where]: word})
        case 2 | 3 | 4:
            field = chance.choice(FIELDS)
            path = f"{where}[{chance.choice(items).id}].{LISTS[where]}" if items and chance.random() < 0.7 else field
            session.settle(path)  # whoever begins a field anew has let go of what was typed there before
            for end in range(1, len(word) + 1):
                session.draft(path, word[:end])
            if chance.random() < 0.7:
                session.settle(path)
        case 5 if items:
            session.remove(where, chance.choice(items).id)
            return
        case 6 if items:
            session.move(where, chance.choice(items).id, chance.choice([None, *(one.id for one in items)]))
            return
        case 7:
            session.undo() if chance.random() < 0.6 else session.redo()
            return
        case _:
            session.catch_up()
            session.tick()
            return
    print(word, flush=True)


def _listen(ending: threading.Event) -> None:
    sys.stdin.read()
    ending.set()


def main() -> None:
    path, name, seed = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    ending = threading.Event()
    threading.Thread(target=_listen, args=(ending,), daemon=True).start()
    chance, numbers = random.Random(seed), count()
    session = Session.open(path, name)
    while not ending.is_set():
        # What another holds is refused, and what another has removed in the same moment is gone.
        with contextlib.suppress(Held, NoSuchPath):
            work(session, chance, f"{name}-{seed}-{next(numbers)}-æ")
    session.close()


if __name__ == "__main__":
    main()
