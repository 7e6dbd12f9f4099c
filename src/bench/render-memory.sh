#!/usr/bin/env bash
# Renders a large site twice with little memory, and fails if the pages are not as expected. A RAM disk is best.
#   render-memory.sh <folder> [heap…]
# An empty or missing folder is filled first with 100,000 pages (PAGES); it needs three times their 2.8 GB. For each heap,
# written as for -Xmx (default: 256m and 96m), it prints the wall seconds and the largest resident set of both runs.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
folder=$(realpath -m "${1:?render-memory.sh <folder> [heap…]}")
shift
heaps=("$@")
if [ ${#heaps[@]} -eq 0 ]; then
  heaps=(256m 96m)
fi

if [ ! -d "$folder/site" ]; then
  "$here/bench.sh" dev.pagetrack.bench.site.MakeSite "$folder" "${PAGES:-100000}"
fi

render() {
  JAVA_OPTS="${JAVA_OPTS:-} -Xmx$1" /usr/bin/time -f "-Xmx$1, $2: %e s, %M KB resident" \
    "$here/bench.sh" dev.pagetrack.bench.RenderMain "${THREADS:-0}" "$folder/work" "$folder/widgets" \
    "$folder/snapshot.json" "$folder/record"
}

for heap in "${heaps[@]}"; do
  rm -rf "$folder/work" "$folder/record"
  cp -r "$folder/site" "$folder/work"
  render "$heap" first
  render "$heap" again
  diff -r "$folder/work" "$folder/expected" >/dev/null || { echo "The pages are not as expected." >&2; exit 1; }
done
