#!/usr/bin/env bash
# Starts, asks and stops ./whatis and what it is compared with, one at a time. For scripts that have set root, work (a
# temporary folder), model and PEERS_HOME.
# shellcheck disable=SC2154

lab_port=8000 # Ray Serve's own
patience=300  # seconds that a server may take to answer
mark=WHATIS_COMPARED=$work

# Whatever a server starts has the mark in its environment.
marked() { grep -lzsxF "$mark" /proc/[0-9]*/environ | cut -d / -f 3 || true; }

free_port() { python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# prepare SERVER: what a server needs before it can start; fails where that is missing.
prepare() {
  case $1 in
    # The weights mean nothing, so that no calibration by photographs would.
    whatis-int8-synthetic) ./whatis calibrate --synthetic --model "$model" >&2 || fail "$1 can't be calibrated" ;;
    whatis-*) ;;
    *) benchmarks/peers/serve "$1" || exit 1 ;;
  esac
}

# start SERVER: sets port and server_process. Nobody listens where the encyclopedia should: only the service is measured.
start() {
  case $1 in
    lab) port=$lab_port ;;
    *) port=$(free_port) ;;
  esac
  ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || fail "port $port is taken, which $1 needs: stop what uses it"
  case $1 in
    whatis-*)
      env "$mark" WHATIS_MODEL="$model" WHATIS_PRECISION="${1#whatis-}" WHATIS_CLASSIFIER_PORT="$port" \
        WHATIS_WIKIPEDIA_PORT="$(free_port)" WHATIS_WIKIPEDIA_URL=http://127.0.0.1:1/w/api.php \
        ./whatis serve >"$work/log" 2>&1 & ;;
    *) env "$mark" RAY_TMPDIR="$work/ray" benchmarks/peers/serve "$1" "$port" >"$work/log" 2>&1 & ;;
  esac
  server_process=$!
}

# ask PHOTOGRAPH: prints the server's answer; fails unless it is a 200.
ask() { curl -sf --max-time 60 -F "file=@$1" "http://127.0.0.1:$port/whatis/"; }

# await_answer SERVER PHOTOGRAPH: fails where the server ends or takes too long.
await_answer() {
  local end=$((SECONDS + patience))
  until ask "$2" >/dev/null; do
    if ! kill -0 "$server_process" 2>/dev/null; then
      problem "$1 has ended"
      return 1
    elif [ $SECONDS -ge $end ]; then
      problem "$1 has not answered for $patience s"
      return 1
    fi
    sleep 0.1
  done
}

# problem SENTENCE: says what is wrong with the server, and what it said last.
problem() {
  tail -n 20 "$work/log" >&2
  printf '%s\n' "$1" >&2
}

# Stops the server, and after half a minute what is left of it.
stop() {
  local process end=$((SECONDS + 30))
  kill -TERM "$server_process" 2>/dev/null || true
  while [ -n "$(marked)" ] && [ $SECONDS -lt $end ]; do sleep 0.2; done
  for process in $(marked); do kill -KILL "$process" 2>/dev/null || true; done
  wait "$server_process" 2>/dev/null || true
}

# Stops what runs and deletes the temporary folder, however the script ends.
clean_up_at_exit() {
  trap '[ -z "$(marked)" ] || stop; rm -rf "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}
