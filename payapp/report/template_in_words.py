"""The template of a spot check: its columns with a note in a sentence, and worked rows."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from payapp.domain.plain_tables import Cell
from payapp.domain.templates import Template
from payapp.report.questions import key_for, words_of_audience
from payapp.report.wording import Wording
from payapp.spot_check.columns import Column, Form, template_columns

ANY_NATION = ("sen", "coordinator")
AUDIENCE = "payroll"


def template(
    worked: Iterable[Mapping[str, str]], ranges: tuple[str, ...], wording: Wording
) -> Template:
    """Return the sheet to fill in; `worked` rows are by column, `ranges` are to choose from."""
    columns = template_columns()
    choices = {column.name: column.choices for column in columns if column.choices}
    return Template(
        wording.say("spot_check.template.people"),
        tuple(column.name for column in columns),
        [tuple(_cell(column, row) for column in columns) for row in worked],
        {**choices, "range": ranges},
        wording.say("spot_check.template.choices"),
        wording.say("spot_check.template.notes"),
        [
            wording.each("spot_check.template.headings"),
            *(
                (column.name, _note(column, wording), _accepts(column, wording))
                for column in columns
            ),
        ],
    )


def _cell(column: Column, row: Mapping[str, str]) -> Cell:
    text = row.get(column.name, "")
    if not text:
        return None
    if column.form is Form.DATE:
        return date.fromisoformat(text)
    return Decimal(text) if column.form in {Form.NUMBER, Form.WHOLE_NUMBER} else text


def _note(column: Column, wording: Wording) -> str:
    """Return a sentence on what a column holds: the question for it, or an allowance's label."""
    words = {
        **words_of_audience(wording, "england", AUDIENCE),
        **{name: wording.say(f"cli.any_nation.{name}") for name in ANY_NATION},
    }
    fact = column.field.rstrip("_")
    if column.number:
        label = wording.say(f"facts.{fact}.label", **words)
        return wording.say("spot_check.template.allowance", label=label, number=column.number)
    return wording.say(key_for(AUDIENCE, fact, "question", wording), **words)


def _accepts(column: Column, wording: Wording) -> str:
    choices = ", ".join(column.choices)
    accepted = wording.say(f"spot_check.form.{column.form}", choices=choices)
    if column.number and column.field == "amount":
        return f"{accepted} {wording.say('spot_check.template.none-paid')}"
    return accepted
