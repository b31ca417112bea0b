@echo off
rem Builds everything, checks its format and runs all tests. Options go to Maven.
rem   test fuzz [minutes]      looks for inputs that break something: docs/fuzzing.md
rem   test soak [minutes]      all servers for long, with harm done to them: docs/reliability.md
setlocal
cd /d "%~dp0"
if "%~1"=="fuzz" goto fuzz
if "%~1"=="soak" goto soak
mvn -B verify %*
exit /b %errorlevel%

:fuzz
set MINUTES=%~2
if "%MINUTES%"=="" set MINUTES=5
mvn -B -q -ntp -pl fuzz -am -DskipTests -Pfuzz "-Dfuzz.minutes=%MINUTES%" "-Dfuzz.target=%~3" test
exit /b %errorlevel%

:soak
set MINUTES=%~2
if "%MINUTES%"=="" set MINUTES=30
set /a SECONDS=60 * %MINUTES%
mvn -B -q -ntp -pl reliability -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SoakIT -Dfailsafe.failIfNoSpecifiedTests=false "-Dsoak.seconds=%SECONDS%" verify
