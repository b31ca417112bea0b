@echo off
rem Builds what is missing, then starts it.
rem   run echo-server          a server; its options follow
rem   run client               the test client
rem   run demo                 a chat server, bots on it, and a client
rem   run demo baccarat        an API server, two baccarat servers, bots, and a client
setlocal
cd /d "%~dp0"
set NAME=%~1
if "%NAME%"=="" goto usage
for /f "tokens=1,* delims= " %%a in ("%*") do set OPTIONS=%%b
set MODULE=%NAME%
if "%NAME%"=="client" set MODULE=test-client
if "%NAME% %~2"=="demo baccarat" (
  call :build api-server || exit /b 1
  call :build baccarat-server || exit /b 1
  set MODULE=test-client
  set OPTIONS=baccarat-demo --api-server api-server\target\api-server.jar --server baccarat-server\target\baccarat-server.jar
) else if "%NAME%"=="demo" (
  call :build chat-server || exit /b 1
  set MODULE=test-client
  set OPTIONS=demo --server chat-server\target\chat-server.jar %OPTIONS%
)
call :build %MODULE% || exit /b
java %GAME_JAVA_OPTS% -jar "%MODULE%\target\%MODULE%.jar" %OPTIONS%
exit /b %ERRORLEVEL%

:build
findstr /c:"<main.class>" "%1\pom.xml" >nul 2>&1 || goto usage
if exist "%1\target\%1.jar" exit /b 0
echo building %1 ... 1>&2
call mvn -B -q -pl %1 -am package -DskipTests -Dspotless.check.skip=true 1>&2
exit /b

:usage
echo usage: run ^<module^> [options]     (modules: api-server, baccarat-server, chat-server, chat-server2, echo-server, client, demo) 1>&2
exit /b 2
