#!/usr/bin/env python3
"""Writes Sources/BylawText/Folding/Tables/*.swift from Unicode's data files.

    generate-unicode-tables.py --ucd /usr/share/unicode --confusables confusables.json

`--ucd` is the folder of Debian's package `unicode-data`; `--confusables` the file of that name inside the Python package
`confusable-homoglyphs`. The names of HTML's character references come from Python's own `html.entities`.

Numbers are written base 32, lowest digits first, six bits a character (the sixth says that more follow), so that a table
is one string literal: it compiles at once and is decoded when first used (`TableReader`).
"""

import argparse
import html.entities
import json
import pathlib
import re

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
VOICING = {0x3099, 0x309A}
# Scripts that put no spaces between words. Korean does, but writes its particles onto the word.
UNSPACED = {
    "Han", "Hiragana", "Katakana", "Bopomofo", "Hangul", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan", "Yi",
    "Tai_Le", "New_Tai_Lue", "Tai_Tham", "Tai_Viet", "Javanese", "Balinese",
}
# Scripts whose combining marks only add to a letter that can be read without them.
POINTED = {"Inherited", "Arabic", "Hebrew", "Cyrillic", "Syriac", "Latin", "Greek"}
TIGHT = set("._-*|/\\~^+=:;,·•‧∙⋅・･…‥−☆")
LOOSE = set("'`´’‘ʼ′")


class Data:
    """Unicode's properties, read from the files."""

    def __init__(self, ucd: pathlib.Path):
        self.ucd = ucd
        self.category, self.combining, self.canonical, self.compat = {}, {}, {}, {}
        self.lower, self.upper = {}, {}
        first = None
        for line in (ucd / "UnicodeData.txt").read_text().splitlines():
            f = line.split(";")
            c = int(f[0], 16)
            if f[1].endswith(", First>"):
                first = c
                continue
            for each in range(first if first is not None else c, c + 1):
                self.category[each] = f[2]
            first = None
            if f[3] != "0":
                self.combining[c] = int(f[3])
            if f[5]:
                parts = f[5].split()
                table = self.compat if parts[0].startswith("<") else self.canonical
                table[c] = [int(p, 16) for p in parts if not p.startswith("<")]
            if f[12]:
                self.upper[c] = int(f[12], 16)
        self.folding = {}
        for line in (ucd / "CaseFolding.txt").read_text().splitlines():
            f = [p.strip() for p in line.split("#")[0].split(";")]
            if len(f) >= 3 and f[1] in "CF":
                self.folding[int(f[0], 16)] = [int(p, 16) for p in f[2].split()]
        self.script = self.property("Scripts.txt")
        self.extensions = self.property("ScriptExtensions.txt")
        self.breaks = self.property("auxiliary/GraphemeBreakProperty.txt")
        self.ignorable = self.members("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
        self.space = self.members("PropList.txt", "White_Space")
        self.pictographic = self.members("emoji/emoji-data.txt", "Extended_Pictographic")
        self.consonants = self.members("IndicSyllabicCategory.txt", "Consonant")
        self.version = re.search(r"-(\d+\.\d+\.\d+)\.txt", (ucd / "Scripts.txt").read_text()).group(1)

    def lines(self, name):
        for line in (self.ucd / name).read_text().splitlines():
            f = [p.strip() for p in line.split("#")[0].split(";")]
            if len(f) >= 2:
                ends = [int(p, 16) for p in f[0].split("..")]
                yield range(ends[0], ends[-1] + 1), f[1]

    def property(self, name):
        return {c: value for span, value in self.lines(name) for c in span}

    def members(self, name, wanted):
        return {c for span, value in self.lines(name) if value == wanted for c in span}

    # Foldings. Hangul syllables and voiced kana stay composed: a part of one is not found in it.

    def step(self, c, compat, case):
        if compat and c in (0x309B, 0x309C):
            return [c - 2]  # the spacing voicing marks voice what they follow
        if c in self.canonical and not (self.canonical[c][-1] in VOICING and len(self.canonical[c]) == 2):
            return self.canonical[c]
        if compat and c in self.compat:
            target = self.compat[c]
            if not (target[0] == 0x20 and len(target) > 1):  # a spacing accent is no space
                return target
        if case and c in self.folding:
            return self.folding[c]
        return [c]

    def fold(self, c, compat, case):
        result = [c]
        while True:
            wider = [d for c in result for d in self.step(c, compat, case)]
            if wider == result:
                return result
            result = wider


def number(value):
    digits = ""
    while True:
        value, low = divmod(value, 32)
        digits += DIGITS[low + (32 if value else 0)]
        if not value:
            return digits


def signed(value):
    return number(value * 2 if value >= 0 else -value * 2 - 1)


def mappings(data):
    """scalar, then what it becomes: canonically; with case; by compatibility; with both. Each: 0 itself, 1 as the one
    before, else its length + 1 and its scalars, each relative to the one before (the first to the scalar)."""
    out, last, count = "", 0, 0
    for c in sorted(set(data.canonical) | set(data.compat) | set(data.folding) | {0x309B, 0x309C}):
        before, fields = [c], ""
        for compat, case in [(False, False), (False, True), (True, False), (True, True)]:
            target = data.fold(c, compat, case)
            if target == [c]:
                fields += number(0)
            elif target == before:
                fields += number(1)
            else:
                fields += number(len(target) + 1)
                base = c
                for d in target:
                    fields += signed(d - base)
                    base = d
            before = target
        if fields != number(0) * 4:
            out += number(c - last) + fields
            last, count = c, count + 1
    return out, count


def voicings(data):
    """base, mark, composed of every voiced kana, base relative to the one before."""
    out, last, count = "", 0, 0
    for c, (base, mark) in sorted((c, d) for c, d in data.canonical.items() if len(d) == 2 and d[1] in VOICING):
        out += signed(base - last) + number(mark - 0x3099) + signed(c - base)
        last, count = base, count + 1
    return out, count


def confusables(data, path):
    """Letters that look alike, one of each class standing for all; each letter relative to the one before, then what it
    becomes relative to itself. Classes never join two letters of one alphabet, and are
    closed under case."""
    pairs = []
    for source, targets in json.loads(path.read_text()).items():
        for target in targets:
            pairs.append((source.strip("\u200e"), target["c"].strip("\u200e")))
    pairs += [("べ", "ベ"), ("ぺ", "ペ")]

    def letter(text):
        """The letter that a text is, with or without marks on it."""
        if not text or any(data.category.get(ord(m), "")[:1] != "M" for m in text[1:]):
            return None
        c = ord(text[0])
        plain = data.category.get(c, "").startswith("L") and data.fold(c, True, False) == [c]
        jamo = 0x1100 <= c <= 0x11FF or 0xA960 <= c <= 0xA97F or 0xD7B0 <= c <= 0xD7FF
        expands = len(data.fold(c, False, True)) > 1
        return c if plain and not jamo and not expands else None

    def lowered(c):
        folded = data.fold(c, False, True)
        return folded[0] if len(folded) == 1 else c

    edges = []
    for a, b in pairs:
        x, y = letter(a), letter(b)
        if x is None or y is None or x == y or (x < 0x80 and y < 0x80):
            continue
        rank = (len(a) + len(b), data.category[x] != data.category[y], min(x, y), max(x, y))
        edges.append((rank, x, y))
    parent, anchors = {}, {}

    def find(c):
        while parent.get(c, c) != c:
            c = parent[c]
        return c

    def everyday(c):
        """The alphabet in whose daily use a letter is; two letters of one alphabet are never joined."""
        for name, letters in ("Latin", "az"), ("Greek", "αω"), ("Cyrillic", "аџ"):
            if ord(letters[0]) <= c <= ord(letters[1]):
                return {name: c}
        return {}

    for _, x, y in sorted(set(edges)):
        a, b = find(lowered(x)), find(lowered(y))
        ours, theirs = anchors.get(a, everyday(a)), anchors.get(b, everyday(b))
        if a == b or ours.keys() & theirs.keys():
            continue
        parent[b] = a
        anchors[a] = ours | theirs
    classes = {}
    for c in {lowered(c) for _, x, y in edges for c in (x, y)}:
        classes.setdefault(find(c), set()).add(c)

    def preference(c):
        return (c >= 0x80, data.script.get(c) != "Katakana", data.extensions.get(c) != "Hira Kana", c)

    table = {}
    capitals = {}
    for c in data.folding:
        capitals.setdefault(lowered(c), []).append(c)
    for members in classes.values():
        chosen = min(members, key=preference)
        for c in members:
            if c != chosen:
                table[c] = chosen
            for capital in capitals.get(c, []):
                if data.category[capital] == "Lu" and chosen < 0x80 and capital >= 0x80 and letter(chr(capital)):
                    table[capital] = data.upper[chosen]
    out, last = "", 0
    for c in sorted(table):
        out += number(c - last) + signed(table[c] - c)
        last = c
    return out, len(table)


def traits(data):
    """Runs of scalars with equal traits: how long, and which (the bits of `ScalarTraits`)."""

    def of(c):
        category = data.category.get(c, "Cn")
        script = data.script.get(c, "Unknown")
        mapped = data.fold(c, True, False)
        kana = "Hira" in data.extensions.get(c, "") or "Hani" in data.extensions.get(c, "")
        unspaced = script in UNSPACED or script in ("Common", "Inherited") and kana
        letter = category[0] == "L" or category == "Nl"
        separator = 0
        for d in {c, mapped[0]} if len(mapped) == 1 or chr(c) in TIGHT else {c}:
            text = chr(d)
            if d in (0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029):
                separator = 3
            elif d in data.space or text in LOOSE or d == 0x2800:
                separator = 2
            elif text in TIGHT or data.category.get(d) in ("Pd", "Pc"):
                separator = 1
            elif d in data.pictographic and category == "So" and text not in "©®™":
                separator = 1
            elif 0x1F1E6 <= d <= 0x1F1FF or 0x1F3FB <= d <= 0x1F3FF:
                separator = 1
        invisible = c in data.ignorable and category != "Cn" or (category == "Cc" and not separator)
        mark = category[0] == "M"
        addition = mark and category != "Mc" and script in POINTED and c not in VOICING and not invisible
        alone = (
            data.breaks.get(c, "Other") == "Other" and c not in data.pictographic
            and c not in data.consonants and category not in ("Cn", "Co", "Cs")
        )
        bits = [
            (letter or category == "Nd") and not unspaced, (letter or category == "Nd") and unspaced, category == "Nd",
            mark, addition, invisible, separator & 1, separator & 2, alone, False,
            letter and (script == "Katakana" or c in (0x30FC, 0xFF70)), letter and script == "Han",
        ]
        return sum(1 << i for i, bit in enumerate(bits) if bit)

    out, count, start, value = "", 0, 0, of(0)
    for c in range(1, 0x110001):
        here = of(c) if c < 0x110000 else None
        if here != value:
            out += number(c - start) + number(value)
            start, value, count = c, here, count + 1
    return out, count


def classes(data):
    """Scalars with a canonical combining class: each relative to the one before, and its class."""
    out, last = "", 0
    for c in sorted(data.combining):
        out += number(c - last) + number(data.combining[c])
        last = c
    return out, len(data.combining)


def entities():
    """name, `;` where it must be written, `=`, scalars in hexadecimal joined by `+`, a space."""
    names = {}
    for name, text in html.entities.html5.items():
        stem = name.rstrip(";")
        names[stem] = (names.get(stem, (True,))[0] and name.endswith(";"), text)
    items = []
    for stem in sorted(names, key=lambda s: s.encode()):
        strict, text = names[stem]
        items.append(f"{stem}{';' if strict else ''}={'+'.join(f'{ord(c):x}' for c in text)}")
    return " ".join(items), len(items)


def write(folder, name, what, source, content):
    text, count = content
    width = 104
    lines = [text[i:i + width] for i in range(0, len(text), width)]
    body = "\\\n".join("        " + line for line in lines)
    folder.joinpath(f"{name}.swift").write_text(
        f"// Generated by Scripts/generate-unicode-tables.py from {source}. Do not edit.\n\n"
        f"/// {what}\nenum {name} {{\n    static let count = {count}\n\n    static let data: StaticString = \"\"\"\n{body}\n"
        f"        \"\"\"\n}}\n")
    print(f"{name}: {count} entries, {len(text)} characters")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ucd", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    parser.add_argument("--confusables", type=pathlib.Path, required=True)
    options = parser.parse_args()
    data = Data(options.ucd)
    folder = pathlib.Path(__file__).parent.parent / "Sources/BylawText/Folding/Tables"
    folder.mkdir(parents=True, exist_ok=True)
    ucd = f"Unicode {data.version}"
    write(folder, "MappingTable", "What scalars become by decomposition and case folding.", ucd, mappings(data))
    write(folder, "VoicingTable", "Kana with a voicing mark.", ucd, voicings(data))
    write(folder, "TraitsTable", "Runs of scalars with equal traits.", ucd, traits(data))
    write(folder, "CombiningTable", "Canonical combining classes.", ucd, classes(data))
    write(folder, "ConfusableTable", "Letters that look like another.",
          f"{ucd}'s confusables (confusable-homoglyphs 3.3.1)", confusables(data, options.confusables))
    write(folder, "EntityTable", "HTML's named character references.", "HTML's list (Python's html.entities)", entities())


if __name__ == "__main__":
    main()
