#!/bin/sh
# Measures what a warm ingest function spends its time on while it counts an object of 20,000 lines:
#   warm-ingest.sh [rounds]
# Build first: ./mvnw -pl src/lambda -am verify. JAVA_OPTS are passed to the JVM.
set -e
cd "$(dirname "$0")/../.."
cp=$(mktemp)
trap 'rm -f "$cp"' EXIT
./mvnw -q -pl src/testing,src/local,src/core,src/lambda dependency:build-classpath -Dmdep.outputFile="$cp" -Dmdep.includeScope=test test-compile >&2
jars=$(tr ':' '\n' < "$cp" | grep -v pagetrack | paste -sd: -)
# shellcheck disable=SC2086
exec java ${JAVA_OPTS:-} \
  -cp "src/lambda/target/test-classes:src/lambda/target/classes:src/core/target/classes:src/local/target/classes:src/testing/target/classes:$jars" \
  dev.pagetrack.lambda.WarmIngest "${1:-15}"
