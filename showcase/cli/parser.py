"""The command tree: what can be typed, in the language of the person."""

import argparse
from collections.abc import Callable
from pathlib import Path

from showcase import __version__
from showcase.cli.arguments import Parser
from showcase.cli.print_words import Instead, fill_print_jobs
from showcase.cli.station_words import fill_erase, fill_scanner, fill_station
from showcase.cli.template_words import fill_templates
from showcase.documents.kinds import BY_WHAT
from showcase.messages import message

Text = Callable[[str], str]
LISTS = ("exhibitors", "people", "products")
THINGS = tuple(BY_WHAT)
DUPLEX = ("long", "short")
PROFILES = ("office", "press", "archive")
COMMANDS = (
    "import",
    "print",
    "verify",
    "event",
    "settings",
    "site",
    "doctor",
    "demo",
    "window",
    "kiosk",
    "scanner",
    "station",
    "calibrate",
    "erase",
    "templates",
)


def make_parser(language: str) -> argparse.ArgumentParser:
    """Return the parser of the command line, with its help in a language."""

    def text(key: str) -> str:
        return message(f"cli.{key}", language)

    Parser.language = language
    parser = Parser(prog="showcase", description=text("help_showcase"), epilog=text("help_epilog"))
    words = message("usage.version", language)
    parser.add_argument("--version", action="version", version=f"showcase {__version__}", help=words)
    _add_common(parser, text, top=True)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    common = Parser(add_help=False)
    _add_common(common, text, top=False)

    def add(name: str) -> argparse.ArgumentParser:
        words = text(f"help_{name}")
        return commands.add_parser(name, help=words, description=words, parents=[common])

    _fill_import(add("import"), text)
    _fill_print(add("print"), text, language)
    add("verify").add_argument("file", type=Path, metavar="FILE", help=text("help_verify_file"))
    _fill_event(add("event"), common, text)
    site = add("site")
    site.add_argument("out", type=Path, metavar="OUT", help=text("help_site_out"))
    site.add_argument("--base-url", metavar="URL", default="", help=text("help_site_base_url"))
    settings = add("settings")
    settings.add_argument("key", nargs="?", metavar="KEY", help=text("help_setting"))
    settings.add_argument("value", nargs="?", metavar="VALUE", help=text("help_setting_value"))
    add("doctor")
    demo = add("demo")
    demo.add_argument(
        "folder", type=Path, nargs="?", metavar="DIR", default=Path("demo"), help=text("help_demo_folder")
    )
    demo.add_argument("--no-window", action="store_true", help=text("help_no_window"))
    window = add("window")
    window.add_argument("file", type=Path, nargs="?", metavar="FILE", help=text("help_window_file"))
    _fill_kiosk(add("kiosk"), common, text)
    fill_scanner(add("scanner"), language)
    _fill_station(add("station"), common, language)
    _fill_calibrate(add("calibrate"), common, text)
    fill_erase(add("erase"), language)
    fill_templates(add("templates"), common, language)
    return parser


def _add_common(parser: argparse.ArgumentParser, text: Text, *, top: bool) -> None:
    """Add what every command takes; before the command it counts as well, and after it wins."""
    default = None if top else argparse.SUPPRESS
    flag = False if top else argparse.SUPPRESS
    parser.add_argument("--event", type=Path, metavar="PATH", default=default, help=text("help_event_path"))
    parser.add_argument("--json", action="store_true", default=flag, help=text("help_json"))


def _fill_import(parser: argparse.ArgumentParser, text: Text) -> None:
    parser.add_argument("list", type=Path, metavar="LIST", help=text("help_list"))
    parser.add_argument("--as", dest="kind", choices=LISTS, required=True, help=text("help_as"))
    parser.add_argument("--dry-run", action="store_true", help=text("help_dry_run"))
    parser.add_argument("--all-or-nothing", action="store_true", help=text("help_all_or_nothing"))
    parser.add_argument("--role", metavar="ROLE", help=text("help_role"))
    parser.add_argument("--language", metavar="LANGUAGE", help=text("help_list_language"))


def _fill_print(parser: argparse.ArgumentParser, text: Text, language: str) -> None:
    things = f"{message('signage.help_what', language)}: {', '.join(THINGS)}"
    what = parser.add_argument("what", choices=THINGS, metavar="WHAT", help=things)
    out = parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=text("help_out"))
    listed = message("signage.help_list", language)
    parser.add_argument("--list", type=Path, metavar="FILE", action=Instead, frees=(out,), help=listed)
    for name in ("templates", "sheets"):
        words = message(f"signage.help_list_{name}", language)
        parser.add_argument(f"--list-{name}", nargs=0, action=Instead, frees=(what, out), default=False, help=words)
    fill_print_jobs(parser, language, what, out)
    parser.add_argument("--template", metavar="T", default="", help=text("help_template"))
    parser.add_argument("--sheet", metavar="S", default="page", help=text("help_sheet"))
    parser.add_argument("--language", metavar="vi,en", default="", help=text("help_language"))
    parser.add_argument("--base-url", metavar="URL", default="", help=text("help_base_url"))
    parser.add_argument("--start-slot", metavar="N", default="1", help=text("help_start_slot"))
    parser.add_argument("--skip-slots", metavar="N,N", default="", help=text("help_skip_slots"))
    parser.add_argument("--duplex", choices=DUPLEX, default="", help=message("templates.help_duplex", language))
    _add_printer(parser, text, required=False)
    parser.add_argument("--profile", choices=PROFILES, default=PROFILES[0], help=text("help_profile"))
    parser.add_argument("--icc", type=Path, metavar="FILE", help=text("help_icc"))
    which = parser.add_mutually_exclusive_group()
    which.set_defaults(which="all")
    for name in ("unprinted", "changed"):
        which.add_argument(f"--{name}", dest="which", action="store_const", const=name, help=text(f"help_{name}"))
    parser.add_argument("--allow-failed", action="store_true", help=text("help_allow_failed"))
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=text("help_passphrase_file"))
    parser.add_argument("--remember-passphrase", action="store_true", help=text("help_remember_passphrase"))


def _fill_calibrate(parser: argparse.ArgumentParser, common: Parser, text: Text) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    made = {}
    for name in ("page", "read", "set", "list", "remove"):
        words = text(f"help_calibrate_{name}")
        made[name] = actions.add_parser(name, help=words, description=words, parents=[common])
    made["page"].add_argument("--out", type=Path, required=True, metavar="FILE", help=text("help_calibrate_out"))
    made["read"].add_argument("picture", type=Path, metavar="PICTURE", help=text("help_calibrate_picture"))
    made["set"].add_argument("--margins", required=True, metavar="L,T,R,B", help=text("help_calibrate_margins"))
    for name in ("page", "set"):
        made[name].add_argument("--paper", metavar="P", default="a4", help=text("help_calibrate_paper"))
    for name in ("read", "set", "remove"):
        _add_printer(made[name], text, required=True)


def _add_printer(parser: argparse.ArgumentParser, text: Text, *, required: bool) -> None:
    parser.add_argument("--printer", metavar="NAME", default="", required=required, help=text("help_printer"))
    parser.add_argument("--tray", metavar="TRAY", default="", help=text("help_tray"))


def _fill_event(parser: argparse.ArgumentParser, common: Parser, text: Text) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    words = text("help_event_set")
    setting = actions.add_parser("set", help=words, description=words, parents=[common])
    setting.add_argument("key", metavar="KEY", help=text("help_key"))
    setting.add_argument("value", metavar="VALUE", help=text("help_value"))
    words = text("help_event_show")
    actions.add_parser("show", help=words, description=words, parents=[common])


def _fill_kiosk(parser: argparse.ArgumentParser, common: Parser, text: Text) -> None:
    """Without an action the kiosk is opened."""
    parser.add_argument("--booth", metavar="CODE", default="", help=text("help_kiosk_booth"))
    parser.add_argument("--windowed", action="store_true", help=text("help_kiosk_windowed"))
    parser.add_argument("--language", metavar="LANGUAGE", default="", help=text("help_kiosk_language"))
    parser.add_argument("--still", action="store_true", help=text("help_kiosk_still"))
    # What the process that looks after the kiosk starts; nobody types it.
    parser.add_argument("--part", choices=("screen", "safe"), default="", help=argparse.SUPPRESS)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", parser_class=Parser)
    words = text("help_kiosk_report")
    pin = text("help_kiosk_pin")
    actions.add_parser("pin", help=pin, description=pin, parents=[common])
    check = text("help_kiosk_check")
    actions.add_parser("check", help=check, description=check, parents=[common])
    report = actions.add_parser("report", help=words, description=words, parents=[common])
    report.add_argument("--csv", type=Path, metavar="FILE", help=text("help_kiosk_csv"))
    report.add_argument("--day", metavar="YYYY-MM-DD", help=text("help_kiosk_day"))
    words = text("help_kiosk_airtime")
    airtime = actions.add_parser("airtime", help=words, description=words, parents=[common])
    airtime.add_argument("--csv", type=Path, metavar="FILE", help=text("help_kiosk_csv"))


def _fill_station(parser: argparse.ArgumentParser, common: Parser, language: str) -> None:
    """Its texts are with those of leads."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)

    def words(name: str) -> str:
        return message(f"leads.help_{name}", language)

    def add(name: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=words(name), description=words(name), parents=[common])

    fill_station(add, words)
