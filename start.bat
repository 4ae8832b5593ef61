@echo off
rem pushd, not cd: it also works on a network share.
pushd "%~dp0"
set PYTHON=py -3
where py >nul 2>nul || set PYTHON=python
%PYTHON% build.py
%PYTHON% build.py serve --open
popd
pause
