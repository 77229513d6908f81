#!/bin/sh
# Asks a running whatis what pictures show; usage: client-notebook/curl.sh [--whole] PICTURE...
# Each answer is a line of JSON on standard output: the lab's, or with --whole everything that is known. A picture without
# an answer is a line on standard error. WHATIS_URL says where the service is. The exit code is 1 if a picture has no
# answer, 2 if none is named, and 3 if no service is ready.
set -eu
url=${WHATIS_URL:-http://localhost:8000}
path=/whatis/
if [ "${1:-}" = --whole ]; then
  path='/api/v1/identifications?top=3'
  shift
fi
if [ $# -eq 0 ]; then
  echo 'usage: client-notebook/curl.sh [--whole] PICTURE...' >&2
  exit 2
fi
if ! curl -sf -o /dev/null "$url/actuator/health/readiness"; then
  echo "No service is ready at $url; ./whatis serve starts one." >&2
  exit 3
fi
code=0
for picture; do
  # From standard input, because curl reads more than a name out of file=@NAME;type=….
  if answer=$({ curl -s --fail-with-body -F file=@- "$url$path" <"$picture"; } 2>&1); then
    printf '%s\n' "$answer"
  else
    printf '%s: %s\n' "$picture" "${answer:-no answer}" >&2
    code=1
  fi
done
exit $code
