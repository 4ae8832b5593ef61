#!/bin/sh
case $0 in */*) cd "${0%/*}/" || exit 1 ;; esac
python3 build.py
exec python3 build.py serve --open
