"""A job description in; for each fact of the post what it says, with the sentence that shows it."""
