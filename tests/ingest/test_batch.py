"""Many files: in order, on all cores, a bad one among them, and a process that is lost."""

import os
import subprocess
import sys
from pathlib import Path

import psutil

from ingest.batch import FEW, facts_of, read_files, text_of
from ingest.errors import IngestError
from ingest.facts import Facts


def files_in(folder: Path, number: int) -> list[Path]:
    """Short texts, each with its number in it; the third is empty, which cannot be read."""
    paths = [folder / f"{n}.txt" for n in range(number)]
    for n, path in enumerate(paths):
        path.write_text("" if n == 3 else f"办法{n}\n第一条 检查。\n", encoding="utf-8")
    return paths


def test_in_order_with_the_bad_one_among_them(tmp_path: Path) -> None:
    for number in (FEW, FEW + 9):
        paths = files_in(tmp_path, number)
        found = list(read_files(paths, facts_of))
        assert [path for path, _ in found] == paths
        assert isinstance(found[3][1], IngestError)
        good = [told for _, told in found if isinstance(told, Facts)]
        assert len(good) == number - 1
        assert good[-1].provisions[-1].text == "检查。"


def fails_in_a_worker(path: Path) -> str:
    """End the process, unless it is the first one: what a system does that is out of memory."""
    if os.getppid() == int(os.environ["FATU_TEST_PARENT"]) and path.name == "7.txt":
        os._exit(9)
    return text_of(path)


def test_a_lost_process_loses_no_file(tmp_path: Path) -> None:
    os.environ["FATU_TEST_PARENT"] = str(os.getpid())
    try:
        paths = files_in(tmp_path, FEW + 9)
        found = list(read_files(paths, fails_in_a_worker))
    finally:
        del os.environ["FATU_TEST_PARENT"]
    assert [path for path, _ in found] == paths
    assert found[7][1] == text_of(paths[7])


READER = """
import sys, time
from pathlib import Path
from ingest.batch import read_files
from tests.ingest.test_batch import process_of

for path, process in read_files(sorted(Path(sys.argv[1]).glob("*.txt")), process_of):
    print(process, flush=True)
    time.sleep(60)
"""


def process_of(path: Path) -> int:
    """Return which process reads a file."""
    return os.getpid()


def test_the_processes_end_with_the_one_that_started_them(tmp_path: Path, root: Path) -> None:
    files_in(tmp_path, FEW + 9)
    command = [sys.executable, "-c", READER, str(tmp_path)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        worker = psutil.Process(int(reader.stdout.readline()))
        assert worker.ppid() == reader.pid
        reader.kill()
    worker.wait(30)
