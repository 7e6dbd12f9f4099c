#!/usr/bin/env bash
# Compares dry runs of whole files with a lower limit, `zcat | wc -l`. They run in turn: limit, dry run, limit, dry run ...
#   compare.sh <folder> [runs]
# The folder contains cloudfront/, s3/ and combined/ with .gz files. An empty or missing folder is filled first (some
# 0.5 GB; a RAM disk is best). For each format it prints medians of all pairs: the wall seconds of both, their ratio, and the
# processor seconds of both. On a busy machine only processor seconds are meaningful. JAVA_OPTS (default -Xmx128m) and
# THREADS (default 2) can be set.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?compare.sh <folder> [runs]}
runs=${2:-5}
threads=${THREADS:-2}
export JAVA_OPTS=${JAVA_OPTS:--Xmx128m}
TIMEFORMAT='%R %U %S'

if [ -z "$(ls -A "$folder" 2>/dev/null)" ]; then
  "$here/bench.sh" dev.pagetrack.bench.logs.MakeLogs "$folder"
fi

# Prints the wall and processor seconds of a command; its output is discarded unless it fails.
seconds() {
  local times
  times=$( { time "$@" >/dev/null 2>/tmp/compare.$$.err; } 2>&1 ) || { cat /tmp/compare.$$.err >&2; exit 1; }
  awk '{ print $1, $2 + $3 }' <<<"$times"
}
limit() { zcat "$1"/*.gz | wc -l; }
median() { sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

trap 'rm -f /tmp/compare.$$.err' EXIT
printf '%-12s %10s %10s %8s %12s %12s   (medians of %s pairs, %s threads, %s)\n' \
  "" "limit s" "dry run s" "ratio" "limit cpu s" "dry run cpu s" "$runs" "$threads" "$JAVA_OPTS"
for format in cloudfront s3 combined; do
  ls "$folder/$format/"*.gz >/dev/null 2>&1 || continue
  limit "$folder/$format" >/dev/null
  "$here/bench.sh" dev.pagetrack.bench.DryRunMain "$threads" "$folder/$format" >/dev/null
  pairs=""
  for _ in $(seq "$runs"); do
    a=$(seconds limit "$folder/$format")
    b=$(seconds "$here/bench.sh" dev.pagetrack.bench.DryRunMain "$threads" "$folder/$format")
    pairs+="$a $b"$'\n'
  done
  column() { printf '%s' "$pairs" | awk "{ print $1 }" | median; }
  printf '%-12s %10.2f %10.2f %8.2f %12.2f %12.2f\n' "$format" "$(column '$1')" "$(column '$3')" \
    "$(column '$3 / $1')" "$(column '$2')" "$(column '$4')"
done
