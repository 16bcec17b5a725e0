"""Runs `bylaw eval` on many expressions, and tells whether two values in the tagged notation are the same."""

import decimal
import json
import math
import re
import subprocess


def evaluate(command, cases):
    """The values of `cases`, pairs of a text and its bindings, in the tagged notation, or {"error": why}."""
    return evaluate_lines(command, [{"expr": text, "bindings": bindings} for text, bindings in cases])


def evaluate_lines(command, cases):
    """As above, for whole lines."""
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    result = subprocess.run([command, "eval", "--lines", "--format", "tagged"], input=lines.encode(), stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    if result.returncode not in (0, 1) or len(answers) != len(cases):
        raise SystemExit(f"bylaw answered {len(answers)} of {len(cases)} lines and exited with {result.returncode}")
    return [answer["value"] if "value" in answer else {"error": answer["error"]["message"]} for answer in answers]


def canonical(value):
    """A text that is the same for the same value: NaN like NaN, a map's entries in one order, every error alike."""
    (kind, content), = value.items()
    if kind == "error":
        return "error"
    if kind == "double":
        number = float(content)
        return "double NaN" if math.isnan(number) else f"double {number!r}"
    if kind == "duration":
        return f"duration {decimal.Decimal(content[:-1]).normalize()}"
    if kind == "timestamp":
        return "timestamp " + re.sub(r"\.?0*Z$", "Z", content) if "." in content else f"timestamp {content}"
    if kind == "list":
        return "[" + ", ".join(map(canonical, content)) + "]"
    if kind == "map":
        return "{" + ", ".join(sorted(f"{canonical(key)}: {canonical(entry)}" for key, entry in content)) + "}"
    if kind == "optional":
        return "optional " + ("none" if content is None else canonical(content))
    return f"{kind} {content!r}"
