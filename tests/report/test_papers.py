from payapp.report.papers import Paper, Section, paper_text


def test_a_paper_is_its_title_and_its_sections_with_an_empty_line_between() -> None:
    paper = Paper("Title", (Section("One", ("a", "b")), Section("Two", ("c",))))
    assert paper_text(paper) == "Title\n\nOne\n  a\n  b\n\nTwo\n  c"


def test_a_section_without_lines_and_an_empty_title_are_not_shown() -> None:
    assert paper_text(Paper("", (Section("One", ()), Section("Two", ("c",))))) == "Two\n  c"
