"""Assessments, figures and tables in sentences: the one room where wording is made."""
