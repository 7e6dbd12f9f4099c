#!/bin/sh
# Measures cold starts of the packaged functions with Lambda's runtime client, compared with a bare handler:
#   cold-start.sh [runs]
# Build first: ./mvnw -pl src/lambda -am verify
set -e
cd "$(dirname "$0")/../.."
cp=$(mktemp)
trap 'rm -f "$cp"' EXIT
./mvnw -q -pl src/testing,src/local,src/core,src/lambda dependency:build-classpath -Dmdep.outputFile="$cp" -Dmdep.includeScope=test test-compile >&2
jars=$(tr ':' '\n' < "$cp" | grep -v pagetrack | paste -sd: -)
exec java -XX:TieredStopAtLevel=1 -DfunctionJar="$(ls src/lambda/target/pagetrack-lambda-*-function.jar)" \
  -cp "src/lambda/target/test-classes:src/lambda/target/classes:src/core/target/classes:src/local/target/classes:src/testing/target/classes:$jars" \
  dev.pagetrack.lambda.ColdStart "${1:-5}"
