#!/usr/bin/env bash
# Puts the Neo4j community server that the tests run against together from Maven Central, into .cache/neo4j/lib.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=$(sed -n 's/.*<neo4j.version>\(.*\)<\/neo4j.version>.*/\1/p' scripts/neo4j/pom.xml)
[ -e ".cache/neo4j/$wanted" ] && exit 0
rm -rf .cache/neo4j
mkdir -p .cache/neo4j/lib
mvn --quiet --batch-mode --file scripts/neo4j/pom.xml dependency:copy-dependencies \
  -DoutputDirectory="$PWD/.cache/neo4j/lib"
touch ".cache/neo4j/$wanted"
