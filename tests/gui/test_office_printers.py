"""Printers, trays, profiles and calibration on the print page, and sending again from the history."""

import pytest
from PIL import Image, ImageCms
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QLabel

from showcase.documents.calibration import Placing
from showcase.documents.calibrations import get_calibration, list_calibrations, save_calibration
from showcase.documents.history import list_print_jobs
from showcase.paths import prints_folder
from showcase.printing.proof import open_pdf
from showcase.printing.reading import flattened, grey
from showcase.printing.testpage import write_test_page


@pytest.fixture
def page(window, settle, spooler):
    """Return the print page with signs; there is a printer with two trays and one that is paused."""
    told = "printer Desk disabled since Fri Nov 27 17:42:00 2026 -\n\tToner empty\n"
    spooler.has(["Laser", "Desk"], told)
    spooler.trays("*Auto", "Tray1", "Tray2")
    window.do("print")
    settle(window)
    page = window.page("printing")
    page.show_query("signs")
    settle(window)
    yield page
    for file in prints_folder().glob("*.pdf"):
        file.unlink()


def _told(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _choose(page, window, settle, printer, tray="") -> None:
    target = page.form.target
    target.to_box.setCurrentIndex(target.to_box.findData(printer))
    settle(window)
    target.tray_box.setCurrentIndex(target.tray_box.findData(tray))
    settle(window)


def _jobs(window):
    with window.desk.app.reading() as session:
        return list_print_jobs(session)


def test_a_pdf_is_the_default_and_printers_are_offered_with_their_state(page) -> None:
    target = page.form.target
    assert target.printer == ""
    offered = [target.to_box.itemText(row) for row in range(target.to_box.count())]
    assert offered == ["PDF file", "Desk · paused", "Laser"]
    assert page.print_button.text() == "Save as PDF…"
    assert not target.tray_box.isVisible()
    assert not target.profile_box.isVisible(), "folded away"


def test_a_computer_without_printers_says_so(window, settle, spooler) -> None:
    window.do("print")
    settle(window)
    box = window.page("printing").form.target.to_box
    assert [box.itemText(row) for row in range(box.count())] == ["PDF file", "No printer found"]
    assert not box.model().item(1).isEnabled()


def test_signs_are_printed_without_asking_for_a_file(page, window, settle, spooler) -> None:
    _choose(page, window, settle, "Laser", "Tray2")
    page.form.target.copies.setValue(2)
    assert page.print_button.text() == "Print"
    page.print_button.click()
    settle(window)
    assert "Sent to Laser, 2 copies." in page.messages.texts[0]
    (file,) = prints_folder().glob("signs-*.pdf")
    assert spooler.taken == file.read_bytes()
    assert {"InputSlot=Tray2", "media=A4"} <= set(spooler.words)
    (job,) = _jobs(window)
    assert (job.state.value, job.settings["to"]) == ("sent", ["Laser", "Tray2", 2])
    assert window.desk.settings.printer == "Laser", "it is offered first the next time"


def test_what_was_printed_on_last_is_offered_first_and_a_pdf_that_is_chosen_stays(window, settle, spooler) -> None:
    spooler.has(["Desk", "Laser"])
    window.desk.remember(printer="Laser")
    window.do("print")
    settle(window)
    target = window.page("printing").form.target
    assert target.printer == "Laser"
    target.to_box.setCurrentIndex(0)
    window.do("language:fr")
    window.do("page:people")
    window.do("print")
    settle(window)
    assert target.printer == ""
    spooler.has([])
    target.to_box.setCurrentIndex(target.to_box.findData("Desk"))
    window.do("page:people")
    window.do("print")
    settle(window)
    assert target.printer == "", "it is not there any more"
    assert window.page("printing").print_button.text() == "Enregistrer les 10 bons…"


def test_a_printer_that_does_not_take_it_leaves_a_file_that_is_sent_from_the_history(
    page, window, settle, spooler
) -> None:
    _choose(page, window, settle, "Desk")
    assert "Toner empty" in _told(page.form.target)
    page.print_button.click()
    settle(window)
    (said,) = page.messages.texts
    assert "The printer “Desk” is paused: Toner empty." in said
    assert "The PDF is kept" in said
    assert (_jobs(window)[0].state.value, spooler.times) == ("failed", 0)
    window.do("page:prints")
    settle(window)
    prints = window.page("prints")
    assert "Failed: The printer “Desk” is paused" in _told(prints.panel)
    entries = [action.text() for action in prints.panel.send_button.menu().actions()]
    assert entries == ["Desk · paused", "Laser"]
    prints.panel.send_button.menu().actions()[1].trigger()
    settle(window)
    assert "was sent to Laser" in prints.messages.texts[0]
    assert (_jobs(window)[0].state.value, spooler.times) == ("sent", 1)
    assert "Sent to the printer · 2 proven" in _told(prints.panel)


def test_a_job_for_a_printer_is_printed_there_again(page, window, settle, spooler) -> None:
    _choose(page, window, settle, "Laser", "Tray1")
    page.print_button.click()
    settle(window)
    window.do("page:prints")
    settle(window)
    prints = window.page("prints")
    assert "Laser (Tray1)" in _told(prints.panel)
    prints.panel.again_button.click()
    settle(window)
    assert [job.state.value for job in _jobs(window)] == ["sent", "sent"]
    assert (spooler.times, len(list(prints_folder().glob("signs-*.pdf")))) == (2, 2)
    assert "InputSlot=Tray1" in spooler.words


def test_a_pdf_is_made_for_a_print_shop_and_for_a_printer_that_is_calibrated(
    page, window, settle, tmp_path, monkeypatch
) -> None:
    with window.desk.app.transaction() as session:
        save_calibration(session, "Hall printer", Placing(0.5, -0.4), "upper")
    page.reload()
    settle(window)
    target = page.form.target
    target.more_button.click()
    target.profile_box.setCurrentIndex(target.profile_box.findData("press"))
    target.made_up_box.setCurrentIndex(target.made_up_box.findText("Hall printer (upper)"))
    assert target.icc_button.isVisible()
    page.print_to(tmp_path / "signs.pdf")
    settle(window)
    (job,) = _jobs(window)
    assert (job.settings["profile"], job.settings["printer"]) == ("press", ["Hall printer", "upper"])
    assert job.settings["placing"][:2] == [0.5, -0.4]
    assert len(PdfReader(tmp_path / "signs.pdf").pages) == 2
    rgb = tmp_path / "rgb.icc"
    rgb.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(rgb), ""))
    target.icc_button.click()
    assert target.icc_button.text() == "rgb.icc"
    page.print_to(tmp_path / "other.pdf")
    settle(window)
    assert "rgb.icc" in page.messages.texts[0]
    assert not (tmp_path / "other.pdf").exists()
    target.icc_remove.click()
    assert target.target.icc is None


def test_a_printer_is_calibrated_by_hand_and_its_offset_is_used(page, window, settle, spooler) -> None:
    _choose(page, window, settle, "Laser", "Tray2")
    target, calibration = page.form.target, page.calibration
    assert "Not calibrated" in _told(target)
    target.more_button.click()
    target.calibrate_button.click()
    settle(window)
    assert calibration.isVisible()
    assert calibration.names == ("Laser", "Tray2")
    assert not page.print_button.isEnabled()
    calibration.print_button.click()
    settle(window)
    assert "The page was sent to Laser." in page.messages.texts[0]
    assert "InputSlot=Tray2" in spooler.words
    for edge, mm in (("left", 15.5), ("top", 14.0), ("right", 14.5), ("bottom", 16.0)):
        calibration.margins[edge].setValue(mm)
    calibration.keep_button.click()
    settle(window)
    assert "Laser (Tray2) is calibrated" in page.messages.texts[0]
    with window.desk.app.reading() as session:
        kept = get_calibration(session, "Laser", "Tray2")
    assert (round(kept.offset_x_mm, 2), round(kept.offset_y_mm, 2)) == (0.5, -1.0)
    assert "Laser (Tray2)" in _told(calibration)
    calibration.back_button.click()
    assert page.canvas.isVisible()
    assert "Calibrated: +0.5 mm across, −1.0 mm down" in _told(target)
    page.print_button.click()
    settle(window)
    assert _jobs(window)[0].settings["placing"][:2] == [0.5, -1.0]


def test_a_printer_elsewhere_is_calibrated_from_a_picture_and_forgotten(
    page, window, settle, tmp_path, monkeypatch
) -> None:
    page.form.target.calibrate_wanted.emit()
    settle(window)
    calibration = page.calibration
    calibration.printer_box.setEditText("Copy shop")
    assert not calibration.print_button.isEnabled(), "it is no printer of this computer"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "page"), ""))
    calibration.save_button.click()
    settle(window)
    assert len(PdfReader(tmp_path / "page.pdf").pages) == 1
    assert "page.pdf" in page.messages.texts[0]
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    calibration.picture_button.click()
    settle(window)
    assert "scan.png cannot be opened" in page.messages.texts[0]
    _scan(tmp_path, picture)
    calibration.picture_button.click()
    settle(window)
    assert "Copy shop is calibrated" in page.messages.texts[0]
    with window.desk.app.reading() as session:
        (kept,) = list_calibrations(session)
    assert (kept.printer, kept.tray) == ("Copy shop", "")
    assert abs(kept.offset_x_mm) < 0.2
    calibration.forget(("Copy shop", ""))
    settle(window)
    with window.desk.app.reading() as session:
        assert list_calibrations(session) == []
    assert "No printer is calibrated yet." in _told(calibration)


def _scan(folder, picture) -> None:
    """Make a scan of the test page, on dark ground, as a printer without fault prints it."""
    write_test_page(folder / "test.pdf", 210, 297, "en")
    document = open_pdf(folder / "test.pdf")
    sheet = grey(flattened(document.render(0, QSize(1654, 2339))))
    ground = Image.new("L", (1900, 2600), 40)
    ground.paste(sheet, (120, 130))
    ground.save(picture)


def test_everything_is_said_in_three_languages_and_has_room(page, window, settle, tmp_path) -> None:
    page.form.target.more_button.click()
    for language, words in (("vi", "Tệp PDF"), ("fr", "Fichier PDF"), ("en", "PDF file")):
        window.do(f"language:{language}")
        settle(window)
        assert page.form.target.to_box.itemText(0) == words
        for row in range(3):
            page.form.target.profile_box.setCurrentIndex(row)
        page.form.target.profile_box.setCurrentIndex(1)
        page.form.target.use_icc(tmp_path / f"{'a very long name of a file ' * 4}.icc")
        settle(window)
        body = page.form.widget()
        assert body.minimumSizeHint().width() <= page.form.viewport().width(), "nothing is cut off"
    assert page.form.target.to_box.count() == 3
