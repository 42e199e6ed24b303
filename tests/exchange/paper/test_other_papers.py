"""What single papers must and must not say."""

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from calm_instructor.exchange.paper.blank_register import print_blank_register
from calm_instructor.exchange.paper.certificate import print_certificate, print_in_house_record
from calm_instructor.exchange.paper.course_plan import print_course_plan
from calm_instructor.exchange.paper.facts import Mark, NotAssessed, Outcome, Result, SignatureState
from calm_instructor.exchange.paper.individual_record import print_individual_record
from calm_instructor.exchange.paper.qr import qr_text
from calm_instructor.exchange.paper.tna_summary import print_tna_summary
from tests.exchange.paper import reading_back as found
from tests.exchange.paper import sheets
from tests.exchange.paper.papers import printed

# ── certificate and in-house record ─────────────────────────────────────────────────────────────────────────────────


def test_a_general_list_gets_no_certificate():
    with pytest.raises(ValueError, match="R25"):
        print_certificate(sheets.certificate("Hamish Reid", 6))


def test_the_in_house_record_says_what_it_is_and_names_no_programme():
    text = found.text_of(printed("in-house record"))
    assert "Record of in-house training General list, not CALM’s issued catalogue" in text
    assert "CALM Escape Techniques" not in text
    assert "Certificate" not in text


def test_it_is_general_whatever_its_imprint_says():
    paper = sheets.certificate("Hamish Reid", 2)
    data = print_in_house_record(replace(paper, imprint=replace(paper.imprint, generic=False)))
    assert "GENERIC" in found.text_of(data)


def test_the_certificate_names_programme_authority_day_and_need():
    text = found.text_of(printed("certificate"))
    for said in (
        "CALM Escape Techniques",
        "Certificate of competence",
        "six escape techniques named here and no others",
        "only in Glenmarrow Care Services at Ashgrove House and Burnside School",
        "Limit: seated only",
        "18 Nov 2027",
        "Need: TNA-2217-26-003 revision 2, authorised 21 Sep 2026 by Iain Mac a’ Ghobhainn, Head of Service",
        "Reprint 2, 3 Dec 2026",
    ):
        assert said in text


# ── individual record ───────────────────────────────────────────────────────────────────────────────────────────────


def test_authority_names_organisation_services_day_and_shifts():
    text = found.text_of(printed("record, competent"))
    assert "only in Glenmarrow Care Services at Ashgrove House, only on shifts for this organisation" in text
    assert "until 18 Nov 2027" in text
    assert "while TNA-2217-26-003 revision 2, or a later one for these services, names it" in text
    assert "Limits: hair, seated only." in text


def test_without_authority_the_first_page_says_so_and_carries_the_plan():
    first, *_ = found.text_of_pages(printed("record, Arabic, not yet"))
    assert first.count("No authority to use") == 2
    assert "Support: two coached practices." in first
    assert "May use" not in first


def test_every_attempt_is_listed_with_feedback_and_correction():
    text = found.text_of(printed("record, Chinese, not completed, many attempts"))
    assert text.count("A1, A9 Needed a prompt") == 40
    assert "Corrected by Jean Macdonald, 19 Nov 2026 08:10: wrong row." in text
    assert "Entered from A-2217-26-011." in text


def test_nobody_signs_to_attempts_where_there_were_none():
    record = sheets.individual_record("Suharto", 2)
    none = Mark(Result.NOT_ASSESSED, why=NotAssessed.NOT_AVAILABLE)
    absent = replace(
        record, results=tuple(replace(each, mark=none) for each in record.results), core_behaviours=none, attempts=()
    )
    assert "Each attempt was seen" in found.text_of(print_individual_record(record))
    text = found.text_of(print_individual_record(absent))
    assert "Each attempt was seen" not in text
    assert "Nothing was assessed." in text


def test_a_disagreement_is_ticked_and_its_note_printed():
    record = sheets.individual_record("Suharto", 2)
    signature = replace(record.trainee, state=SignatureState.DISAGREES)
    data = print_individual_record(replace(record, trainee=signature, disagreement="The second try was right."))
    assert "Note of the trainee: The second try was right." in found.text_of(data)
    assert "ticked" in [alt for _, alt, _ in found.elements(data)]


def test_boxes_start_empty():
    alts = [alt for _, alt, _ in found.elements(printed("record, competent"))]
    assert "ticked" not in alts
    assert sum(alt.startswith("empty box") for alt in alts) == 1


def test_criteria_say_met_not_met_and_not_asked_in_words():
    data = print_individual_record(sheets.individual_record("Suharto", 4, Outcome.NOT_YET_COMPETENT))
    alts = [alt for _, alt, _ in found.elements(data)]
    assert alts.count("not met") == 2
    assert "A12: optional, not asked." in found.text_of(data)


# ── TNA summary ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_need_is_signed_like_any_other_answer():
    first, second = found.text_of_pages(printed("TNA, no need"))
    assert "I confirm that Ashgrove House has no legitimate need for physical skills" in first
    assert "no physical course is planned on this analysis" in first
    assert "Leg or ankle Not carried as a risk: met by moving the bed; one incident" in second


def test_R40_where_no_need_was_found_no_column_asks_for_a_technique():
    tna = replace(sheets.tna_summary(6, 3, needed=False), compared=None)
    first = found.text_of_pages(print_tna_summary(tna))[0]
    assert "Why this one" not in first
    assert "No technique chosen" not in first
    assert "Sleeve held" in first


@pytest.mark.parametrize(("risks", "left_out"), [(5, 8), (8, 25)])
def test_R43_what_is_signed_stands_on_the_first_page_with_its_signature(risks, left_out):
    first, second = found.text_of_pages(print_tna_summary(sheets.tna_summary(risks, left_out)))
    assert "I have read the risks" in first
    assert "Iain Mac a’ Ghobhainn" in first
    assert "Not covered: risk 3" in first
    assert "Incidents per hold or grab" in second
    assert ("Left out, and why" in first) is (risks == 5)
    assert ("Left out, and why" in second) is (risks == 8)


def test_a_technique_that_was_explained_refers_to_its_risk():
    text = found.text_of(print_tna_summary(sheets.tna_summary(3, 0)))
    assert text.count("GEN-W1 see risk 1") == 2
    assert text.count("One for two hands") == 1


def test_R38_the_trend_and_the_counts_of_the_audit_before_are_printed():
    tna = sheets.tna_summary(2, 0)
    risks = tuple(replace(each, trend="rising") for each in tna.risks)
    holds = tuple(replace(each, then=777) for each in tna.holds)
    first, second = found.text_of_pages(print_tna_summary(replace(tna, risks=risks, holds=holds)))
    assert first.count("rising") == 2
    assert second.count("777") == len(holds)
    assert "Rev. 1: its last 12 months." in second
    assert "Rev. 1" not in found.text_of(print_tna_summary(tna))


def test_R38_risks_ended_and_new_since_stand_with_what_changed():
    tna = sheets.tna_summary(3, 0)
    assert tna.compared is not None
    changed = replace(tna, compared=replace(tna.compared, ended=(4, 5), new=(2,)))
    assert "Unchanged: 5. Risks 4 and 5 have ended. Risk 2 is new." in found.text_of(print_tna_summary(changed))


def test_every_hold_counted_is_a_risk_ended_or_not_carried():
    text = found.text_of(print_tna_summary(sheets.tna_summary(6, 3)))
    assert "5 ended" in text
    assert "No longer current: risk 5, Held from behind (36 incidents), ended 2 Sep 2026." in text
    assert "Proposed as ended: no recent incident" in text
    assert "Not carried as a risk:" in text


def test_what_rests_only_on_ended_risks_is_proposed_for_removal_by_name():
    text = found.text_of(print_tna_summary(sheets.tna_summary(6, 3)))
    assert text.count("Proposed for removal:") == 1
    assert "; GEN-W6 Upper arm or sleeve, which rests only on risk 5." in text
    assert "Not covered: risk 3." in text


def test_tier_checks_and_answered_notes_are_printed():
    text = found.text_of(print_tna_summary(sheets.tna_summary(6, 3)))
    assert "Not a lower tier: two hands in 9 of 14." in text
    assert "Acceptable because plans name it" in text


def test_R38_equal_lengths_of_time_stand_beside_each_other():
    tna = sheets.tna_summary(1, 0)
    holds = (replace(tna.holds[0], monthly=(500, *[20] * 12, *[3] * 12)),)
    text = found.text_of(print_tna_summary(replace(tna, holds=holds)))
    assert all(each in text for each in ("240", "36", "776", "Before: the 12 before those."))
    assert "740" not in text


def test_a_chart_reads_out_its_counts():
    tna = sheets.tna_summary(1, 0)
    alts = [alt for _, alt, _ in found.elements(print_tna_summary(tna))]
    assert f"Wrist held, per month: {', '.join(map(str, tna.holds[0].monthly))}" in alts


# ── plan and register ───────────────────────────────────────────────────────────────────────────────────────────────


def test_framing_counts_for_no_part_and_breaks_count_for_nothing():
    plan = sheets.course_plan(1, 6)
    text = found.text_of(print_course_plan(plan))
    blocks = plan.days[0].blocks
    framing = next(block.minutes for block in blocks if block.type.value == "framing")
    assert f"Framing, no part {framing}" in text
    parts = sum(block.minutes for block in blocks if block.part)
    assert parts + framing == sum(b.minutes for b in blocks if b.type.value != "break")


def test_R13_what_holds_of_both_instructors_is_said_once_at_their_end():
    plan = sheets.course_plan(1, 6)
    neither = replace(plan, lead=replace(plan.lead, confirmed=False), assisting=(sheets.ASSISTING,))
    text = found.text_of(print_course_plan(neither))
    assert text.count("confirmed by head office") == 1
    assert "(CALM-ET-0388, 30 Jun 2027); neither confirmed by head office" in text


def test_R13_where_one_of_two_is_confirmed_it_stands_with_the_other():
    plan = replace(sheets.course_plan(1, 6), assisting=(sheets.ASSISTING,))
    assert plan.lead.confirmed
    assert "(CALM-ET-0388, 30 Jun 2027, not confirmed by head office)" in found.text_of(print_course_plan(plan))


def test_R41_must_attend_is_never_broken_over_two_lines():
    plan = sheets.course_plan(1, 6)
    day = plan.days[0]
    blocks = [replace(day.blocks[0], what="Safety " + "i" * length, must_attend=True) for length in range(20, 60, 2)]
    data = print_course_plan(replace(plan, days=(replace(day, blocks=tuple(blocks)),)))
    lines = [box.text.strip() for page in PdfDocument(data) for box in found.texts(page)]
    assert sum("attend" in line for line in lines) == len(blocks)
    assert not [line for line in lines if line.endswith("must") or line.startswith("attend")]


def test_the_plan_shows_benchmark_floor_and_seconds():
    text = found.text_of(printed("plan, one day"))
    assert "6:23: a published example of too little practice; 12: your organisation’s warning number" in text
    assert "Assessment: 95 seconds for each attempt" in text
    assert "20 Oct 2026, 29 days before" in text


def test_the_register_has_at_least_five_spare_lines_each_day():
    register = replace(sheets.blank_register(3, 2), spare_lines=1)
    for page in found.text_of_pages(print_blank_register(register)):
        assert " 8 Date" in page
        assert " 9 Date" not in page


def test_who_comes_for_theory_only_has_nothing_to_clear():
    text = found.text_of(print_blank_register(sheets.blank_register(5, 1)))
    assert text.count("theory part only") == 1
    assert text.count("Y N") == 4 + 5


# ── foot ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_reprint_says_so_on_every_page():
    record = sheets.individual_record("Suharto", 2)
    again = replace(record, imprint=replace(record.imprint, reprint=sheets.REPRINT))
    assert all("Reprint 2, 3 Dec 2026" in page for page in found.text_of_pages(print_individual_record(again)))


def test_a_code_too_long_for_its_square_is_refused():
    record = sheets.individual_record("Suharto", 2)
    long = replace(record, imprint=replace(record.imprint, fingerprint="ab" * 64))
    with pytest.raises(ValueError, match="too many"):
        print_individual_record(long)


def test_the_code_holds_nothing_personal():
    imprint = sheets.IMPRINT
    assert qr_text(imprint.record_id, 2, "ff") == f"CALM:{str(imprint.record_id).upper()}:2:FF"
