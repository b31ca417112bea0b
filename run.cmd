@echo off
rem Builds a module if its jar is missing, then starts it.
setlocal
cd /d "%~dp0"
set MODULE=%~1
if "%MODULE%"=="" goto usage
if "%MODULE%"=="client" set MODULE=test-client
if not exist "%MODULE%\pom.xml" goto usage
for /f "tokens=1,* delims= " %%a in ("%*") do set OPTIONS=%%b
if not exist "%MODULE%\target\%MODULE%.jar" (
  echo building %MODULE% ... 1>&2
  call mvn -B -q -pl %MODULE% -am package -DskipTests -Dspotless.check.skip=true 1>&2 || exit /b 1
)
java %GAME_JAVA_OPTS% -jar "%MODULE%\target\%MODULE%.jar" %OPTIONS%
exit /b %ERRORLEVEL%

:usage
echo usage: run ^<module^> [options]     (modules: echo-server, client) 1>&2
exit /b 2
