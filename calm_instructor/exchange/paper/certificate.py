"""The certificate, and its GENERIC sister: the record of in-house training (R25).

Only for somebody competent. While the set holds an entry of the built-in list there is no certificate: the same facts are
printed as a "Record of in-house training, general list, not CALM's issued catalogue", without the programme's name.
"""

from dataclasses import dataclass, replace
from datetime import date

from calm_instructor.exchange.paper.authority import authority_text, overrides_text
from calm_instructor.exchange.paper.facts import Authority, Imprint, Instructor, Need, Override, Signature, Technique
from calm_instructor.exchange.paper.names import Fitted, fit
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import ROW, Sheet, about, draw_line, height_of
from calm_instructor.exchange.paper.signing import draw_signature_line
from calm_instructor.exchange.paper.wrapping import Piece, Text, pieces, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_results as own
from calm_instructor.messages.showing import day, listed


@dataclass(frozen=True)
class CertifiedTechnique:
    """A technique its holder may use, with its limit, as in "seated only" (R21)."""

    technique: Technique
    limit: str = ""


@dataclass(frozen=True)
class Certificate:
    """What a certificate or an in-house record says.

    name: as the person wants it on a certificate. assessed_on: the day of the last assessment. need: the TNA it rests on.
    organisation_signature: who signs for the organisation, with their role. limits: what narrows the whole authority.
    """

    imprint: Imprint
    name: str
    staff_number: str
    role: str
    site: str
    kind: str
    tier: str
    assessed_on: date
    valid_until: date
    techniques: tuple[CertifiedTechnique, ...]
    authority: Authority
    need: Need
    lead: Instructor
    lead_signature: Signature
    organisation_signature: Signature
    limits: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()


def print_certificate(paper: Certificate) -> bytes:
    """The certificate as PDF. Raises ValueError where the set holds an entry of the built-in list (R25)."""
    if paper.imprint.generic:
        raise ValueError("no certificate while the set is GENERIC (R25)")
    return _printed(paper, own.CERTIFICATE, "", own.CERTIFY)


def print_in_house_record(paper: Certificate) -> bytes:
    """The record of in-house training as PDF: no programme in its head, GENERIC at its foot (R25)."""
    imprint = replace(paper.imprint, programme="", generic=True)
    return _printed(replace(paper, imprint=imprint), own.IN_HOUSE_RECORD, own.IN_HOUSE_SUBTITLE, own.RECORDS)


def _printed(paper: Certificate, title: str, subtitle: str, opening: str) -> bytes:
    kind = words.say(title)
    return printed(lambda press: _lay(press, paper, kind, subtitle, opening), about(paper.imprint, kind))


_COLUMN = 86.0  # two columns of techniques, the second at 90
_BESIDE = 120.0
_UNDER_LINE = 15.5  # name and role under a signature
_SIGNED_AT = 236.0  # where the signatures stand unless the text reaches lower


def _lay(press: Press, paper: Certificate, kind: str, subtitle: str, opening: str) -> None:
    sheet = Sheet(press, paper.imprint, kind)
    sheet.plain_page()
    _title(sheet, paper, subtitle)
    _holder(sheet, paper, opening)
    _techniques(sheet, paper)
    _authority(sheet, paper)
    _grounds(sheet, paper)
    _signatures(sheet, paper)
    sheet.end()


def _full(paper: Certificate) -> bool:
    """Whether there is so much on the page that it has to be set closer."""
    return len(paper.techniques) > 8 or bool(paper.overrides)


def _title(sheet: Sheet, paper: Certificate, subtitle: str) -> None:
    press, down = sheet.press, 16 if _full(paper) else 26
    with press.tagged("H1"):
        title = fit(sheet.title, sheet.width, 30, 20, bold=True)
        press.text(sheet.left, sheet.y + down, title.lines[0], title.size, bold=True)
    sheet.y += down
    course = " · ".join(p for p in (words.course_kind(paper.kind, paper.tier), paper.imprint.reference) if p)
    for line in (words.say(subtitle) if subtitle else "", course):
        if line:
            sheet.y += 7
            with press.tagged("P"):
                press.text(sheet.left, sheet.y, line, fit(line, sheet.width, 11, 8).size)


def _fitted_name(name: str, width: float) -> Fitted:
    """Large on two lines rather than small on one; small only where a word would have to be parted."""
    large = fit(name, width, 26, 19, bold=True)
    return large if " ".join(large.lines) == name else fit(name, width, 19, 11, bold=True)


def _holder(sheet: Sheet, paper: Certificate, opening: str) -> None:
    press = sheet.press
    sheet.y += 9.5 if _full(paper) else 15
    with press.tagged("P"):
        press.text(sheet.left, sheet.y, words.say(opening), 11)
    name = _fitted_name(paper.name, sheet.width)
    step = name.size * 0.42
    sheet.y += 11 if _full(paper) else 12.5
    with press.tagged("P"):
        places = [(sheet.left, sheet.y + step * index, line) for index, line in enumerate(name.lines)]
        press.lines(places, name.size, bold=True, whole=paper.name)
    sheet.y += step * (len(name.lines) - 1) + 10
    facts = (paper.role, words.say(own.WITH_STAFF_NUMBER, number=paper.staff_number), paper.site)
    _text(sheet, " · ".join(fact for fact in facts if fact), sheet.width, 10.5, 5.6, above=0)
    said = pieces(own.was_taught(len(paper.techniques)), day=day(paper.assessed_on))
    _text(sheet, said, sheet.width, 11, 5.7, above=5.2)


def _text(
    sheet: Sheet, text: Text, width: float, size: float, step: float, above: float, x: float | None = None
) -> None:
    """A text in lines of a certificate's size, the first one ``above`` under the pen."""
    sheet.y += above
    with sheet.press.tagged("P"):
        for index, line in enumerate(wrapped(text, width, size)):
            sheet.y += step if index or above else 0
            draw_line(sheet.press, sheet.left if x is None else x, sheet.y, line, size)


def _techniques(sheet: Sheet, paper: Certificate) -> None:
    """Each technique with the hold it addresses, in two columns read line by line."""
    sheet.y += 7
    many = len(paper.techniques) > 8
    for index in range(min(2, len(paper.techniques))):
        sheet.press.rule(sheet.left + index * 90, sheet.y, sheet.left + index * 90 + _COLUMN, weight=ROW)
    for start in range(0, len(paper.techniques), 2):
        row = paper.techniques[start : start + 2]
        height = max(_technique_height(each, many) for each in row)
        for index, each in enumerate(row):
            _technique(sheet, each, sheet.left + index * 90, many)
            x, low = sheet.left + index * 90, sheet.y + height
            sheet.press.rule(x, low, x + _COLUMN, weight=ROW)
        sheet.y += height


def _technique_lines(each: CertifiedTechnique) -> list[tuple[Piece, ...]]:
    lines = [*wrapped(each.technique.addresses, _COLUMN - 18, 8.5)]
    if each.limit:
        lines += wrapped(pieces(words.say(own.LIMIT), limit=each.limit), _COLUMN - 18, 8.5)
    return lines


def _technique_height(each: CertifiedTechnique, many: bool) -> float:
    name = fit(each.technique.name, _COLUMN - 18, 10, 8, bold=True)
    return (6.6 if many else 8.2) + 4.2 * (len(name.lines) - 1 + len(_technique_lines(each)))


def _technique(sheet: Sheet, each: CertifiedTechnique, x: float, many: bool) -> None:
    press, y = sheet.press, sheet.y + (4.2 if many else 5.0)
    name = fit(each.technique.name, _COLUMN - 18, 10, 8, bold=True)
    with press.tagged("P"):
        press.text(x, y, each.technique.code, fit(each.technique.code, 17, 9, 6.5, bold=True).size, bold=True)
        places = [(x + 18, y + 4 * index, line) for index, line in enumerate(name.lines)]
        press.lines(places, name.size, bold=True, whole=each.technique.name)
    y += 4 * (len(name.lines) - 1)
    with press.tagged("P"):
        for index, line in enumerate(_technique_lines(each)):
            draw_line(press, x + 18, y + 4.2 * (index + 1), line, 8.5)


def _authority(sheet: Sheet, paper: Certificate) -> None:
    """The authority's words beside the box with its last day."""
    press, top = sheet.press, sheet.y + 6
    x, wide, high = sheet.left + _BESIDE, 56.0, 26.0
    press.box(x, top, wide, high, weight=1.2)
    with press.tagged("P"):
        press.text(x + 5, top + 6.6, words.say(own.VALID_UNTIL), 8.5)
        until = day(paper.valid_until)
        press.text(x + 5, top + 14.8, until, fit(until, wide - 9, 18, 12, bold=True).size, bold=True)
        press.text(x + 5, top + 21, words.say(own.REFRESHER_BY), 8)
    sheet.y = top
    text = authority_text(own.AUTHORITY_OF_CERTIFICATE, paper.authority)
    if paper.limits:
        text += (Piece(" "), *pieces(words.say(own.LIMITS_ARE), limits=listed(paper.limits)))
    with sheet.press.tagged("P"):
        for line in wrapped(text, _BESIDE - 10, 9.5):
            sheet.y += 4.7
            draw_line(press, sheet.left, sheet.y, line, 9.5)
    sheet.y = max(sheet.y, top + high)


def _grounds(sheet: Sheet, paper: Certificate) -> None:
    need = paper.need
    grounds = own.grounds(need.reference, need.revision, need.authorised_on, need.authorised_by, need.role)
    sheet.y += 2
    sheet.paragraph(grounds, 8.5, 11)
    if paper.overrides:
        text = overrides_text(paper.overrides)
        if not sheet.room(height_of(text, sheet.width, 7.5, 9.6) + 1.5):
            _turn(sheet, paper)
        sheet.y += 1.5
        sheet.paragraph(text, 7.5, 9.6)


def _turn(sheet: Sheet, paper: Certificate) -> None:
    """A page for what the first can't hold, with its holder's name."""
    sheet.new_page()
    sheet.person(paper.name, paper.staff_number)


def _signatures(sheet: Sheet, paper: Certificate) -> None:
    above = 12 if _full(paper) else 16
    if not sheet.room(above + _UNDER_LINE):
        _turn(sheet, paper)
    press, y = sheet.press, sheet.y + above
    y = max(y, _SIGNED_AT) if press.page == 1 else y
    lead = paper.lead
    as_lead = own.signs_as(paper.lead_signature.role, lead.authorisation, lead.expires, lead.confirmed)
    for x, signature, role in (
        (sheet.left, paper.lead_signature, as_lead),
        (sheet.left + 90, paper.organisation_signature, own.for_organisation(paper.organisation_signature.role)),
    ):
        draw_signature_line(press, x, y, _COLUMN, signature, caption=" ", date_width=24, clear=above - 2)
        with press.tagged("P"):
            name = fit(signature.name or words.NOTHING, _COLUMN - 28, 10, 7.5, bold=True)
            places = [(x, y + 7.4 + 3.4 * index, line) for index, line in enumerate(name.lines)]
            press.lines(places, name.size, bold=True, whole=signature.name or words.NOTHING)
            low = y + 7.4 + 3.4 * (len(name.lines) - 1)
            for index, line in enumerate(wrapped(role, _COLUMN, 8)):
                draw_line(press, x, low + 4.2 + 3.6 * index, line, 8)
