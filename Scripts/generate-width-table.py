#!/usr/bin/env python3
"""Writes Sources/BylawSource/Rendering/DisplayWidth+Table.swift from Unicode's EastAsianWidth.txt.

Usage: Scripts/generate-width-table.py [EastAsianWidth.txt] > Sources/BylawSource/Rendering/DisplayWidth+Table.swift
The file is https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt; Debian has it in the package unicode-data.
"""
import re
import sys

path = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/EastAsianWidth.txt"
with open(path, encoding="utf-8") as file:
    lines = file.read().splitlines()
version = re.match(r"# EastAsianWidth-([0-9.]+)\.txt", lines[0]).group(1)

ranges = []
for line in lines:
    match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line)
    if not match or match.group(3) not in ("W", "F"):
        continue
    first = int(match.group(1), 16)
    last = int(match.group(2) or match.group(1), 16)
    if ranges and ranges[-1][1] + 1 == first:
        ranges[-1][1] = last
    else:
        ranges.append([first, last])

entries = [f"0x{first:X}...0x{last:X}," for first, last in ranges]
print(f"""// Written by Scripts/generate-width-table.py from EastAsianWidth-{version}.txt. Do not edit.

extension DisplayWidth {{
    /// The scalars whose East_Asian_Width is Wide or Fullwidth in Unicode {version}, in order.
    static let wideRanges: [ClosedRange<UInt32>] = [""")
row = "       "
for entry in entries:
    if len(row) + 1 + len(entry) > 120:
        print(row)
        row = "       "
    row += " " + entry
print(row)
print("    ]\n}")
