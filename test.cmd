@echo off
rem Builds everything, checks its format and runs all tests. Options go to Maven, which tells what was
rem passed and skipped module by module; the one line for all is only in ./test.
rem   test "-Dtest.java=HOME\bin\java.exe"  runs the tests on the JDK in HOME, as ./test --java HOME
rem   test fuzz [minutes]      looks for inputs that break something: docs/fuzzing.md
rem   test soak [minutes]      all servers for long, with harm done to them: docs/reliability.md
setlocal
cd /d "%~dp0"
if "%~1"=="fuzz" goto fuzz
if "%~1"=="soak" goto soak
call mvn -B verify %*
exit /b %errorlevel%

:fuzz
set MINUTES=%~2
if "%MINUTES%"=="" set MINUTES=5
call mvn -B -q -ntp -pl fuzz -am -DskipTests -Pfuzz "-Dfuzz.minutes=%MINUTES%" "-Dfuzz.target=%~3" test
exit /b %errorlevel%

:soak
where redis-server >nul 2>&1
if errorlevel 1 (
  echo test soak needs redis-server on the PATH; nothing was tested 1>&2
  exit /b 1
)
set MINUTES=%~2
if "%MINUTES%"=="" set MINUTES=30
set /a SECONDS=60 * %MINUTES%
call mvn -B -q -ntp -pl reliability -am -Dtest=none -Dit.test=SoakIT "-Dsoak.seconds=%SECONDS%" verify
exit /b %errorlevel%
