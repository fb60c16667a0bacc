@echo off
rem Starts Yiben. In a source checkout it first builds the distribution if that is missing; after
rem a change of the sources, delete cli\target\dist. A release has its lib folder beside this file.
setlocal
set "YIBEN_HOME=%~dp0."

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java")
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo error: Java 17 or newer is needed; install a JDK, such as from https://adoptium.net >&2
  exit /b 2
)

set "DIST=%YIBEN_HOME%"
if exist "%DIST%\lib\" goto start
set "DIST=%YIBEN_HOME%\cli\target\dist"
if exist "%DIST%\lib\" goto start

where mvn >nul 2>&1
if errorlevel 1 (
  echo error: Maven 3.8 or newer is needed to build Yiben; see https://maven.apache.org >&2
  exit /b 2
)
echo Building Yiben ^(once; Maven may have to fetch its parts, which takes some minutes^)... >&2
if not exist "%YIBEN_HOME%\cli\target\" mkdir "%YIBEN_HOME%\cli\target"
pushd "%YIBEN_HOME%"
call mvn -q -B -DskipTests -pl cli -am package >"%YIBEN_HOME%\cli\target\build.log" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
  echo error: the build failed; all of its output is in %YIBEN_HOME%\cli\target\build.log >&2
  exit /b 70
)

:start
for %%J in ("%DIST%\lib\yiben-cli-*.jar") do set "MAIN_JAR=%%J"
rem Threads of the model that wait for one another must not keep the processor busy meanwhile.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
set "CRASHES=%TEMP%"
if defined LOCALAPPDATA set "CRASHES=%LOCALAPPDATA%\yiben\crashes"
if not exist "%CRASHES%\" mkdir "%CRASHES%" >nul 2>&1
set "CRASH=%CRASHES%\hs_err_%RANDOM%%RANDOM%.log"
rem The JVM's own log would go to the standard output, which is for results.
rem Its second compiler would take more of the processor than its code saves here.
"%JAVA%" -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -XX:TieredStopAtLevel=1 "-XX:ErrorFile=%CRASH%" "-Dyiben.home=%YIBEN_HOME%" %JAVA_OPTS% -jar "%MAIN_JAR%" %*
set "ENDED=%ERRORLEVEL%"
if not exist "%CRASH%" exit /b %ENDED%
echo error: Yiben crashed in native code; what is finished is saved, and the same command goes on; if it happens again, take a smaller --context-length, --jobs 1, fewer --gpu-layers or a smaller quantisation; %CRASH% says more >&2
exit /b 4
