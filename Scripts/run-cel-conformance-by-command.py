#!/usr/bin/env python3
"""Runs CEL's conformance tests through `bylaw eval --lines --format tagged`, as a stranger to the code would.

    swift build --product bylaw
    Scripts/run-cel-conformance-by-command.py ../shared/cel-conformance

What takes more than an expression and bindings is counted apart: tests that only check, or that declare functions.
"""

import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "compare-cel-with-reference"))
from comparison import canonical, evaluate_lines  # noqa: E402

LEFT_OUT = {"block_ext.json", "network_ext.json"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="the folder of the tests")
    parser.add_argument("--command", default=".build/debug/bylaw", help="the command (.build/debug/bylaw)")
    options = parser.parse_args()

    tests, apart = [], 0
    for file in sorted(options.folder.glob("*.json")):
        if file.name in LEFT_OUT:
            continue
        for section in json.loads(file.read_text())["sections"]:
            for test in section["tests"]:
                declares = any("function" in declaration for declaration in test.get("type_env", []))
                if test.get("check_only") or declares:
                    apart += 1
                else:
                    tests.append(test)
    keys = ("expr", "bindings", "container", "disable_check", "disable_macros")
    answers = evaluate_lines(options.command, [{key: test[key] for key in keys if key in test} for test in tests])
    failed = 0
    for test, answer in zip(tests, answers):
        wanted = expected(test["matcher"])
        if wanted is not None and canonical(answer) != canonical(wanted):
            failed += 1
            print(f"{test['id']}: {test['expr']}\n    is {answer}\n    not {wanted}")
    print(f"{len(tests) - failed} of {len(tests)} tests pass; {apart} only check or declare functions")
    sys.exit(1 if failed else 0)


def expected(matcher):
    if "eval_error" in matcher:
        return {"error": ""}
    return matcher.get("value") or matcher["typed_result"].get("result")


main()
