"""An assessment for a reader: in sentences, as plain text, and as the object for scripts."""

from payapp.report.assessment_in_words import describe
from payapp.report.assessment_json import assessment_json
from payapp.report.assessment_text import assessment_text

__all__ = ["assessment_json", "assessment_text", "describe"]
