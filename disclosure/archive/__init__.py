"""The archive: sealed versions and the chain that proves them. Knows bytes, not notices."""
