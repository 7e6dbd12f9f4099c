#!/usr/bin/env bash
# Ingests a log of 10 GB with the goal, in little memory: large.sh <folder>
# MAVEN_ARGS are passed to Maven.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if [ ! -e "$folder/large.gz" ]; then
  "$here/bench.sh" dev.pagetrack.bench.logs.MakeLogs "$folder/set" 40000 4 300
  zcat "$folder"/set/cloudfront/*.gz | awk -F '\t' '/^#/ || $8 ~ /\.[a-z0-9]+$/ && $8 !~ /\.html?$/' | gzip >"$folder/assets.gz"
  parts=$((10000000000 / $(zcat "$folder/assets.gz" | wc -c) + 1))
  for ((i = 0; i < parts; i++)); do
    cat "$folder/assets.gz"
    if ((i == parts / 2)); then
      cat "$folder"/set/cloudfront/*.gz
    fi
  done >"$folder/large.gz"
fi
goal=dev.pagetrack:pagetrack-maven-plugin:0.1.0-SNAPSHOT:ingest
cd "$folder"
rm -rf .pagetrack
# shellcheck disable=SC2086
MAVEN_OPTS=-Xmx48m "$here/../../mvnw" -ntp ${MAVEN_ARGS:-} "$goal" -Dpagetrack.logs=large.gz -Dpagetrack.dryRun
# shellcheck disable=SC2086
MAVEN_OPTS=-Xmx128m "$here/../../mvnw" -ntp ${MAVEN_ARGS:-} "$goal" -Dpagetrack.logs=large.gz -Dpagetrack.embedded
