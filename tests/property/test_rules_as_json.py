"""Rules given out as JSON are the same rules when they are taken in again."""

import json

from hypothesis import given
from laws import law

from charter.rules.treaty import Treaty
from charter.testing import treaties


@law(100)
@given(treaties())
def test_rules_as_json_are_the_same_rules_again(treaty):
    text = json.dumps(treaty.model_dump(mode="json"))
    assert Treaty.model_validate(json.loads(text)) == treaty
