#!/usr/bin/env bash
# Installs what the tests drive besides Python packages: Chromium with Chinese fonts for the journeys, Java
# and Maven for a Neo4j of their own, a C compiler for the extractors. Only on Debian as root; elsewhere it says in one line what is left out.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
[ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] || missing+=(fonts-noto-cjk fontconfig)
command -v java >/dev/null || missing+=(default-jre-headless)
command -v cc >/dev/null || missing+=(gcc libc6-dev)
[ -f "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h" ] || missing+=(python3-dev)
command -v mvn >/dev/null || missing+=(maven)
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
elif [ -n "${CI:-}" ]; then
  echo "缺少 ${missing[*]}，且无法自动安装；CI 中不允许略去任何测试。" >&2
  exit 1
else
  echo "缺少 ${missing[*]}：make test 将略去依赖它们的测试组（浏览器走查、Neo4j）。"
fi
