"""Measure the rules on real prose: precision by rule, false findings, recall on planted slips."""
