"""Spot checks: every person of a payroll sheet, row by row."""
