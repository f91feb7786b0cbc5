"""Compiles the extractors for this machine (``make setup`` does); 法图 runs without, a third slower.

Told in Chinese: it is users who read it. It never fails the setup: what cannot be compiled is run as it is.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["FATU_COMPILED"] = "0"

from ingest import compiled  # noqa: E402  # found only now

WITHOUT = "法图照常使用，解析文本约慢三分之一"
LOG = ROOT / "build" / "compile.log"
PROOF = ROOT / "data" / "regulations"


def main() -> None:
    """Compile, compare with the sources on a real text, and only then put it where it is used."""
    target = compiled.folder()
    if target.is_dir():
        return
    if missing := _missing():
        print(f"没有编译解析程序（{missing}）。{WITHOUT}。")
        return
    print("正在为这台机器编译解析程序，约需一两分钟……", flush=True)
    compiled.FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=compiled.FOLDER) as place:
        made = Path(place) / "made"
        if not _run([sys.executable, __file__, "--into", str(made)]):
            print(f"编译没有成功（见 {LOG.relative_to(ROOT)}）。{WITHOUT}。")
            return
        made.rename(target)
    if _facts("0") != _facts("1"):
        shutil.rmtree(target)
        print(f"编译后的解析结果与源代码的不同，已弃用。{WITHOUT}。")
        return
    for other in compiled.FOLDER.iterdir():
        if other.is_dir() and other != target:
            shutil.rmtree(other)
    print("编译完成，结果与源代码一致。")


def _missing() -> str | None:
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"这台机器没有 C 编译器 {compiler}"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "缺少 Python 的头文件，Debian 上由 python3-dev 提供"
    try:
        import mypyc.build  # noqa: F401
    except ImportError:
        return "没有安装 requirements-compiled.txt 所列的软件"
    return None


def _run(command: list[str]) -> bool:
    with LOG.open("wb") as log:
        return (
            subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False).returncode == 0
        )


def _facts(switch: str) -> bytes:
    """What is found in the texts that come with 法图; nothing where that fails."""
    say = (
        "import sys\nfrom pathlib import Path\nimport ingest\nfrom ingest.batch import facts_of, files_in\n"
        "assert ingest.COMPILED is (sys.argv[2] == '1')\n"
        "for p in files_in(Path(sys.argv[1])): sys.stdout.write(facts_of(p).to_json())"
    )
    told = subprocess.run(
        [sys.executable, "-c", say, str(PROOF), switch],
        cwd=ROOT,
        env={**os.environ, "FATU_COMPILED": switch, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    return told.stdout if told.returncode == 0 else switch.encode()


def build(into: Path) -> None:
    """Have mypyc translate the modules and the system's compiler compile them."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    os.chdir(ROOT)
    modules = [str(p.relative_to(ROOT)) for p in compiled.sources()]
    with tempfile.TemporaryDirectory() as place:
        extensions = mypycify(modules, opt_level="3", target_dir=place, group_name=compiled.GROUP)
        command = build_ext(Distribution({"name": "fatu", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(into), place
        command.ensure_finalized()
        command.run()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--into"]:
        build(Path(sys.argv[2]))
    else:
        main()
