"""`showcase settings [KEY [VALUE]]`: the settings of this machine, shown and changed."""

from argparse import Namespace

from showcase.cli.output import Output
from showcase.cli.running import DONE
from showcase.messages import message
from showcase.settings import load, parse, rule_of, rules, save, spelt


def run(asked: Namespace, output: Output) -> int:
    """Show all settings or one, or change one."""
    settings = load()
    if asked.value is not None:
        settings = settings._replace(**{asked.key: parse(asked.key, asked.value)})
        save(settings)
        output.say("setting_kept", key=asked.key, value=spelt(getattr(settings, asked.key)))
    elif asked.key is not None:
        rule_of(asked.key)
        output.line(spelt(getattr(settings, asked.key)))
    else:
        for name in rules():
            output.line(f"{name} = {spelt(getattr(settings, name))}")
            output.line(f"    {message(f'shell.set_{name}_help', output.language)}")
    shown = rules() if asked.key is None else (asked.key,)
    output.result({"settings": {name: getattr(settings, name) for name in shown}})
    return DONE
