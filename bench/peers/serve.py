"""Runs the peers of one benchmark: `serve.py MODULE THREADS`.

MODULE, beside this file, has `peers(threads)`: a dict from names to functions without parameters that do the work once,
and a dict of versions. Every line on the standard input names a peer; the answer is the seconds of one run, as JSON.
"""
import importlib
import json
import signal
import sys
import time


def main(module, threads):
    try:
        peers, versions = importlib.import_module(module).peers(threads)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        print(json.dumps({"names": [], "versions": {}, "error": reason}), flush=True)
        return
    print(json.dumps({"names": list(peers), "versions": versions}), flush=True)
    for line in sys.stdin:
        begin = time.perf_counter()
        peers[line.strip()]()
        print(json.dumps(time.perf_counter() - begin), flush=True)


signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C reaches every process of a terminal; the bench decides
main(sys.argv[1], int(sys.argv[2]))
