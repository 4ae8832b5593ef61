"""What buttons do: the functions of the commands, each with what it will do and what it did."""
