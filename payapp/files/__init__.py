"""Reading and writing: schedules, case files, workbooks, and the text of documents."""
