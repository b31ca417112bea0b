@echo off
rem Builds everything, checks its format and runs all tests. Options go to Maven.
cd /d "%~dp0"
mvn -B verify %*
