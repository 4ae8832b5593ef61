"""Publishing: a built site brought to where readers find it, in an order that breaks no link."""
