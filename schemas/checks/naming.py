"""Whether a person is named where a role belongs, so that the plan holds when the person moves on."""

from __future__ import annotations

import re

PLACES = frozenset(
    {
        "organisation.contacts[].role",
        "organisation.contacts[].unit",
        "stakeholders.parties[].name",
        "organisation.disagreement",
        "organisation.chart",
        "organisation.secretariat",
        "front.adopting_body",
        "front.versions[].who",
        "strategy.reporting[].to_whom",
        "concerns.recordings[].access",
        "coordination.handovers[].source",
        "coordination.handovers[].target",
        "acute.cards[].leading",
        "acute.cards[].staffing",
        "acute.cards[].approved_by",
        "workshop.sessions[].present[].role",
        "workshop.sessions[].present[].unit",
        "workshop.caught[].who",
    }
)
"""Where roles, units and authorities stand."""

_FIRST = """
Anders Andreas Anette Anja Ann Anna Anne Annette Arne Asger Astrid Bent Bente Birgit Birgitte Birthe Bo Brian Britta
Camilla Carl Carsten Caroline Casper Cecilie Charlotte Christian Christina Claus Dan Daniel Dennis Dorte Dorthe Ebbe
Elisabeth Ellen Else Emil Emilie Emma Erik Eva Finn Flemming Frank Frede Frederik Freja Gitte Grethe Gunnar Gurli Hanne
Hans Heidi Helle Helga Henning Henrik Ida Inge Inger Ivan Jacob Jakob Jan Jane Jannie Jens Jeppe Jesper Jette Jim Johan
Johannes John Jon Jonas Jonna Josefine Julie Julius Jytte Jørgen Jørn Kaj Karen Karin Karina Karl Karla Karsten Kasper
Katrine Kenneth Kent Kim Kirsten Kirstine Klaus Knud Kristian Kristina Kurt Lars Lasse Laura Laust Leif Lena Lene Lis
Lisbeth Lise Lone Lotte Louise Lucas Lærke Mads Magnus Maja Malene Marianne Maria Marie Mathias Martin Mathilde Merete
Mette Michael Mikkel Mogens Morten Niels Nanna Nicolai Nikolaj Nina Ole Oliver Oscar Per Pernille Peter Pia Poul Preben
Rasmus Rikke Rita Rolf Rune Sanne Sara Sarah Signe Sigrid Simon Sofie Stine Susanne Svend Søren Sven Thea Thomas Tim
Tina Tine Tobias Tommy Tom Tove Trine Troels Ulla Ulrik Vibeke Victor Viggo Villy Vivi Winnie Yvonne Åse
Ahmed Ali Amina Fatima Hassan Ibrahim Mohamed Mohammed Muhammad Omar Yusuf
David Elizabeth George Jack James Jennifer Mary Patricia Paul Robert Sally Susan William
"""
_LAST = """
Bach Bak Bang Beck Bech Berg Bjerre Bjerregaard Blom Bonde Brandt Bruun Buch Bundgaard Dahl Dalgaard Damgaard
Enevold Fischer Friis Frost Gram Hald Hansson Hedegaard Holm Holst Højgaard Iversen Juhl Juul Kjeldgaard Kjær Koch
Kofoed Kragh Krogh Krog Kruse Lauridsen Lind Lorentzen Lund Lykke Madsen Munk Møller Nygaard Nørgaard Overgaard Probst
Ravn Riis Schmidt Schou Schultz Smith Søgaard Thomsen Thorsen Toft Vestergaard Villadsen Vinther Winther Østergaard
Ali Ahmed Hassan Yilmaz Jones Taylor Brown Johnson Wilson
"""
_FIRSTS = frozenset(_FIRST.split())
_CAPITAL = re.compile(r"[A-ZÆØÅ][a-zæøåé]+")
FIRST = frozenset(_FIRST.casefold().split())
LAST = frozenset(_LAST.casefold().split())
_NAME = re.compile(
    rf"\b(?:{'|'.join(_FIRST.split())})(?:-[A-ZÆØÅ]\w+)?(?: (?:[A-ZÆØÅ]\.|[A-ZÆØÅ][a-zæøåé]+)){{0,2}}"
    rf" (?:[A-ZÆØÅ][a-zæøåé]+s[eo]n|{'|'.join(_LAST.split())})\b(?![- ]?(?:[Ss]kole|[Gg]ymnasi|[Ii]nstitut))"
)
"""A first name that many Danes bear, and a surname that ends as most do or is among the common ones."""


def named(text: str) -> tuple[str, ...]:
    """Give what looks like the names of persons in a text."""
    # The pattern tries some three hundred names at every word, and hardly any text has one of them.
    if _FIRSTS.isdisjoint(_CAPITAL.findall(text)):
        return ()
    return tuple(match[0] for match in _NAME.finditer(text))
