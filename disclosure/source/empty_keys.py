"""Keys without a value: not given where the model knows the key, and refused where it does not.

Behind a comma in braces, text is such a key to YAML: ``{fax: 1, 传真：2}`` would be lost.

Apart: the reader of YAML knows no model, and what was sealed is read without this.
"""

from disclosure.model.fields import Model
from disclosure.source.document import Document
from disclosure.source.key_names import keys_at


def put_back_unknown(document: Document, model: type[Model]) -> None:
    """Give every key without a value that ``model`` does not know an empty one.

    The model refuses it then as it refuses any key that it does not know, and any empty value
    behind a name that a unit chose itself.
    """
    for *above, key in document.empty:
        around = tuple(0 if isinstance(part, int) else part for part in above)
        if key not in keys_at(model, around):
            mapping = document.value_at(tuple(above))
            if isinstance(mapping, dict):
                mapping[key] = ""
