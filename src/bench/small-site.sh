#!/usr/bin/env bash
# Measures how much longer a rendering with Maven takes than the start of Maven: small-site.sh <folder> [runs]
# It makes a site of 20 pages, serves a table over HTTP (DynamoDB Local in another process), and runs in turn `mvn validate`
# and `mvn pagetrack:render` with the same pom, each time on pages that were not rendered before. The plugin must be
# installed. Prints medians of wall seconds. MAVEN_ARGS are passed to Maven.
set -euo pipefail
export LC_ALL=C AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
here=$(cd "$(dirname "$0")" && pwd)
folder=$(realpath -m "${1:?small-site.sh <folder> [runs]}")
runs=${2:-5}
port=8723
goal=dev.pagetrack:pagetrack-maven-plugin:0.1.0-SNAPSHOT
TIMEFORMAT='%R'

# shellcheck disable=SC2086
maven() { "$here/../../mvnw" -q ${MAVEN_ARGS:-} "$@"; }
seconds() { { time "$@" >/dev/null; } 2>&1; }
median() { sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

rm -rf "$folder"
"$here/bench.sh" dev.pagetrack.bench.site.MakeSite "$folder" 20
cd "$folder"
awk 'BEGIN { for (page = 0; page < 20; page++) for (view = 0; view < 3 * (20 - page); view++)
  printf "203.0.113.9 - - [02/Mar/2026:03:%02d:%02d +0000] \"GET /posts/page-%d/ HTTP/1.1\" 200 9 \"-\" \"Mozilla/5.0 Firefox/128.0\"\n",
    page, view, page }' >access.log
cat >pom.xml <<EOF
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId>
  <artifactId>small-site</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>dev.pagetrack</groupId>
        <artifactId>pagetrack-maven-plugin</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <configuration>
          <siteRoot>work</siteRoot>
          <widgetDirectory>widgets</widgetDirectory>
          <endpoint>http://localhost:$port</endpoint>
          <region>eu-central-1</region>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
EOF
mkdir table
(cd table && maven "$goal:ingest" -Dpagetrack.embedded -Dpagetrack.logs="$folder/access.log")
(cd table && exec "$here/../../mvnw" -q ${MAVEN_ARGS:-} "$goal:serve" -Dpagetrack.embedded -Dpagetrack.port=0 \
  -Dpagetrack.dynamodbPort=$port) &
trap 'pkill -f "dynamodbPort=$port"' EXIT
until (exec 3<>/dev/tcp/localhost/$port) 2>/dev/null; do
  sleep 0.2
done

all=""
for run in $(seq 0 "$runs"); do
  rm -rf work .pagetrack
  cp -r site work
  start=$(seconds maven validate)
  render=$(seconds maven pagetrack:render)
  diff -r work expected || { echo "The pages are not as expected." >&2; exit 1; }
  if ((run > 0)); then # the first run is a warm-up
    all+="$start $render"$'\n'
  fi
done
column() { printf '%s' "$all" | awk "{ print $1 }" | median; }
printf 'mvn validate %.2f s; mvn pagetrack:render %.2f s, %.2f s more (medians of %s pairs)\n' \
  "$(column '$1')" "$(column '$2')" "$(column '$2 - $1')" "$runs"
