"""Expressions as trees, so that they can be counted and made smaller."""

# How tightly a form binds, as in the grammar: an operand that binds less is put in parentheses.
TERNARY, OR, AND, RELATION, ADDITION, MULTIPLICATION, UNARY, MEMBER = range(8)


class Node:
    """`parts` are texts, and pairs of a child and the level that it needs here."""

    def __init__(self, kind, type, parts, level=MEMBER, binds=()):
        self.kind = kind
        self.type = type
        self.parts = parts
        self.level = level
        self.binds = tuple(binds)

    @property
    def children(self):
        return [part[0] for part in self.parts if not isinstance(part, str)]

    def text(self):
        written = []
        for part in self.parts:
            if isinstance(part, str):
                written.append(part)
            else:
                child, level = part
                text = child.text()
                written.append(f"({text})" if child.level < level else text)
        return "".join(written)

    def depth(self):
        return 1 + max((child.depth() for child in self.children), default=0)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def names(self):
        """The names of variables that it reads and doesn't bind itself."""
        if self.kind == "variable":
            return {self.parts[0]}
        names = set()
        for child in self.children:
            names |= child.names()
        return names - set(self.binds)

    def replacing(self, index, child):
        """The same with another child in the place of its `index`th."""
        parts, seen = [], 0
        for part in self.parts:
            if isinstance(part, str):
                parts.append(part)
            else:
                parts.append((child, part[1]) if seen == index else part)
                seen += 1
        return Node(self.kind, self.type, parts, self.level, self.binds)


SIMPLEST = {
    "int": ["0", "1"], "uint": ["0u", "1u"], "double": ["0.0", "1.0"], "bool": ["true", "false"], "string": ["''", "'a'"],
    "bytes": ["b''"], "null": ["null"], "timestamp": ["timestamp(0)"], "duration": ["duration('0')"], "type": ["int"],
    "list": ["[]"], "map": ["{}"], "optional": ["optional.none()"],
}


def smaller(node, variables):
    """Trees that are smaller by one step, the smallest first. `variables` are the names that are bound from outside."""
    candidates = []
    for part in node.walk():
        if part is not node and part.names() <= variables:
            candidates.append(part)
    candidates += _with_smaller_child(node)
    return sorted(candidates, key=lambda each: len(each.text()))[:300]


def _with_smaller_child(node):
    for index, child in enumerate(node.children):
        if child.children:
            kind = child.type[0] if isinstance(child.type, tuple) else child.type
            for text in SIMPLEST.get(kind, []):
                yield node.replacing(index, Node("literal", child.type, [text]))
            for grandchild in child.children:
                if grandchild.type == child.type and not set(child.binds) & grandchild.names():
                    yield node.replacing(index, grandchild)
        for replaced in _with_smaller_child(child):
            yield node.replacing(index, replaced)
