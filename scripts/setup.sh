#!/usr/bin/env bash
# Makes .venv with everything that 法图 needs to run. Called by `make setup`; PYTHON names the interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
  echo "需要 Python 3.10 或更高版本（当前：$("$python" --version 2>&1 || echo 未找到)）。可用 make setup PYTHON=python3.11 指定。" >&2
  exit 1
fi

# Debian ships python3 without the part that fills a new environment with pip.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
  else
    echo "这台机器的 Python 缺少 venv 组件。请先安装：sudo apt install python3-venv，再运行 make setup。" >&2
    exit 1
  fi
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
pip() { .venv/bin/python -m pip --quiet --disable-pip-version-check "$@"; }
pip install --requirement requirements.txt
pip install --no-deps --editable .
if ! pip install --requirement requirements-embedded.txt 2>.venv/embedded.log; then
  echo "内置图数据库在这台机器上没有可用的安装包（见 .venv/embedded.log）。" >&2
  echo "法图仍可使用：请准备一台 Neo4j 5 或更高版本的服务器，并设置 FATU_NEO4J_URI、FATU_NEO4J_USER、FATU_NEO4J_PASSWORD。" >&2
fi
pip install --requirement requirements-model.txt 2>.venv/model.log || echo "上下位对照的语义模型在这台机器上不能运行（见 .venv/model.log），只按用词对照。" >&2
pip install --requirement requirements-compiled.txt 2>.venv/compiled.log || true  # scripts/compile.py says what it lacks
echo "安装完成。运行 make app 打开浏览页面，或运行 .venv/bin/fatu --help 查看命令。"
