"""Runs a notebook from top to bottom, as a person would, and fails where a cell does.

nbclient raises on a failing TypeScript cell; tools that only look for error outputs do not see it (the kernel writes none).

    .venv/bin/python scripts/run_notebook.py notebooks/00-quickstart.ipynb [--output executed.ipynb]

The executed notebook replaces the given one unless --output names another file.
"""
import argparse
import os
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

parser = argparse.ArgumentParser(description="run a notebook from top to bottom")
parser.add_argument("notebook")
parser.add_argument("--output", help="where to write the executed notebook (default: the notebook itself)")
parser.add_argument("--timeout", type=int, default=900, help="seconds that a cell may take")
arguments = parser.parse_args()

notebook = nbformat.read(arguments.notebook, as_version=4)
folder = os.path.dirname(os.path.abspath(arguments.notebook))
client = NotebookClient(
    notebook,
    timeout=arguments.timeout,
    record_timing=False,
    resources={"metadata": {"path": folder}},
    on_cell_complete=lambda cell, cell_index: print(f"cell {cell_index + 1} of {len(notebook.cells)}", flush=True),
)
try:
    client.execute()
except CellExecutionError as error:
    sys.exit(f"{arguments.notebook}: a cell failed\n{error}")

target = arguments.output or arguments.notebook
temporary = f"{target}.{os.getpid()}.tmp"
nbformat.write(notebook, temporary)
os.replace(temporary, target)
