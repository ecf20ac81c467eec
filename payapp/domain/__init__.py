"""Money, figures, posts, pay, rules, tests over facts, findings and the assessment."""
