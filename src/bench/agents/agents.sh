#!/usr/bin/env bash
# Measures how many agents of public sets count as readers, bots and programs:
#   agents.sh <folder> [reader|bot|program]
# With a second argument, it lists the agents of that kind. It fails if a set misses its bound (AgentsMain).
# The folder must contain working trees of the repositories with sets; those that are missing are left out:
#   device-detector  https://github.com/matomo-org/device-detector (LGPL-3.0), Tests, measured at 3856a28 of 2026-08-19
#   isbot            https://github.com/omrilotan/isbot (Unlicense), fixtures, 344052d of 2026-07-20
#   Crawler-Detect   https://github.com/JayBizzle/Crawler-Detect (MIT), tests/data, f7926d4 of 2026-05-26
#   uap-core         https://github.com/ua-parser/uap-core (Apache-2.0), tests, e3c5e63 of 2026-08-11
# npm installs the package with the agents of real traffic, and the parser of the fixtures, into the same folder. The sets are
# only measured here. They are no part of pagetrack, and bots.txt takes nothing from them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?agents.sh <folder> [reader|bot|program]}
if [ ! -d "$folder/node_modules/user-agents" ]; then
  npm install --prefix "$folder" --no-save --ignore-scripts user-agents@2.1.198 js-yaml@5.5.0 >&2
fi
node "$here/extract.mjs" "$folder"
exec "$here/../bench.sh" dev.pagetrack.bench.AgentsMain "$folder/sets" "${@:2}"
