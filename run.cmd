@echo off
rem Builds what is missing, then starts it. Unlike ./run it does not see that a jar is older than its
rem sources: mvn -q package -DskipTests builds all again.
rem   run echo-server          a server; its options follow
rem   run client               the test client
rem   run demo                 a chat server, bots on it, and a client
rem   run demo baccarat        an API server, two baccarat servers, bots, and a client
setlocal
cd /d "%~dp0"
set NAME=%~1
if "%NAME%"=="" goto usage
rem What follows the first word, and what follows the second one.
set OPTIONS=
set MORE=
for /f "tokens=1,* delims= " %%a in ("%*") do set OPTIONS=%%b
for /f "tokens=2,* delims= " %%a in ("%*") do set MORE=%%b
set BUILT=
set MODULE=%NAME%
if "%NAME%"=="client" set MODULE=test-client
if "%NAME% %~2"=="demo baccarat" goto baccarat
if "%NAME%"=="demo" goto demo
goto start

:baccarat
call :build api-server || exit /b 1
call :build baccarat-server || exit /b 1
set MODULE=test-client
set OPTIONS=baccarat-demo --api-server api-server\target\api-server.jar --server baccarat-server\target\baccarat-server.jar %MORE%
goto start

:demo
call :build chat-server || exit /b 1
set MODULE=test-client
set OPTIONS=demo --server chat-server\target\chat-server.jar %OPTIONS%

:start
call :build %MODULE% || exit /b
if not defined BUILT echo run: starts what was built before; to build it again: mvn -q package -DskipTests 1>&2
java %GAME_JAVA_OPTS% -jar "%MODULE%\target\%MODULE%.jar" %OPTIONS%
exit /b %ERRORLEVEL%

:build
findstr /c:"<main.class>" "%1\pom.xml" >nul 2>&1 || goto usage
if exist "%1\target\%1.jar" exit /b 0
echo building %1 ... 1>&2
set BUILT=yes
call mvn -B -q -pl %1 -am package -DskipTests -Dspotless.check.skip=true 1>&2
exit /b

:usage
echo usage: run ^<module^> [options]     (modules: api-server, baccarat-server, benchmarks, chat-server, chat-server-msgpack, chat-server2, echo-server, client, demo, demo baccarat) 1>&2
exit /b 2
