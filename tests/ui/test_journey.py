"""A whole plan is typed from the start screen, by keyboard alone, and the three files hold every word of it."""

from __future__ import annotations

import html
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from terminal import Terminal

from schemas.language import words
from schemas.outline import COMPONENTS
from wizard.files.plan_file import read_plan
from wizard.render.engine.program import program
from wizard.ui.questions import progress

DOWN, PGDN, BACK = "\x1b[B", "\x1b[6~", "\x1b[Z"
KEY = re.compile(r"\x1b\[[0-9;]*[~A-Z]|.", re.DOTALL)
PER_SECOND, AT_MOST = 5, 20 * 60

BEFORE = (
    ("Ny plan", "n"),
    ("Filnavn", "Eksempelø Kommune\r"),
    ("Hvilken kommune gælder planen for?", "\r"),
    ("Hvad skal planen hedde?", "Plan mod ekstremisme på Eksempelø\r"),
    ("Er det en handlingsplan", "1\r"),
    ("Hvilket sprog er planen skrevet på?", "\r"),
    ("Hvilken rolle har ansvaret for planen?", "Chefen for Børn og Unge\r"),
    ("Hvem vedtager planen?", "Kommunalbestyrelsen på øen\r"),
    ("Hvornår begynder planen at gælde?", "1/6 2026\r"),
    ("Hvor langt er planen?", "3\r"),
    ("Hvornår blev planen vedtaget?", "25. maj 2026\r"),
    ("Hvornår skal planen senest være", "25.5.2030\r"),
    ("Hvilke af kommunens andre planer", "Beredskab mod negativ social kontrol\r1\reksempeloe.dk/beredskab\r\r"),
    (
        "Hvilke roller peger planen på",
        "+SSP-koordinatoren\rBørn og Familie\r62 12 34 56\rssp@eksempeloe.dk\rhverdage 8-15\r2/5 2026\r1\r"
        "Stedfortræderen for SSP\rSkole og Klub\r62 12 34 57\rskole@eksempeloe.dk\rhverdage 9-14\r3/5 2026\r1\r\r",
    ),
    (
        "Har din kommune en fælles forståelse",
        "jStår i forebyggelsesplanen fra 2022\r"
        "dMålene mangler frister\r"
        "nn"
        "dTidsfrister mangler\r"
        "n"
        "dIndsatserne for unge over 18 mangler" + PGDN,
    ),
)

SEVEN = (
    ("Hvad mener vi med ekstremisme?", "Holdninger og handlinger, der vil af med folkestyret med vold.\t"),
    ("Hvad mener vi med radikalisering?", "Den vej et menneske går, når det begynder at godtage vold.\t"),
    ("Hvilke former for ekstremisme", "135\r"),
    ("Hvad er ikke en bekymring", "Tro, stærke holdninger og lovlige demonstrationer er ikke en bekymring.\t"),
    (
        "Hvilke tegn ville få jer til at ringe",
        "Taler for vold mod bestemte grupper\rTrækker sig brat fra venner og klub\rØver sig med våben\r\r",
    ),
    ("Hvordan ser det ud hos os lige nu?", "To bekymringer på tre år. Begge begyndte på nettet.\t"),
    ("Hvad har vi lært af de bekymringer", "Vi ringede for sent til politiet. Nu ringer vi samme dag.\t"),
    ("Hvad skal være anderledes om fire år?", "Alle ansatte ved, hvem de skal ringe til.\t"),
    (
        "Hvad vil vi nå for hver af de tre",
        "\rAlle skoler har talt om demokrati på nettet\rchefen\r31/12 2027\r"
        "Svar på en bekymring inden tre dage\rssp-k\r1. januar 2028\r"
        "Handlekortet er øvet hvert år\rchefen\r1-3-2028\r\r",
    ),
    ("Hvem følger op på målene?", "chefen\r"),
    ("Hvor tit følger vi op", "Hvert kvartal i ledergruppen, en gang om året i udvalget\r"),
    (
        "Hvem har del i opgaven",
        "Folkeskolerne på øen\r1\r4\rUngdomsklubben Åen\r1\r3\rLokalpolitiet\r123\r4\r"
        "Psykiatrien i regionen\r2\r2\rBoligforeningen Ærten\r1\r1\r\r",
    ),
    ("Hvordan er arbejdet organiseret hos os?", "2\r"),
    ("Hvem er kommunens tovholder?", "ssp-k\r"),
    ("Hvem træder til, når tovholderen", "stedfor\r"),
    ("Hvem er vores tovholder hos politiet?", "Politikredsens forebyggere\r"),
    ("Hvem tager telefonen fredag aften", "Den sociale døgnvagt\r"),
    ("Hvem afgør det, hvis to forvaltninger", "Direktøren for Børn og Kultur\r"),
    ("Hvem skal kunne hvad", "Alle nye får en times introduktion inden for det første halve år.\t"),
    ("Hvor ringer en borger hen", "ssp-k\r"),
    ("Hvor ringer en lærer", "ssp-k\r"),
    (
        "Hvem gør hvad på hvert trin",
        "\rssp-k\rstraks\rssp-k\rinden 2 dage\rstedfor\rinden 3 dage\rchefen\rinden 5 dage\r"
        "chefen\rinden 6 dage\rssp-k\rinden 7 dage\rstedfor\rinden 90 dage\r\r",
    ),
    ("Hvad gør vi anderledes, når personen", "Er personen fyldt 18, gælder serviceloven, og vi spørger om samtykke.\t"),
    ("Kan man ringe uden at sige", "Ja, man kan ringe uden at sige sit navn.\t"),
    ("Hvor skriver vi det ned", "I fagsystemet. Kun de, der arbejder med sagen, kan se det.\t"),
    (
        "Hvor går en sag fra den ene enhed",
        "Skolen\rFamilieafdelingen\rNår to voksne er bekymrede\rssp-k\r"
        "Familieafdelingen\rUngeindsatsen\rNår den unge fylder 17\rstedfor\r"
        "Døgnvagten\rBørnehuset i Åby\rNæste hverdag kl. 9\rssp-k\r\r",
    ),
    ("Hvad må vi fortælle hinanden", "På SSP-mødet deler vi kun det, der er nødvendigt for at forebygge.\t"),
    ("Hvordan kommer en uenighed", "Lederen løfter sagen til direktøren samme dag.\t"),
    (
        "Hvad gør vi på hvert niveau",
        "\rDemokratiuge i 7. klasse\rElever i 7. klasse\rskoler\rchefen\r1/9 2027\r1\r"
        "Samtaler med bekymrede forældre\rForældre til unge\rbekymring\rssp-k\r2/9 2027\r2\r"
        "Mentor til den enkelte\rUnge på vej ud\røvet\rstedfor\r3/9 2027\r3\r\r",
    ),
)

AFTER = (
    (
        "Hvilke situationer skal vi have",
        "\r" + BACK + "\rDøgnvagten på 62 99 99 99\r\rssp-k\rBorgmesterens sekretariat\r\r",
    ),
    ("Har din kommune nu", PGDN),
    ("Lovkrav:", PGDN),
    ("Udgave", DOWN + " \t\t\r"),
)
SESSION = BEFORE + SEVEN + AFTER

SAYS = {
    "1/6 2026": "1. juni 2026", "25. maj 2026": "25. maj 2026", "25.5.2030": "25. maj 2030", "2/5 2026": "02.05.2026",
    "3/5 2026": "03.05.2026", "31/12 2027": "31.12.2027", "1. januar 2028": "01.01.2028", "1-3-2028": "01.03.2028",
    "1/9 2027": "01.09.2027", "2/9 2027": "02.09.2027", "3/9 2027": "03.09.2027",
    "chefen": "Chefen for Børn og Unge", "ssp-k": "SSP-koordinatoren", "stedfor": "Stedfortræderen for SSP",
    "skoler": "Alle skoler", "bekymring": "Svar på en bekymring", "øvet": "Handlekortet er øvet",
}  # fmt: skip
"""What the documents say where something else was typed: dates, and pieces of the names of roles and goals."""

CHOSEN = (
    "Højreekstremisme", "Militant islamisme", "Blandede og uklare former", "Et tværgående forum, der mødes efter behov",
    "Handlingsplan", "Vedtaget", "Generel forebyggelse", "Fare for liv",
)  # fmt: skip


def typed_answers() -> list[str]:
    """Give what the documents must say of all that is typed; choices, made by one key, aside."""
    keys = "\r".join(keys for _, keys in SESSION)
    pieces = [
        re.sub(r"^(\+|n?n?[jdn](?=[A-ZÆØÅ]))", "", piece) for piece in re.split(r"\x1b\[[0-9;]*[~A-Z]|[\r\t]", keys)
    ]
    return [
        SAYS.get(piece, piece) for piece in pieces if re.search(r"[a-zæøå]{2}|\d/\d|\d\d", piece) and len(piece) > 3
    ]


def text_of(path: Path) -> str:
    """Give the words of a document, its title with them, read by pandoc's own readers."""
    run = [str(program()), "--standalone", "--wrap=none", "-t", "html", str(path)]
    made = subprocess.run(run, capture_output=True, check=True, timeout=60).stdout.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", made)).split())


def test_a_plan_is_typed_and_published_and_nothing_of_it_is_missing(tmp_path: Path) -> None:
    terminal, keys = Terminal(None, folder=tmp_path), 0
    for question, typed in SESSION:
        terminal.until(question, 20)
        terminal.type(typed)
        keys += len(KEY.findall(typed))
    terminal.until("Færdig.", 60)
    assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM

    plan = read_plan(next(tmp_path.glob("*.plan.yaml")))
    done = {step: progress(plan, step, words("da")) for step in ("front", "readiness", *COMPONENTS, "acute")}
    assert {step: (one.done, one.of) for step, one in done.items() if one.done != one.of} == {}

    answers = typed_answers()
    assert len(answers) > 100
    for suffix in (".md", ".html", ".docx"):
        found = text_of(next(tmp_path.glob(f"*{suffix}")))
        assert [answer for answer in (*answers, *CHOSEN) if answer not in found] == [], suffix

    print(
        f"\n{keys} keystrokes for {len(answers)} answers: {keys / PER_SECOND / 60:.1f} minutes at {PER_SECOND} a second"
    )
    assert keys / PER_SECOND < AT_MOST
