#!/usr/bin/env python3
"""Compares Bylaw's condition language with the reference implementation, cel-cpp, on generated expressions.

    python3 -m venv ~/cel && ~/cel/bin/pip install cel-expr-python
    swift build --product bylaw
    ~/cel/bin/python Scripts/compare-cel-with-reference --count 10000 --seed 1

Prints how many agree, what the expressions are made of, the share of errors, and every difference with the smallest
expression found that shows it. Exits with 1 if there is a difference that `known.py` doesn't explain.
"""

import argparse
import collections
import random
import resource
import sys

from comparison import canonical, evaluate
from expression import smaller
from generator import Generator
from known import KNOWN
from reference import Reference


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000, help="how many expressions (10000)")
    parser.add_argument("--seed", type=int, default=1, help="the generator's seed (1)")
    parser.add_argument("--command", default=".build/debug/bylaw", help="the command (.build/debug/bylaw)")
    parser.add_argument("--show", type=int, default=40, help="how many unexplained differences are shown (40)")
    options = parser.parse_args()

    # The reference makes `lists.range(1000000007)`, where ours is an error: let it fail at once.
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    reference = Reference()
    generator = Generator(random.Random(options.seed))
    cases = different_texts(generator, options.count)
    ours = evaluate(options.command, [(node.text(), bindings) for node, bindings in cases])
    theirs = [reference.evaluate(node.text(), bindings) for node, bindings in cases]

    differing = [case for case, our, their in zip(cases, ours, theirs) if canonical(our) != canonical(their)]
    print_shape([node for node, _ in cases])
    failed = sum("error" in value for value in theirs)
    print(f"\nerrors: {failed} of {len(cases)} ({failed / len(cases):.1%}) by the reference")
    unexplained = report(minimised(differing, options.command, reference), options.show)
    print(f"\nagreed: {len(cases) - len(differing)}, differed: {len(differing)}, "
          f"of these by a known cause: {len(differing) - unexplained}, unexplained: {unexplained}; seed {options.seed}")
    sys.exit(1 if unexplained else 0)


def different_texts(generator, count):
    cases, texts = [], set()
    while len(cases) < count:
        node, bindings = generator.expression()
        if node.text() not in texts:
            texts.add(node.text())
            cases.append((node, bindings))
    return cases


def minimised(cases, command, reference):
    """Each case made smaller while it differs, with both values. All are tried in step, so that the command is started
    once a step."""
    results = []
    current = list(cases)
    for _ in range(40):
        trials = []
        for index, (node, bindings) in enumerate(current):
            for candidate in smaller(node, set(bindings)):
                if len(candidate.text()) < len(node.text()):
                    names = candidate.names()
                    trials.append((index, candidate, {name: value for name, value in bindings.items() if name in names}))
        answers = evaluate(command, [(node.text(), bindings) for _, node, bindings in trials]) if trials else []
        moved = set()
        for (index, node, bindings), our in zip(trials, answers):
            if index not in moved and canonical(our) != canonical(reference.evaluate(node.text(), bindings)):
                moved.add(index)
                current[index] = (node, bindings)
        if not moved:
            break
    ours = evaluate(command, [(node.text(), bindings) for node, bindings in current]) if current else []
    for (node, bindings), our in zip(current, ours):
        results.append((node.text(), bindings, our, reference.evaluate(node.text(), bindings)))
    return results


def report(differences, show):
    """Prints them, and returns how many nothing explains."""
    causes, unexplained = collections.Counter(), {}
    count = 0
    for text, bindings, our, their in differences:
        for name, reason, explains in KNOWN:
            if explains(text, our, their):
                causes[name, reason] += 1
                break
        else:
            count += 1
            unexplained.setdefault(text, (bindings, our, their))
    if causes:
        print("\nknown causes:")
        for (name, reason), number in causes.most_common():
            print(f"{number:6}  {name}: {reason}")
    if unexplained:
        print("\nunexplained:")
        for text, (bindings, our, their) in sorted(unexplained.items(), key=lambda each: len(each[0]))[:show]:
            print(f"  {text}" + (f"    with {bindings}" if bindings else ""))
            print(f"      ours:      {our}\n      reference: {their}")
    return count


def print_shape(nodes):
    kinds = collections.Counter(part.kind for node in nodes for part in node.walk())
    depths = collections.Counter(node.depth() for node in nodes)
    print(f"expressions: {len(nodes)}, nodes: {sum(kinds.values())}, kinds of node: {len(kinds)}")
    print("\ndepths:")
    for depth, number in sorted(depths.items()):
        print(f"{number:6}  {depth}")
    print("\nkinds of node:")
    for kind, number in kinds.most_common():
        print(f"{number:6}  {kind}")


main()
