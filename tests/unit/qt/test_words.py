"""What the screen says: where a line of it may end, and where it may not."""

from showcase.qt.words import Words


def test_french_marks_stay_with_the_word_before_them() -> None:
    assert Words("fr").say("kiosksearch.title") == "Que cherchez-vous\u00a0?"
    assert Words("en").say("kiosksearch.title") == "What are you looking for?"


def test_large_words_are_held_together_by_their_own_language() -> None:
    texts = {"vi": "Thành phố : lắng nghe", "fr": "La ville : à l’écoute"}
    assert Words("vi").set_large(texts) == "Thành\u00a0phố : lắng nghe"
    assert Words("fr").set_large(texts) == "La ville\u00a0: à l’écoute"
    english = Words("en")
    english.learn(("fr", "vi"))
    assert english.set_large(texts) == "La ville\u00a0: à l’écoute"  # what it falls back to is French
