"""The reference implementation: cel-cpp, by its Python package cel-expr-python."""

import base64

from cel_expr_python import cel

from generator import VARIABLES

EXTENSIONS = ["math", "strings", "lists", "sets", "optional", "bindings", "encoders", "two-var-comprehensions", "regex"]
TYPE_NAMES = {"INT": "int", "UINT": "uint", "DOUBLE": "double", "BOOL": "bool", "STRING": "string", "BYTES": "bytes",
              "NULL": "null_type", "TYPE": "type", "TIMESTAMP": "google.protobuf.Timestamp",
              "DURATION": "google.protobuf.Duration"}


class Reference:
    def __init__(self):
        names = "".join(f"- name: {name}\n  version: latest\n" for name in EXTENSIONS)
        config = cel.NewEnvConfigFromYaml("name: comparison\nextensions:\n" + names)
        variables = {name: cel.Type.DYN for name, _, _ in VARIABLES}
        self.environment = cel.NewEnv(config=config, variables=variables)

    def evaluate(self, text, bindings):
        """The value in the tagged notation, or {"error": why}."""
        data = {}
        for name, value in bindings.items():
            (kind, content), = value.items()
            if kind in FOREIGN:
                text = f"cel.bind({name}, dyn({literal(kind, content)}), {text})"
            else:
                data[name] = plain(value)
        try:
            return self._value(text, "@", data)
        except Failure as failure:
            return {"error": str(failure)}

    def _run(self, text, path, data):
        """The package's value of the expression, or of what `path` takes from its value `@`."""
        if path != "@":
            text = f"cel.bind(r, dyn({text}), {path.replace('@', 'r')})"
        try:
            return self.environment.compile(text).eval(data=data)
        except (RuntimeError, MemoryError, ValueError) as error:
            raise Failure(str(error)) from error

    def _value(self, text, path, data):
        return self._tagged(self._run(text, path, data), text, path, data)

    def _tagged(self, value, text, path, data):
        """A value in the tagged notation.

        Python's values keep no nanoseconds, no kinds of map keys and no optionals: those are asked for by further
        expressions over the first one's value. What is plain is taken as it is, since a map's order, and with it a
        list made from one, changes from one evaluation to the next.
        """
        kind = value.type().name()
        # The package gives its None away once too often: after a few thousand, Python dies.
        if kind == "NULL":
            return {"null": None}
        if kind in ("TIMESTAMP", "DURATION"):
            return {kind.lower(): self._run(text, f"string({path})", data).value()}
        try:
            content = value.value()
        except TypeError:
            # An optional, which the package takes for an error.
            if not self._run(text, f"{path}.hasValue()", data).value():
                return {"optional": None}
            return {"optional": self._value(text, f"dyn({path}.value())", data)}
        except (AssertionError, RuntimeError, UnicodeDecodeError) as error:
            raise Failure("an error that the package cannot convert") from error
        if kind == "ERROR":
            raise Failure(content)
        if kind.startswith("LIST"):
            return {"list": [self._tagged(element, text, f"{path}[{index}]", data) for index, element in enumerate(content)]}
        if kind.startswith("MAP"):
            keys = self._keys(text, path, data, len(content))
            return {"map": [[key, self._value(text, f"{path}[{literal(*next(iter(key.items())))}]", data)] for key in keys]}
        if kind in ("INT", "UINT", "DOUBLE"):
            return {kind.lower(): str(content)}
        if kind in ("BOOL", "STRING"):
            return {kind.lower(): content}
        if kind == "BYTES":
            return {"bytes": base64.b64encode(content).decode()}
        if kind == "TYPE":
            name = content.name()
            return {"type": TYPE_NAMES.get(name, name.split("<")[0].lower())}
        raise ValueError(f"{kind} from {text}")

    def _keys(self, text, path, data, size):
        """A map's keys, with their kinds, in one evaluation: each kind's in a list of their own."""
        keys = []
        for kind in ("int", "uint", "bool", "string"):
            source = f"{path}.map(k, type(k) == {kind}, k)"
            listed = self.environment.compile(f"cel.bind(r, dyn({text}), {source.replace('@', 'r')})").eval(data=data)
            for value in listed.value():
                content = value.value()
                keys.append({kind: str(content) if kind in ("int", "uint") else content})
        if len(keys) != size:
            raise ValueError(f"{len(keys)} keys of {size} from {text}")
        return keys


class Failure(Exception):
    pass


# The kinds that the package takes from Python wrongly or not at all: bytes end at their first zero.
FOREIGN = {"uint", "bytes", "timestamp", "duration", "type"}


def literal(kind, content):
    """An expression for a value in the tagged notation."""
    if kind == "uint":
        return content + "u"
    if kind == "int":
        return content
    if kind == "bool":
        return "true" if content else "false"
    if kind == "type":
        return content
    if kind in ("timestamp", "duration"):
        return f"{kind}('{content}')"
    if kind == "bytes":
        return "b'" + "".join(f"\\x{byte:02x}" for byte in base64.b64decode(content)) + "'"
    return "'" + "".join(f"\\U{ord(scalar):08x}" for scalar in content) + "'"


def plain(tagged):
    """A value in the tagged notation as Python's."""
    (kind, content), = tagged.items()
    if kind == "int":
        return int(content)
    if kind == "double":
        return float(content)
    if kind == "list":
        return [plain(element) for element in content]
    if kind == "map":
        return {plain(key): plain(value) for key, value in content}
    return content
