# Sourced by the scripts beside it: starts servers on core 0 and loads them from core 1, so that
# both have a core of their own. Needs Linux, a C compiler, and two cores with nothing else to do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

java=${JAVA:-java}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT # Of Ctrl-C a load makes an exit code, with which a script would go on.

# One port after the other, below those that the system gives out.
port=20100

build() { # modules
  mvn -B -q -ntp -Dstyle.color=never -DskipTests package -pl "$(IFS=,; echo "$*")" -am >&2
  cc -O2 -Wall -o "$work/floor" benchmarks/floor/floor.c
}

# Sets `started` to "port pid". In the arguments PORT stands for the port.
start() { # program and arguments
  port=$((port + 1))
  taskset -c 0 "${@//PORT/$port}" >"$work/out" 2>"$work/err" &
  started="$port $!"
  until (: >"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    kill -0 $! || { cat "$work/err" >&2; exit 1; }
    sleep 0.1
  done
}

# The least that a server can do: echo or chat.
start_floor() { start "$work/floor" "$1" PORT; }

start_server() { # module, then options of its own
  local module=$1
  shift
  start "$java" ${GAME_JAVA_OPTS:-} -jar "$module/target/$module.jar" --bind 127.0.0.1:PORT \
    --max-requests-per-second 0 --login-timeout 0 --heartbeat-timeout 0 --io-threads 1 "$@"
}

load() { # port, options
  local to=$1
  shift
  taskset -c 1 "$java" -jar test-client/target/test-client.jar load \
    --connect "127.0.0.1:$to" --threads 1 "$@"
}

# Until the JIT compiler is done. What goes wrong here goes wrong when it counts, too, and shows there.
warm_up() { # port, options
  load "$@" --warmup 10s --duration 1s >/dev/null || true
}

machine() { echo "$(date +%F), $("$java" -version 2>&1 | head -n 1), $(uname -sm)"; }
