"""Updates: a corrected file of the office into a notice that somebody has worked on since."""
