#!/usr/bin/env bash
# Builds this module once and runs a main class of it, or JMH:
#   bench.sh dev.pagetrack.bench.logs.MakeLogs logs
#   bench.sh org.openjdk.jmh.Main LogBenchmark
# JAVA_OPTS are passed to the JVM. Delete target/classpath to build again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -e "$here/target/classpath" ]; then
  (cd "$here/../.." && ./mvnw -q -B -pl src/bench -am -DskipTests -Dspotless.check.skip package) >&2
fi
# shellcheck disable=SC2086
exec java ${JAVA_OPTS:-} -cp "$here/target/classes:$(<"$here/target/classpath")" "$@"
