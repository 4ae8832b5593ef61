"""Where each notice stands on its way from draft to reader, and what comes next."""
