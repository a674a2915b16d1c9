"""A badge in, a verdict and a lead out, on disk: at a booth."""

import datetime as dt
import uuid

import pytest

from showcase.errors import InputError
from showcase.leads.asking import EMPTY
from showcase.leads.capture import Capture
from showcase.leads.finding import Filter
from showcase.leads.kinds import CardState, Channel, Clock, FactKind, Fault, Method, QuestionKind, Tone, Verdict
from showcase.leads.records import Answer, Form, Option, Question, RatingWord
from showcase.leads.selftest import TEST_DIGITS, TEST_TEXT
from showcase.leads.telling import notice, rating_words, say
from showcase.messages import LANGUAGES
from showcase.people import edits as people
from showcase.people.kinds import Purpose, Role
from showcase.qr.payload import BadgePayload, sign_url
from showcase.store.columns import now


def read(capture, text, **more):
    return capture.read(text, Method.WEDGE, **more)


def test_a_badge_makes_a_lead_with_the_card_the_visitor_agreed_to(summit, ticker):
    badge = summit.badge(email="ngoc@example.vn", phone="+84 24 1234", job_title={"vi": "Phó giám đốc"})
    capture = summit.booth(ticker)
    outcome = read(capture, badge.token, staff="Lan")
    assert (outcome.verdict, outcome.role, outcome.card_state) == (Verdict.VALID, Role.DELEGATE, CardState.GIVEN)
    assert outcome.card.name == "Nguyễn Thị Bích Ngọc"
    assert (outcome.card.email, outcome.card.phone, outcome.card.number) == ("ngoc@example.vn", "", badge.number)
    assert (outcome.nth_today, outcome.scans, outcome.verified, outcome.clock) == (1, 1, True, Clock.GOOD)
    lead = capture.lead(outcome.subject)
    assert lead == outcome.lead
    assert (lead.name, lead.scans, lead.staff, lead.number) == ("Nguyễn Thị Bích Ngọc", 1, ("Lan",), badge.number)
    assert lead.job_title(["vi"]) == "Phó giám đốc"
    assert lead.first_at == ticker.moment


def test_the_telephone_has_a_consent_of_its_own(summit):
    both = (Purpose.EXHIBITORS, Purpose.EXHIBITORS_PHONE)
    badge = summit.badge(phone="+84 24 1234", consents=both)
    assert read(summit.booth(), badge.token).card.phone == "+84 24 1234"


def test_who_was_seen_before_is_told_with_the_first_time(summit, ticker):
    badge = summit.badge()
    capture = summit.booth(ticker)
    first = read(capture, badge.token)
    ticker.pass_time(minutes=30)
    again = read(capture, badge.token)
    assert (again.verdict, again.first_at, again.scans, again.nth_today) == (Verdict.SEEN, first.at, 2, None)
    assert again.verdict.tone is Tone.AGAIN


def test_who_did_not_agree_is_a_role_and_nothing_more(summit):
    badge = summit.badge(consents=(), email="secret@example.vn")
    capture = summit.booth()
    outcome = read(capture, badge.token)
    assert (outcome.verdict, outcome.card, outcome.card_state) == (Verdict.VALID, None, CardState.NOT_GIVEN)
    assert (outcome.lead.name, outcome.lead.email, outcome.lead.role) == ("", "", Role.DELEGATE)


def test_a_badge_that_is_newer_than_the_list_makes_a_lead_without_a_name(summit):
    path = summit.make(booth="A12")
    badge = summit.badge()
    capture = summit.capture(path)
    outcome = read(capture, badge.token)
    assert (outcome.verdict, outcome.card_state) == (Verdict.VALID, CardState.UNKNOWN)
    summit.update(path)
    assert capture.lead(outcome.subject).name == "Nguyễn Thị Bích Ngọc"
    assert capture.standing().recent[0].name == "Nguyễn Thị Bích Ngọc"


def test_revoked_and_replaced_badges_show_no_name_and_when(summit):
    revoked, lost = summit.badge(), summit.badge(given_name="Văn Đức")
    with summit.database.transaction() as session:
        people.revoke_badge(session, revoked.id)
        people.reissue_badge(session, lost.id, summit.signer)
    capture = summit.booth()
    for badge, verdict in ((revoked, Verdict.REVOKED), (lost, Verdict.REPLACED)):
        outcome = read(capture, badge.token)
        assert (outcome.verdict, outcome.card, outcome.lead) == (verdict, None, None)
        assert abs(outcome.ended_at - now()) < dt.timedelta(minutes=1)
        assert capture.lead(outcome.subject) is None
        assert read(capture, badge.number).verdict is verdict
    assert capture.standing().leads == 0


def test_the_new_badge_of_somebody_who_was_met_is_the_same_lead(summit):
    old = summit.badge()
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    subject = read(capture, old.token).subject
    capture.rate(subject, 4)
    with summit.database.transaction() as session:
        new = people.reissue_badge(session, old.id, summit.signer)
    assert read(capture, new.token).verdict is Verdict.VALID  # the list does not know the new badge yet
    summit.update(path)
    outcome = read(capture, new.token)
    assert (outcome.verdict, outcome.lead.rating, outcome.lead.scans) == (Verdict.SEEN, 4, 3)
    assert read(capture, old.token).verdict is Verdict.REPLACED
    assert len(capture.leads()) == capture.standing().leads == 1


def resigned(summit, badge, **change):
    payload = summit.payload(badge)
    values = {name: getattr(payload, name) for name in ("key_id", "type", "event", "badge_id", "expires")}
    return summit.signer.sign(BadgePayload(**{**values, **change}))


def test_expired(summit, ticker):
    badge = summit.badge()
    capture = summit.booth(ticker)
    token = resigned(summit, badge, expires=int(ticker.moment.timestamp()) + 60)
    assert read(capture, token).verdict is Verdict.VALID
    ticker.pass_time(minutes=2)
    outcome = read(capture, token)
    assert (outcome.verdict, outcome.ended_at) == (Verdict.EXPIRED, ticker.moment - dt.timedelta(minutes=1))


def test_a_clock_in_doubt_refuses_nobody(summit, ticker):
    badge = summit.badge()
    capture = summit.booth(ticker)
    ticker.set_clock(days=900)
    outcome = read(capture, badge.token)
    assert (outcome.verdict, outcome.clock) == (Verdict.CLOCK_SUSPECT, Clock.AHEAD)
    assert outcome.lead.scans == 1
    ticker.set_clock(days=-900)
    ticker.set_clock(days=-3650)
    outcome = read(capture, badge.token)
    assert (outcome.verdict, outcome.clock) == (Verdict.SEEN, Clock.BEHIND)
    ticker.set_clock(days=3650, hours=1)
    assert read(capture, badge.token).clock is Clock.JUMPED


def test_order_is_kept_when_the_clock_goes_back(summit, ticker):
    badge = summit.badge()
    capture = summit.booth(ticker)
    subject = read(capture, badge.token).subject
    capture.rate(subject, 2)
    ticker.set_clock(days=-1)
    assert capture.rate(subject, 5).rating == 5


def test_other_events_keys_and_forgeries(summit, other_signer):
    badge = summit.badge()
    capture = summit.booth()
    payload = summit.payload(badge)
    forged = other_signer.sign(payload)
    assert read(capture, forged).verdict is Verdict.FORGED
    assert read(capture, resigned(summit, badge, event=(payload.event + 1) % 2**32)).verdict is Verdict.OTHER_EVENT
    assert read(capture, resigned(summit, badge, key_id=200)).verdict is Verdict.UNKNOWN_KEY
    assert capture.standing().leads == 0
    assert [scan.verdict for scan in capture.failed()] == [Verdict.UNKNOWN_KEY, Verdict.OTHER_EVENT, Verdict.FORGED]
    assert capture.failed()[-1].raw == forged.encode()


@pytest.mark.parametrize(
    ("text", "faults", "verdict"),
    [
        ("https://example.com/x", (), Verdict.NOT_OURS),
        ("", (), Verdict.NOT_OURS),
        ("BEGIN:VCARD\nFN:Bà Ẩn Danh\nEND:VCARD", (), Verdict.NOT_OURS),
        (b"\xff\x00\xfe binary", (), Verdict.NOT_OURS),
        ("1" * 200, (Fault.CUT_SHORT,), Verdict.UNREADABLE),
        ("9" * 221, (), Verdict.UNREADABLE),
        ("é" * 120, (Fault.AZERTY, Fault.CUT_SHORT), Verdict.UNREADABLE),
        ("12345678", (), Verdict.NUMBER_MISTYPED),
        ("12345674", (), Verdict.NUMBER_UNKNOWN),
    ],
)
def test_what_is_no_badge_is_kept_with_its_reason_and_bytes(summit, text, faults, verdict):
    capture = summit.booth()
    outcome = read(capture, text, faults=faults)
    assert (outcome.verdict, outcome.lead, outcome.subject) == (verdict, None, None)
    (failed,) = capture.failed()
    raw = text if isinstance(text, bytes) else text.encode()
    assert (failed.fact_id, failed.raw, failed.faults) == (outcome.fact_id, raw, faults)


def test_a_test_code_changes_nothing(summit):
    capture = summit.booth()
    before = capture._station.path.read_bytes()
    for text in (TEST_DIGITS, TEST_TEXT):
        outcome = read(capture, text)
        assert (outcome.verdict, outcome.fact_id) == (Verdict.TEST, None)
    assert capture._station.path.read_bytes() == before


def test_a_typed_number_opens_no_contact(summit):
    badge = summit.badge(email="ngoc@example.vn")
    capture = summit.booth()
    outcome = capture.read(badge.number, Method.TYPED)
    assert (outcome.verdict, outcome.verified, outcome.card_state) == (Verdict.VALID, False, CardState.SEALED)
    assert (outcome.card, outcome.lead.name, outcome.lead.number) == (None, "", badge.number)
    scanned = read(capture, badge.token)
    assert (scanned.verdict, scanned.lead.name, scanned.lead.scans) == (Verdict.SEEN, "Nguyễn Thị Bích Ngọc", 2)
    assert capture.standing().leads == 1


@pytest.mark.parametrize(
    "between", [" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "-", " – ", "\N{NON-BREAKING HYPHEN}"]
)
def test_a_number_may_be_written_in_two_groups_by_hand(summit, between):
    badge = summit.badge()
    capture = summit.booth()
    written = f" {badge.number[:4]}{between}{badge.number[4:]}\n"
    for method in (Method.TYPED, Method.CLIPBOARD):
        outcome = capture.read(written, method)
        assert (outcome.verdict.makes_lead, outcome.lead.number) == (True, badge.number)
    mistyped = f"{badge.number[:4]}{between}{(int(badge.number[4:]) + 1) % 10_000:04}"
    assert capture.read(mistyped, Method.TYPED).verdict is Verdict.NUMBER_MISTYPED
    # A code that says so is no badge's, and neither is a date or a telephone number.
    assert capture.read(written, Method.CAMERA).verdict is Verdict.NOT_OURS
    for other in ("27-11-2026", f"{badge.number[:4]}\n\n\n\n{badge.number[4:]}", f"0 {written}"):
        assert capture.read(other, Method.CLIPBOARD).verdict is Verdict.NOT_OURS
    assert capture.failed()[0].raw == f"0 {written}".encode()


def numbers_of(summit):
    from showcase.catalogue.queries import list_booths, list_products

    with summit.database.reading() as session:
        products = {product.id: product.number for product in list_products(session)}
        return [products[product] for product in summit.products], list_booths(session)[0].number


def test_a_product_card_adds_a_product_to_who_was_scanned_last(summit, ticker):
    numbers, booth = numbers_of(summit)
    badge = summit.badge()
    capture = summit.booth(ticker)
    address = sign_url("https://vasc.example", "P", numbers[0])
    alone = read(capture, address)
    assert (alone.verdict, alone.lead, alone.fact_id) == (Verdict.PRODUCT, None, None)
    subject = read(capture, badge.token).subject
    outcome = read(capture, address.lower())
    assert (outcome.product.id, outcome.lead.products) == (summit.products[0], (summit.products[0],))
    assert read(capture, f"HTTPSÑ--VÁC.EXAMPLE-P-{numbers[1]}").lead.products == tuple(summit.products[:2])
    assert read(capture, numbers[1]).verdict is Verdict.PRODUCT
    foreign = read(capture, sign_url("https://vasc.example", "P", numbers[2]))
    assert (foreign.product.own, foreign.lead) == (False, None)
    assert read(capture, sign_url("https://vasc.example", "B", booth)).verdict is Verdict.SIGN
    assert capture.interest(subject, summit.products[0], on=False).products == (summit.products[1],)
    ticker.pass_time(minutes=6)
    assert read(capture, address).lead is None
    assert [thing.id for thing in capture.products()] == summit.products[:2]


def test_everything_is_added_and_nothing_overwritten(summit):
    badge = summit.badge()
    capture = summit.booth()
    subject = read(capture, badge.token).subject
    assert capture.rate(subject, 3).rating == 3
    assert capture.rate(subject, 0).rating == 0
    lead = capture.note(subject, "  Cần báo giá cho 3 phường  ven sông. ", staff="Lan")
    (note,) = lead.notes
    assert (note.text, note.staff) == ("Cần báo giá cho 3 phường ven sông.", "Lan")
    lead = capture.note(subject, "Gọi lại sau 15 giờ")
    lead = capture.note(subject, "Cần báo giá", replaces=note.fact_id)
    assert [it.text for it in lead.notes] == ["Gọi lại sau 15 giờ", "Cần báo giá"]
    lead = capture.note(subject, "", replaces=lead.notes[0].fact_id)
    assert [it.text for it in lead.notes] == ["Cần báo giá"]
    lead = capture.detail(subject, "email", "other@example.vn")
    assert lead.email == "other@example.vn"
    assert capture.detail(subject, "email", "").email == ""
    with pytest.raises(ValueError, match="shoe"):
        capture.detail(subject, "shoe", "44")
    with pytest.raises(ValueError, match="6"):
        capture.rate(subject, 6)
    with pytest.raises(InputError):
        capture.note(subject, "x" * 9000)
    with pytest.raises(InputError):
        capture.rate("0" * 32, 3)


def test_consent_is_given_for_each_way_and_can_be_taken_back(summit):
    badge = summit.badge(email="ngoc@example.vn")
    capture = summit.booth()
    subject = read(capture, badge.token).subject

    def say_so(channel, given):
        return capture.consent(subject, channel, given=given, notice="booth-1", language="vi")

    assert say_so(Channel.EMAIL, given=True).follow_up == {Channel.EMAIL: True}
    assert say_so(Channel.EMAIL, given=False).follow_up == {Channel.EMAIL: False}
    capture.note(subject, "Rất quan tâm")
    lead = say_so(Channel.ALL, given=False)
    assert (lead.withdrawn, lead.name, lead.notes, lead.card_state) == (True, "", (), CardState.WITHDRAWN)
    assert capture.leads() == []
    assert [lead.withdrawn for lead in capture.leads(Filter(withdrawn=True))] == [True]
    again = read(capture, badge.token)
    assert (again.card, again.card_state) == (None, CardState.WITHDRAWN)


def test_undo_takes_back_the_last_and_then_the_one_before(summit):
    badge = summit.badge()
    capture = summit.booth()
    subject = read(capture, badge.token).subject
    capture.rate(subject, 4)
    capture.note(subject, "Một")
    read(capture, "not ours at all")
    assert capture.undo().what is FactKind.NOTE
    undone = capture.undo()
    assert (undone.what, undone.lead.rating) == (FactKind.RATING, 0)
    undone = capture.undo()
    assert (undone.what, undone.lead, capture.leads(), capture.standing().leads) == (FactKind.SCAN, None, [], 0)
    assert capture.undo() is None
    assert read(capture, badge.token).verdict is Verdict.VALID


def test_one_fact_is_undone_by_its_id_and_once(summit):
    capture = summit.booth()
    subject = read(capture, summit.badge().token).subject
    # The badge is newer than the list: it is a lead all the same.
    first = capture.note(subject, "Một").notes[0]
    capture.note(subject, "Hai")
    assert [note.text for note in capture.undo(first.fact_id).lead.notes] == ["Hai"]
    assert capture.undo(first.fact_id) is None
    assert capture.undo(uuid.uuid4()) is None


FORM = Form(
    (RatingWord({"vi": "Lạnh"}, {"vi": "Chưa cần"}), *[RatingWord({}, {})] * 4),
    (
        Question("when", QuestionKind.ONE, {"vi": "Nào?"}, (Option("q", {"vi": "Quý"}), Option("y", {"vi": "2026"}))),
        Question("what", QuestionKind.MANY, {"vi": "Gì?"}, (Option("a", {"vi": "A"}), Option("b", {"vi": "B"}))),
        Question("why", QuestionKind.TEXT, {"vi": "Vì sao?"}),
    ),
)  # fmt: skip


def test_an_exhibitor_asks_questions_of_their_own(summit):
    capture = summit.booth()
    assert capture.form() == EMPTY
    assert capture.set_form(FORM) == capture.form() == FORM
    subject = read(capture, summit.badge().token).subject
    capture.answer(subject, "when", "y")
    capture.answer(subject, "what", ["b", "a", "b"])
    lead = capture.answer(subject, "why", "Vì ngập")
    assert lead.answers == {"when": Answer("", ("y",)), "what": Answer("", ("b", "a")), "why": Answer("Vì ngập")}
    assert set(capture.answer(subject, "what", []).answers) == {"when", "why"}
    for question, said in (("gone", "x"), ("when", ["q", "y"]), ("when", "z"), ("what", ["c"]), ("why", ["a"])):
        with pytest.raises(InputError):
            capture.answer(subject, question, said)
    words = rating_words(capture.form(), "vi")
    assert words[0] == ("Lạnh", "Chưa cần")
    assert words[4][0] == "Sẵn sàng"


@pytest.mark.parametrize(
    "questions",
    [
        (Question("a", QuestionKind.TEXT, {}),),
        (Question("a", QuestionKind.ONE, {"vi": "?"}, (Option("x", {"vi": "X"}),)),),
        (Question("a", QuestionKind.TEXT, {"vi": "?"}),) * 2,
        (Question("a", QuestionKind.ONE, {"vi": "?"}, (Option("x", {"vi": "X"}),) * 2),),
        (Question("A b", QuestionKind.TEXT, {"vi": "?"}),),
        (Question("a", QuestionKind.TEXT, {"vi": "?" * 300}),),
        tuple(Question(f"q{n}", QuestionKind.TEXT, {"vi": "?"}) for n in range(13)),
    ],
)
def test_a_form_that_makes_no_sense_is_refused(summit, questions):
    with pytest.raises(InputError):
        summit.booth().set_form(Form(FORM.ratings, questions))


def test_leads_are_found_sorted_and_counted(summit, ticker):
    capture_path = None
    badges = [
        summit.badge(family_name=family, given_name=given)
        for family, given in (("Đỗ", "Ánh"), ("Lê", "Bảo"), ("Trần", "An"))
    ]
    capture = summit.booth(ticker)
    assert capture_path is None
    subjects = []
    for badge in badges:
        ticker.pass_time(minutes=1)
        subjects.append(read(capture, badge.token).subject)
    capture.rate(subjects[0], 5)
    capture.rate(subjects[1], 2)
    capture.note(subjects[2], "Hỏi về cảm biến")
    capture.interest(subjects[2], summit.products[0], on=True)
    capture.consent(subjects[1], Channel.PHONE, given=True, notice="", language="vi")
    found = lambda **wanted: [lead.name for lead in capture.leads(Filter(**wanted))]  # noqa: E731
    assert found() == ["Trần An", "Lê Bảo", "Đỗ Ánh"]
    assert found(sort="first", descending=False) == ["Đỗ Ánh", "Lê Bảo", "Trần An"]
    assert found(sort="name", descending=False) == ["Trần An", "Đỗ Ánh", "Lê Bảo"]
    assert found(sort="rating")[:2] == ["Đỗ Ánh", "Lê Bảo"]
    assert found(text="do anh") == ["Đỗ Ánh"]
    assert found(text="cam bien") == ["Trần An"]
    assert found(text=badges[1].number) == ["Lê Bảo"]
    assert found(least_rating=3) == ["Đỗ Ánh"]
    assert found(product=summit.products[0]) == ["Trần An"]
    assert found(follow_up=Channel.PHONE) == ["Lê Bảo"]
    assert found(limit=1, offset=1) == ["Lê Bảo"]
    standing = capture.standing()
    assert (standing.leads_today, standing.rated_high_today, standing.leads) == (3, 1, 3)
    assert [lead.name for lead in standing.recent] == ["Lê Bảo", "Trần An", "Đỗ Ánh"]
    ticker.pass_time(days=1)
    standing = capture.standing()
    assert (standing.leads_today, standing.leads, standing.list_old) == (0, 3, True)
    assert Capture(capture._station, ticker=ticker).standing() == standing


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_has_a_word_and_a_line(summit, language):
    badge = summit.badge()
    capture = summit.booth()
    outcome = read(capture, badge.token)
    info = capture._station.info
    from dataclasses import replace

    for verdict in Verdict:
        said = say(replace(outcome, verdict=verdict), info, language)
        assert said.word
        assert said.line
    assert "Mạch Nước" in notice(info, "vi")
