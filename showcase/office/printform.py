"""The left side of the print page: what, who, languages, sheet, and what is asked for before it can be printed."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from showcase.documents.backs import DUPLEX, Duplex, can_be_two_sided
from showcase.documents.kinds import BY_WHAT, GROUPS, KINDS
from showcase.documents.template import Template
from showcase.office.designs import DesignMenu
from showcase.office.empty import SayingButton
from showcase.office.jobs import Supplies
from showcase.office.labels import language_name, local
from showcase.office.passphrase import PassphrasePanel
from showcase.office.printtarget import TargetPart
from showcase.office.signing import KeyState
from showcase.office.slotmap import SlotMap
from showcase.qt.theme import px
from showcase.qt.translate import number, say

_WIDTH: Final = 280
_WIDEST: Final = 360
_HEADS: Final = ("what", "who", "language", "paper")
WHO: Final = ("all", "unprinted", "changed", "selected")
"""Which of the things are printed."""


class PrintForm(QScrollArea):
    """The form.

    Signals:
        changed: something else is chosen.
        slots_changed: other slots of the first sheet are used.
        issue_wanted: badges shall be issued; the passphrase, "" where it is known.
        url_given: the address for the codes of signs.
    """

    changed = Signal()
    slots_changed = Signal()
    issue_wanted = Signal(str)
    url_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("form")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._supplies: Supplies | None = None
        self._badgeless = 0
        self._languages: dict[str, QCheckBox] = {}
        self._event_languages: tuple[str, ...] = ()
        self.what_box, self.template_box, self.stock_box = QComboBox(), QComboBox(), QComboBox()
        self.who_buttons = {who: QRadioButton() for who in WHO}
        self._who_counts = {who: QLabel() for who in WHO}
        self._counts = dict.fromkeys(WHO, 0)
        self._group = QButtonGroup(self)
        for button in self.who_buttons.values():
            self._group.addButton(button)
        self.who_buttons["all"].setChecked(True)
        self._heads = {name: QLabel() for name in _HEADS}
        self.design_menu = DesignMenu()
        self.duplex_box = QComboBox()
        for edge in DUPLEX:
            self.duplex_box.addItem("", edge)
        self._stock_facts = QLabel()
        self._stock_facts.setProperty("role", "small")
        self._stock_facts.setWordWrap(True)
        self.slots = SlotMap()
        self._slot_facts = QLabel()
        self._slot_facts.setProperty("role", "small")
        self._slot_facts.setWordWrap(True)
        self._language_column = QVBoxLayout()
        self.url = QLineEdit()
        self.issue_panel = PassphrasePanel(
            lambda: say("desk.issue_ask", n=self._badgeless), lambda: say("desk.issue_all", n=self._badgeless)
        )
        self.issue_panel.hide()
        self.url_panel = Asking("url", self.url)
        self.target = TargetPart()
        self._lay_out()
        for group in GROUPS:
            self.what_box.addItem("", None)
            self._heading(self.what_box.count() - 1)
            for kind in BY_WHAT.values():
                if kind.group == group:
                    self.what_box.addItem("", kind.what)
        self.what_box.setCurrentIndex(1)
        self.what_box.setMaxVisibleItems(self.what_box.count())
        self.what_box.currentIndexChanged.connect(self._on_what)
        for box in (self.template_box, self.stock_box, self.duplex_box):
            box.currentIndexChanged.connect(self._on_changed)
        for box in (self.what_box, self.template_box, self.stock_box, self.duplex_box):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)  # its longest entry is read in the list; the form is never cut off for it
        self._group.buttonClicked.connect(self._on_changed)
        self.slots.changed.connect(self._on_slots)
        self.issue_panel.answered.connect(self.issue_wanted)
        self.url_panel.answered.connect(self.url_given)
        self.retranslate()

    @property
    def what(self) -> str:
        """What is printed: the word of a kind."""
        return str(self.what_box.currentData())

    @property
    def who(self) -> str:
        """Which of the things are printed: one of `WHO`."""
        return next(who for who, button in self.who_buttons.items() if button.isChecked())

    @property
    def has_supplies(self) -> bool:
        """Tell whether templates and sheets are known."""
        return self._supplies is not None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are chosen, the first of the event when none is."""
        chosen = tuple(language for language, box in self._languages.items() if box.isChecked())
        return chosen or self._event_languages[:1]

    @property
    def design(self) -> tuple[str, str]:
        """The template and the sheet that are chosen."""
        return str(self.template_box.currentData()), str(self.stock_box.currentData())

    @property
    def template(self) -> Template | None:
        """The template that is chosen, None before any is known."""
        every = self._supplies.templates if self._supplies else ()
        return next((it for it in every if it.id == self.template_box.currentData()), None)

    @property
    def duplex(self) -> Duplex:
        """Over which edge the paper is turned to print both sides; "" for one side, and where there is no other."""
        edge: Duplex = self.duplex_box.currentData()
        return edge if self.duplex_box.isVisibleTo(self) else ""

    def choose_design(self, name: str) -> None:
        """Choose a design by its name, and what it prints."""
        template = next((it for it in self._supplies.templates if it.id == name), None) if self._supplies else None
        if template is None:
            return
        with QSignalBlocker(self):
            self.choose(KINDS[template.kind].what)
            self.template_box.setCurrentIndex(self.template_box.findData(name))

    def choose(self, what: str, who: str = "") -> None:
        """Choose what is printed, and which of it; "" leaves that as it is."""
        if who:
            self.who_buttons[who].setChecked(True)
        place = self.what_box.findData(what)
        if place == self.what_box.currentIndex():
            self.changed.emit()
        else:
            self.what_box.setCurrentIndex(place)

    def show_supplies(self, supplies: Supplies) -> None:
        """Offer the templates and sheets."""
        self._supplies = supplies
        self.target.show_calibrations(supplies.calibrations)
        self._fill()

    def show_event(self, languages: tuple[str, ...], base_url: str) -> None:
        """Offer the languages of the event."""
        if languages != self._event_languages:
            self._event_languages = languages
            for box in self._languages.values():
                box.deleteLater()
            self._languages = {language: QCheckBox() for language in languages}
            for box in self._languages.values():
                box.setChecked(True)
                box.toggled.connect(self._on_changed)
                self._language_column.addWidget(box)
            self.retranslate()
        if base_url:
            self.url_panel.hide()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many things each choice would print; one that would print none is off, unless it is chosen."""
        self._counts.update(counts)
        if self.who == "selected" and not self._counts["selected"]:
            self.who_buttons["all"].setChecked(True)
        self._say_who()

    def show_badgeless(self, count: int, state: KeyState) -> None:
        """Offer to issue badges to those who have none."""
        self._badgeless = count
        if not count:
            self.issue_panel.clear()
        self.issue_panel.show_state(state)
        self._show_issuing()

    def ask_url(self, *, wanted: bool) -> bool:
        """Ask for the address that codes lead to, or no longer; return whether it is asked for."""
        asks = wanted and BY_WHAT[self.what].has_address
        self.url_panel.setVisible(asks)
        return asks

    def retranslate(self) -> None:
        """Say every text again, as large as the text is set."""
        self.setFixedWidth(px(_WIDTH, _WIDEST))
        self.setAccessibleName(say("shell.name_print_form"))
        for name, head in self._heads.items():
            head.setText(say(f"office.print_{name}"))
        groups = iter(GROUPS)
        for place in range(self.what_box.count()):
            what = self.what_box.itemData(place)
            text = say(f"signage.what_{what}") if what else say(f"signage.group_{next(groups)}")
            self.what_box.setItemText(place, text)
        for language, box in self._languages.items():
            box.setText(language_name(language))
        for name, choice in (("print_what", self.what_box), ("template", self.template_box), ("stock", self.stock_box)):
            choice.setAccessibleName(say(f"office.{name}"))
        for place in range(self.duplex_box.count()):
            self.duplex_box.setItemText(place, say(f"templates.duplex_{self.duplex_box.itemData(place) or 'none'}"))
        self.duplex_box.setAccessibleName(say("templates.duplex"))
        self.design_menu.retranslate()
        self.target.retranslate()
        self._say_who()
        self.slots.retranslate()
        self._fill()

    def _heading(self, place: int) -> None:
        """Make an entry of the list a heading over those that follow: it cannot be chosen."""
        model = self.what_box.model()
        assert isinstance(model, QStandardItemModel)
        item = model.item(place)
        item.setEnabled(False)
        font = item.font()
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)

    def _say_who(self) -> None:
        for who, button in self.who_buttons.items():
            button.setText(say(f"desk.who_{who}"))
            self._who_counts[who].setText(number(self._counts[who]))
            button.setEnabled(self._counts[who] > 0 or who == "all" or button.isChecked())
            self._who_counts[who].setEnabled(button.isEnabled())

    def _show_issuing(self) -> None:
        self.issue_panel.setVisible(self._badgeless > 0 and self.what == "badges")

    def _fill(self) -> None:
        """Fill the boxes with what fits, keeping what was chosen."""
        if self._supplies is None:
            return
        kind = BY_WHAT[self.what].id
        with QSignalBlocker(self.template_box):
            kept = self.template_box.currentData()
            self.template_box.clear()
            for template in self._supplies.templates:
                if template.kind == kind:
                    own = say("templates.own_mark") if template.own else ""
                    self.template_box.addItem(f"{local(template.name)}{own}", template.id)
            self.template_box.setCurrentIndex(max(0, self.template_box.findData(kept)))
        self._fill_stocks()

    def _fill_stocks(self) -> None:
        if self._supplies is None:
            return
        chosen = self.template
        self.design_menu.show_design(chosen)
        if chosen is None:
            return
        stocks = {it.id: it for it in self._supplies.stocks if it.takes(chosen.width_mm, chosen.height_mm)}
        with QSignalBlocker(self.stock_box):
            kept = self.stock_box.currentData()
            self.stock_box.clear()
            for stock in stocks.values():
                self.stock_box.addItem(local(stock.name), stock.id)
            self.stock_box.setCurrentIndex(max(0, self.stock_box.findData(kept)))
        stock = stocks[self.stock_box.currentData()]
        size, also = f"{chosen.width_mm:g} × {chosen.height_mm:g} mm", ", ".join(stock.also)
        said = say("office.page_size_also", size=size, also=also) if also else say("office.page_size", size=size)
        if stock.confidence == "C":
            said += "\n" + say("documents.stock_unsure", stock=local(stock.name).partition(":")[0].strip())
        self._stock_facts.setText(said)
        self.stock_box.setToolTip(local(stock.name))
        self.duplex_box.setVisible(can_be_two_sided(chosen, stock))
        self.slots.show_stock(stock)
        self._say_slots()

    def _say_slots(self) -> None:
        self._slot_facts.setVisible(self.slots.isVisibleTo(self))
        n = len(self.slots.used)
        self._slot_facts.setText(say("office.slots_used", n=n) if n else say("office.slots_hint"))

    def free_slots(self) -> None:
        """Take the next sheet as a new one."""
        self.slots.free_all()
        self._on_slots()

    def _on_slots(self) -> None:
        self._say_slots()
        self.slots_changed.emit()

    def _on_what(self) -> None:
        self._show_issuing()
        self.url_panel.hide()
        self._fill()
        self.changed.emit()

    def _on_changed(self) -> None:
        self._fill_stocks()
        self.changed.emit()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("form")
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 12, 14, 16)
        column.setSpacing(6)
        choices = QGridLayout()
        choices.setVerticalSpacing(6)
        choices.setColumnStretch(0, 1)
        for row, (who, button) in enumerate(self.who_buttons.items()):
            choices.addWidget(button, row, 0)
            choices.addWidget(self._who_counts[who], row, 1, Qt.AlignmentFlag.AlignRight)
        groups: dict[str, tuple[Any, ...]] = {
            "what": (self.what_box, self.template_box, self.design_menu, self.url_panel),
            "who": (choices, self.issue_panel),
            "language": (self._language_column,),
            "paper": (self.stock_box, self._stock_facts, self.duplex_box, self.slots, self._slot_facts),
        }
        for name, parts in groups.items():
            self._heads[name].setProperty("role", "head")
            column.addWidget(self._heads[name])
            for part in parts:
                column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
            column.addSpacing(8)
        column.addWidget(self.target)
        column.addStretch()
        self.setWidget(body)


class Asking(QFrame):
    """A panel that asks for one line before printing can go on.

    Signals:
        answered: the line.
    """

    answered = Signal(str)

    def __init__(self, name: str, line: QLineEdit) -> None:
        super().__init__()
        self.setProperty("msg", "warn")
        self._name, self._line = name, line
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.button = SayingButton(f"office.{name}_do", self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        for widget in (self._text, line, self.button):
            column.addWidget(widget)
        line.returnPressed.connect(self._answer)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self._text.setText(say(f"office.{self._name}_ask"))
        self._line.setPlaceholderText(say(f"office.{self._name}_hint"))
        self._line.setAccessibleName(say(f"office.{self._name}_hint"))

    def _answer(self) -> None:
        if self._line.text().strip():
            self.answered.emit(self._line.text().strip())
