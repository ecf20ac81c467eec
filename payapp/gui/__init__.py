"""The window: the one room that knows Qt. It shows reports and computes nothing of its own."""
