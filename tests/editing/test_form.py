"""Forms of head and site: every field of the schema that is data, with what it holds."""

from disclosure.editing.apply import applied
from disclosure.editing.edit import SetValue
from disclosure.editing.form import FieldKind, form_of
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.source.reader import parse
from tests.conftest import SITE
from tests.editing.material import FORMS, loaded


def test_notice() -> None:
    """Names and help in Chinese, what is typed, what is asked for, and what has to be given."""
    fields = {each.path: each for each in form_of(parse(FORMS), Notice)}
    title = fields["title",]
    assert (title.label, title.kind, title.required) == ("标题", FieldKind.TEXT, True)
    assert fields["published",].kind is FieldKind.DAY
    assert fields["published_time",].kind is FieldKind.CLOCK
    assert fields["published",].value == "2022-02-23"
    assert fields["keywords",].value == ["甲", "乙", "丙"]
    level = fields["inspection", "level"]
    assert (level.kind, level.choices) == (FieldKind.CHOICE, ("巡察", "巡视"))
    assert fields["contact", "phone"].value == "0563-2263070"
    assert fields["contact", "phone"].group == ("联系方式",)
    assert fields["feedback", "url"].kind is FieldKind.LINK
    assert fields["declared", "problems"].kind is FieldKind.COUNT
    assert fields["signature", "date"].value == "2022-02-20"
    assert ("contact", "lines", 0, "label") not in fields
    assert ("sections", 0, "title") not in fields
    assert all(each.label and each.help for each in fields.values())


def test_site() -> None:
    """The site's as well, and what is not given yet."""
    fields = {each.path: each for each in form_of(parse(SITE), Site)}
    assert fields["name",].value == "某县人民政府"
    assert fields["base_url",].kind is FieldKind.LINK
    assert fields["column", "keywords"].value == ["巡察", "整改"]
    assert fields["parents", 0, "name"].value is None
    assert fields["archive", "retention"].choices[0] == "永久"


def test_what_is_not_given_can_be_set_by_its_path() -> None:
    """Every field of text that is empty takes a value, and the file then holds it there."""
    for field in form_of(parse(FORMS), Notice):
        if field.value is None and field.kind is FieldKind.TEXT:
            after = applied(FORMS, [SetValue(field.path, "文字", None)])
            again = {each.path: each.value for each in form_of(parse(after), Notice)}
            assert again[field.path] == "文字", field.path


def test_several_contacts() -> None:
    """Each item of a list of mappings has its own fields."""
    text = FORMS.replace("  name: 某县某局\n  phone", "- name: 某县某局\n  phone")
    text = text.replace("  address: 某路1号\n", "- {name: 另一处, phone: 0563-2234567}\n")
    assert loaded(text) is not None
    fields = {each.path: each.value for each in form_of(parse(text), Notice)}
    assert fields["contact", 0, "name"] == "某县某局"
    assert fields["contact", 1, "phone"] == "0563-2234567"
