#!/usr/bin/env bash
# Compares renderings of a site with a lower limit, `cp -r` of the same site. They run in turn, all in the given folder; a
# RAM disk is best.
#   render.sh <folder> [runs]
# An empty or missing folder is filled first. Prints medians of wall seconds and of ratios, for a first rendering (every
# page with markers is replaced) and for a second (nothing has changed). JAVA_OPTS and THREADS can be set.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
folder=$(realpath -m "${1:?render.sh <folder> [runs]}")
runs=${2:-5}
TIMEFORMAT='%R'

if [ ! -d "$folder/site" ]; then
  "$here/bench.sh" dev.pagetrack.bench.site.MakeSite "$folder"
fi

seconds() { { time "$@" >/dev/null; } 2>&1; }
median() { sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
render() {
  "$here/bench.sh" dev.pagetrack.bench.RenderMain "${THREADS:-0}" "$folder/work" "$folder/widgets" \
    "$folder/snapshot.json" "$folder/record"
}

all=""
for _ in $(seq "$runs"); do
  rm -rf "$folder/work" "$folder/record"
  limit=$(seconds cp -r "$folder/site" "$folder/work")
  first=$(seconds render)
  second=$(seconds render)
  diff -r "$folder/work" "$folder/expected" >/dev/null || { echo "The pages are not as expected." >&2; exit 1; }
  all+="$limit $first $second"$'\n'
done
column() { printf '%s' "$all" | awk "{ print $1 }" | median; }
printf 'cp -r %.2f s; first rendering %.2f s, %.2f x; second %.2f s, %.2f x (medians of %s runs, %s)\n' \
  "$(column '$1')" "$(column '$2')" "$(column '$2 / $1')" "$(column '$3')" "$(column '$3 / $1')" "$runs" "${JAVA_OPTS:-default JVM}"
