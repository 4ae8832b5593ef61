#!/bin/sh
cd "$(dirname "$0")" || exit 1
python3 build.py
exec python3 build.py serve --open
