"""Expressions by chance, most of them well typed.

Two macros are left out: the package expands `transformMap` and `transformMapEntry` to a function that it lacks.

A type is a word (`int`, `dyn`), or a tuple: ("list", T), ("map", K, V), ("optional", T).
"""

from expression import ADDITION, AND, MEMBER, MULTIPLICATION, OR, RELATION, TERNARY, UNARY, Node

SCALARS = ["int", "uint", "double", "bool", "string", "bytes", "timestamp", "duration"]
KEYS = ["string", "string", "int", "uint", "bool"]
INTS = ["0", "1", "2", "3", "7", "10", "-1", "-5", "0x1F", "63", "64", "100", "1000000007", "4611686018427387904",
        "9223372036854775807", "-9223372036854775808", "9007199254740993", "-0x10"]
UINTS = ["0u", "1u", "2u", "3u", "5U", "0xFFu", "64u", "9223372036854775808u", "18446744073709551615u"]
DOUBLES = ["0.0", "-0.0", "1.0", "0.5", "2.5", "-1.5", "3.5", "1e3", "1.5e-3", "1e308", "5e-324", "0.1", ".25", "1E2",
           "9007199254740993.0", "9223372036854775808.0", "-9223372036854775808.0", "1e19", "123456789.125", "-7.0"]
STRINGS = ["''", "'a'", "'b'", "'abc'", "\"it's\"", "'a,b,c'", "'héllo'", "'e\\u0301'", "'\\u00e9'", "'日本語テスト'", "'😀🎉'",
           "r'\\d+'", "'''x\ny'''", "'tab\\t\\n\\\\'", "'\\x41\\101\\U0001F600'", "'12'", "'-7'", "'1.5'", "'true'", "'yes'",
           "'9223372036854775808'", "'1e3'", "'NaN'", "'Hello World'", "'  padded '", "'ǅßİ'", "'2020-01-01T00:00:00Z'",
           "'1h30m'", "'YWJj'", "'a'", "'k'", "' 1'", "'+1'", "'0x1F'", "'1u'", "'TRUE'", "'t'", "'Inf'", "'\\u0000'"]
BYTES = ["b''", "b'abc'", "b'\\xff\\x00'", "b'é'", "b'\\303\\251'", "b\"\"\"q\"\"\"", "br'\\n'", "b'YWJj'"]
TIMESTAMPS = ["1970-01-01T00:00:00Z", "2009-02-13T23:31:30Z", "2024-02-29T12:00:00.123456789Z", "2023-12-31T23:59:59.999Z",
              "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2024-03-10T02:30:00-08:00", "1969-12-31T23:59:59.5Z",
              "2000-01-01T00:00:00+14:00", "1900-02-28T18:45:06Z"]
BAD_TIMESTAMPS = ["2023-02-29T00:00:00Z", "2024-01-01", "0000-12-31T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01 00:00:00Z",
                  "10000-01-01T00:00:00Z", "", "2024-13-01T00:00:00Z", "2024-01-01T00:00:00"]
DURATIONS = ["0s", "1s", "1h", "90m", "1.5s", "-1h30m", "100ms", "1us", "1ns", "-0.000000001s", "24h", "8760h",
             "315576000000s", "1h2m3.5s", "-315576000000s", "250ms"]
BAD_DURATIONS = ["", "1", "1d", "abc", "1h-2m", "315576000001s", "s", "1e3s"]
ZONES = ["'UTC'", "'Asia/Tokyo'", "'America/New_York'", "'+09:00'", "'-05:30'", "'Europe/London'", "'Asia/Kolkata'"]
BAD_ZONES = ["'Nowhere/City'", "''"]
PATTERNS = ["'a'", "'^a.c$'", "r'\\d+'", "'[a-c]+'", "''", "'(a|b)*'", "'日.語'", "r'\\s'", "'l{2}'", "'(?i)HELLO'", "r'(\\w)(\\w)'",
            "'^$'", "'.'"]
BAD_PATTERNS = ["'('", "'a{2,1}'", "'[z-a]'", "r'\\'", "'*'"]
READABLE = {"int": ["'12'", "'-7'", "'0'", "'9223372036854775807'"], "uint": ["'12'", "'0'", "'18446744073709551615'"],
            "double": ["'1.5'", "'1e3'", "'-0'", "'NaN'", "'1e400'", "'-Infinity'", "'.5'", "'5.'"],
            "bool": ["'true'", "'false'", "'t'", "'F'", "'1'", "'TRUE'", "'False'"],
            "timestamp": [f"'{text}'" for text in TIMESTAMPS], "duration": [f"'{text}'" for text in DURATIONS],
            "bytes": ["'YWJj'", "'/wA='", "'YQ'", "''"]}
MISTAKES = ["b'\\u00e9'", "'\\q'", "18446744073709551616u", "9223372036854775808", "unknown", "[1].nothing()", "{}[null]",
            "{1.5: 0}", "1 + 1u", "'a' < 1", "dyn('a') < dyn(1)", "!dyn(1)", "dyn(1)()", "-dyn(1u)", "[][0]", "{'a': 1}.b.c",
            "dyn(1) && true", "dyn('a') || false", "dyn(1) ? 1 : 2", "dyn(1).size()", "dyn('a')['b']", "bytes(dyn(1))"]
REWRITES = ["'x'", "''", "r'\\0'", "r'<\\1>'", "r'\\\\'"]
FORMATS = {"int": ["%d", "%s", "%x", "%X", "%b", "%o", "%e", "%.2f"], "uint": ["%d", "%s", "%x", "%b", "%o"],
           "double": ["%s", "%f", "%.1f", "%.3e", "%e", "%.0f", "%d"], "string": ["%s", "%x", "%X", "%d"],
           "bytes": ["%s", "%x", "%X"], "bool": ["%s", "%b", "%d"], "timestamp": ["%s"], "duration": ["%s"],
           "null": ["%s"], "type": ["%s"]}
TYPE_NAMES = ["int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type",
              "google.protobuf.Timestamp", "google.protobuf.Duration"]
TIME_PARTS = ["getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes",
              "getSeconds", "getMilliseconds"]
SPAN_PARTS = ["getHours", "getMinutes", "getSeconds", "getMilliseconds"]
FIELDS = ["a", "b", "c", "x"]

# Bound from outside, always `dyn` to the checker: (name, type, values in the tagged notation).
VARIABLES = [
    ("i", "int", [{"int": "5"}, {"int": "0"}, {"int": "-3"}, {"int": "9223372036854775807"}]),
    ("j", "int", [{"int": "2"}, {"int": "-9223372036854775808"}, {"int": "1"}]),
    ("u", "uint", [{"uint": "4"}, {"uint": "0"}, {"uint": "18446744073709551615"}]),
    ("d", "double", [{"double": "2.5"}, {"double": "NaN"}, {"double": "Infinity"}, {"double": "-0.0"}, {"double": "1e300"},
                     {"double": "-Infinity"}, {"double": "4.0"}]),
    ("s", "string", [{"string": "hello"}, {"string": ""}, {"string": "日本"}, {"string": "a"}, {"string": "42"}]),
    ("t", "string", [{"string": "a"}, {"string": "Straße, 12"}, {"string": "x"}]),
    ("y", "bytes", [{"bytes": "YWJj"}, {"bytes": ""}, {"bytes": "/wA="}]),
    ("p", "bool", [{"bool": True}, {"bool": False}]),
    ("n", "null", [{"null": None}]),
    ("w", "timestamp", [{"timestamp": "2024-02-29T12:00:00Z"}, {"timestamp": "1969-07-20T20:17:40.25Z"}]),
    ("g", "duration", [{"duration": "3600s"}, {"duration": "-1.5s"}]),
    ("l", ("list", "int"), [{"list": []}, {"list": [{"int": "1"}, {"int": "2"}, {"int": "3"}]}]),
    ("k", ("list", "string"), [{"list": [{"string": "a"}, {"string": "b"}, {"string": "a"}]}]),
    ("m", ("map", "string", "int"), [{"map": [[{"string": "a"}, {"int": "1"}], [{"string": "b"}, {"int": "0"}]]}, {"map": []}]),
    ("q", ("map", "int", "string"), [{"map": [[{"int": "1"}, {"string": "one"}], [{"int": "2"}, {"string": "two"}]]}]),
    ("z", "type", [{"type": "int"}, {"type": "string"}]),
]


class Generator:
    def __init__(self, rng):
        self.rng = rng
        self.scope = []
        self.fresh = 0

    def expression(self):
        """A tree, and the bindings of the variables that it reads."""
        bound = [(name, type, self.rng.choice(values)) for name, type, values in VARIABLES]
        self.scope = [(name, type) for name, type, _ in bound]
        self.fresh = 0
        depth = self.rng.choices([2, 3, 4, 5, 6], [10, 25, 35, 20, 10])[0]
        node = self.make(self.any_type(2), depth)
        while not node.children:
            node = self.make(self.any_type(2), depth)
        used = node.names()
        return node, {name: value for name, _, value in bound if name in used}

    # Types

    def any_type(self, depth):
        pick = self.rng.random()
        if depth == 0 or pick < 0.6:
            return self.rng.choices(SCALARS + ["null", "type"], [6, 3, 4, 10, 7, 2, 2, 2, 0.5, 0.5])[0]
        if pick < 0.78:
            return ("list", self.any_type(depth - 1))
        if pick < 0.9:
            return ("map", self.rng.choice(KEYS), self.any_type(depth - 1))
        return ("optional", self.any_type(depth - 1))

    # Making a node of a type

    def make(self, type, depth):
        if depth <= 0:
            return self.leaf(type)
        pick = self.rng.random()
        if pick < 0.13:
            return self.leaf(type)
        if pick < 0.142:
            return self.mistaken(type, depth)
        if pick < 0.33:
            return self.common(type, depth - 1)
        kind = type[0] if isinstance(type, tuple) else type
        return getattr(self, "make_" + kind)(type, depth - 1)

    def leaf(self, type):
        fitting = [name for name, other in self.scope if other == type]
        if fitting and self.rng.random() < 0.45:
            return Node("variable", type, [self.rng.choice(fitting[-4:] + fitting)])
        return self.literal(type)

    def literal(self, type):
        choose = self.rng.choice
        if isinstance(type, tuple):
            if type[0] == "list":
                return self.list_of([self.literal(type[1]) for _ in range(self.rng.randrange(4))], type)
            if type[0] == "map":
                return self.map_of([(self.literal(type[1]), self.literal(type[2])) for _ in range(self.rng.randrange(3))], type)
            if self.rng.random() < 0.3:
                return Node("call optional.none", type, ["optional.none()"])
            return self.call("optional.of", type, self.literal(type[1]))
        if type == "timestamp":
            if self.rng.random() < 0.2:
                return self.call("timestamp", type, Node("int literal", "int", [choose(["0", "1704067200", "-1", "253402300799"])]))
            return self.call("timestamp", type, self.quoted(choose(TIMESTAMPS)))
        if type == "duration":
            return self.call("duration", type, self.quoted(choose(DURATIONS)))
        texts = {"int": INTS, "uint": UINTS, "double": DOUBLES, "bool": ["true", "false"], "string": STRINGS, "bytes": BYTES,
                 "null": ["null"], "type": TYPE_NAMES}[type]
        text = choose(texts)
        return Node(f"{type} literal", type, [text], UNARY if text.startswith("-") else MEMBER)

    def mistaken(self, type, depth):
        """A value of another type, or an operation that fails, hidden from the checker most of the time."""
        choose = self.rng.choice
        pick = self.rng.randrange(6)
        if pick == 0:
            node = self.call("timestamp", "timestamp", self.quoted(choose(BAD_TIMESTAMPS)))
        elif pick == 1:
            node = self.call("duration", "duration", self.quoted(choose(BAD_DURATIONS)))
        elif pick == 2:
            zero = Node("int literal", "int", ["0"])
            node = self.binary(choose(["/", "%"]), "int", self.make("int", depth - 1), zero, MULTIPLICATION)
        elif pick == 3:
            node = self.index(self.make(("list", "int"), depth - 1), Node("int literal", "int", [choose(["99", "-1"])], UNARY), "int")
        elif pick == 4:
            node = Node("mistake", "dyn", [choose(MISTAKES)], TERNARY)
        else:
            node = self.make(self.any_type(1), depth - 1)
        return node if node.type == type else self.call("dyn", type, node)

    def common(self, type, depth):
        """What every type has."""
        pick = self.rng.randrange(10)
        if pick == 0:
            return self.call("dyn", type, self.make(type, depth))
        if pick < 3:
            parts = [(self.make("bool", depth), OR), " ? ", (self.make(type, depth), OR), " : ", (self.make(type, depth), TERNARY)]
            return Node("? :", type, parts, TERNARY)
        if pick < 5:
            index = self.rng.choice(["int", "int", "int", "uint", "double"])
            key = Node("index literal", index, [{"int": "0", "uint": "1u", "double": "0.0"}[index]])
            if self.rng.random() < 0.4:
                key = self.make("int", depth - 1)
            container = self.make(("list", type), depth)
            if self.rng.random() < 0.75:
                container = self.list_of([self.make(type, depth - 1) for _ in range(self.rng.randrange(2, 4))], ("list", type))
                key = Node("index literal", index, [{"int": "0", "uint": "1u", "double": "1.0"}[index]])
            return self.index(container, self.call("dyn", "dyn", key) if index != "int" else key, type)
        if pick < 7:
            key_type = self.rng.choice(KEYS)
            container = self.make(("map", key_type, type), depth)
            if key_type == "string" and self.rng.random() < 0.6:
                field = self.rng.choice(FIELDS)
                if self.rng.random() < 0.8:
                    container = self.map_of([(self.quoted(field), self.make(type, depth))], ("map", "string", type))
                return Node("field", type, [(container, MEMBER), "." + field])
            key = self.make(key_type, depth - 1)
            if self.rng.random() < 0.7:
                container = self.map_of([(key, self.make(type, depth))], ("map", key_type, type))
            return self.index(container, key, type)
        if pick == 7:
            optional = self.make(("optional", type), depth)
            if self.rng.random() < 0.25:
                if self.rng.random() < 0.6:
                    optional = self.call("optional.of", ("optional", type), self.make(type, depth))
                return self.member("value", type, optional)
            return self.member("orValue", type, optional, self.make(type, depth))
        if pick == 8:
            name = self.name()
            of = self.any_type(1)
            value = self.make(of, depth)
            body = self.within([(name, of)], type, depth)
            return Node("cel.bind", type, [f"cel.bind({name}, ", (value, TERNARY), ", ", (body, TERNARY), ")"], binds=[name])
        return self.leaf(type)

    # By type

    def make_int(self, type, depth):
        choose = self.rng.choice
        pick = self.rng.randrange(14)
        if pick < 4:
            return self.arithmetic(type, depth, ["+", "-", "*", "/", "%"])
        if pick == 4:
            return Node("-_", type, ["-", (self.make("int", depth), MEMBER)], UNARY)
        if pick < 7:
            of = choose(["string", "bytes", ("list", "int"), ("list", "string"), ("map", "string", "int")])
            make = self.call if self.rng.random() < 0.5 else self.member
            return make("size", type, self.make(of, depth))
        if pick == 7:
            return self.conversion(type, ["uint", "double", "string", "timestamp", "int"], depth)
        if pick < 10:
            if self.rng.random() < 0.3:
                return self.member(choose(SPAN_PARTS), type, self.make("duration", depth))
            zone = choose(ZONES if self.rng.random() < 0.95 else BAD_ZONES)
            arguments = [Node("string literal", "string", [zone])] if self.rng.random() < 0.5 else []
            return self.member(choose(TIME_PARTS), type, self.make("timestamp", depth), *arguments)
        if pick == 10:
            arguments = [self.make("string", depth)]
            if self.rng.random() < 0.4:
                arguments.append(self.small_int(depth))
            return self.member(choose(["indexOf", "lastIndexOf"]), type, self.make("string", depth), *arguments)
        if pick == 11:
            return self.bits(type, depth)
        return self.extreme(type, depth)

    def make_uint(self, type, depth):
        choose = self.rng.choice
        pick = self.rng.randrange(8)
        if pick < 4:
            return self.arithmetic(type, depth, ["+", "-", "*", "/", "%"])
        if pick < 6:
            return self.conversion(type, ["int", "double", "string", "uint"], depth)
        if pick == 6:
            return self.bits(type, depth)
        return self.extreme(type, depth)

    def make_double(self, type, depth):
        choose = self.rng.choice
        pick = self.rng.randrange(10)
        if pick < 4:
            return self.arithmetic(type, depth, ["+", "-", "*", "/"])
        if pick == 4:
            return Node("-_", type, ["-", (self.make("double", depth), MEMBER)], UNARY)
        if pick < 7:
            return self.conversion(type, ["int", "uint", "string", "double"], depth)
        if pick < 9:
            name = choose(["math.ceil", "math.floor", "math.round", "math.trunc", "math.sqrt"])
            return self.call(name, type, self.make("double", depth))
        return self.extreme(type, depth)

    def make_bool(self, type, depth):
        choose = self.rng.choice
        pick = self.rng.randrange(28)
        if pick < 3:
            return self.binary("&&", type, self.make("bool", depth), self.make("bool", depth), AND)
        if pick < 6:
            return self.binary("||", type, self.make("bool", depth), self.make("bool", depth), OR)
        if pick == 6:
            return Node("!_", type, ["!", (self.make("bool", depth), MEMBER)], UNARY)
        if pick < 10:
            of = choose(SCALARS)
            other = choose(["int", "uint", "double"]) if of in ("int", "uint", "double") else of
            return self.binary(choose(["<", "<=", ">", ">="]), type, self.make(of, depth), self.make(other, depth), RELATION)
        if pick < 13:
            of = self.any_type(1)
            left, right = self.make(of, depth), self.make(of, depth)
            if self.rng.random() < 0.3:
                left, right = self.call("dyn", "dyn", left), self.call("dyn", "dyn", self.make(self.any_type(1), depth))
            return self.binary(choose(["==", "!="]), type, left, right, RELATION)
        if pick < 15:
            if self.rng.random() < 0.5:
                of = self.any_type(0)
                return self.binary("in", type, self.make(of, depth), self.make(("list", of), depth), RELATION)
            of = choose(KEYS)
            return self.binary("in", type, self.make(of, depth), self.make(("map", of, "int"), depth), RELATION)
        if pick == 15:
            return Node("has", type, ["has(", (self.make(("map", "string", self.any_type(1)), depth), MEMBER), f".{choose(FIELDS)})"])
        if pick < 19:
            return self.quantifier(depth)
        if pick < 22:
            name = choose(["startsWith", "endsWith", "contains"])
            return self.member(name, type, self.make("string", depth), self.make("string", depth))
        if pick == 22:
            pattern = Node("string literal", "string", [choose(PATTERNS if self.rng.random() < 0.93 else BAD_PATTERNS)])
            if self.rng.random() < 0.5:
                return self.call("matches", type, self.make("string", depth), pattern)
            return self.member("matches", type, self.make("string", depth), pattern)
        if pick == 23:
            return self.call(choose(["math.isNaN", "math.isInf", "math.isFinite"]), type, self.make("double", depth))
        if pick == 24:
            of = ("list", self.any_type(0))
            name = choose(["sets.contains", "sets.equivalent", "sets.intersects"])
            return self.call(name, type, self.make(of, depth), self.make(of, depth))
        if pick == 25:
            return self.member("hasValue", type, self.make(("optional", self.any_type(1)), depth))
        if pick == 26:
            return self.conversion(type, ["string", "bool"], depth)
        return self.binary("==", type, self.call("type", "type", self.make(self.any_type(1), depth)), self.literal("type"), RELATION)

    def make_string(self, type, depth):
        choose = self.rng.choice
        pick = self.rng.randrange(19)
        if pick < 4:
            return self.binary("+", type, self.make("string", depth), self.make("string", depth), ADDITION)
        if pick < 7:
            return self.call("string", type, self.make(choose(SCALARS), depth))
        if pick == 7:
            return self.member("charAt", type, self.long_string(depth), self.small_int(depth))
        if pick == 8:
            return self.member(choose(["lowerAscii", "upperAscii", "trim", "reverse"]), type, self.make("string", depth))
        if pick < 11:
            arguments = [self.make("string", depth), self.make("string", depth)]
            if self.rng.random() < 0.4:
                arguments.append(self.small_int(depth))
            return self.member("replace", type, self.make("string", depth), *arguments)
        if pick < 13:
            if self.rng.random() < 0.2:
                return self.member("substring", type, self.make("string", depth), self.small_int(depth), self.small_int(depth))
            ends = sorted(choose("01234") for _ in range(choose([1, 2])))
            return self.member("substring", type, self.long_string(depth), *[Node("int literal", "int", [end]) for end in ends])
        if pick == 13:
            arguments = [self.make("string", depth)] if self.rng.random() < 0.6 else []
            return self.member("join", type, self.make(("list", "string"), depth), *arguments)
        if pick < 16:
            return self.format(depth)
        if pick == 16:
            return self.call("strings.quote", type, self.make("string", depth))
        if pick == 17:
            return self.call("base64.encode", type, self.make("bytes", depth))
        pattern = Node("string literal", "string", [choose(PATTERNS if self.rng.random() < 0.93 else BAD_PATTERNS)])
        rewrite = Node("string literal", "string", [choose(REWRITES)])
        # With a count beyond 32 bits the reference never ends.
        count = Node("int literal", "int", [self.rng.choice(["0", "1", "2", "3"])])
        arguments = [count] if self.rng.random() < 0.3 else []
        return self.call("regex.replace", type, self.make("string", depth), pattern, rewrite, *arguments)

    def make_bytes(self, type, depth):
        pick = self.rng.randrange(4)
        if pick == 0:
            return self.binary("+", type, self.make("bytes", depth), self.make("bytes", depth), ADDITION)
        if pick == 1:
            text = Node("string literal", "string", [self.rng.choice(READABLE["bytes"])])
            return self.call("base64.decode", type, text if self.rng.random() < 0.8 else self.make("string", depth))
        return self.call("bytes", type, self.make(self.rng.choice(["string", "string", "bytes"]), depth))

    def make_timestamp(self, type, depth):
        pick = self.rng.randrange(6)
        if pick < 2:
            return self.binary("+", type, self.make("timestamp", depth), self.make("duration", depth), ADDITION)
        if pick == 2:
            return self.binary("+", type, self.make("duration", depth), self.make("timestamp", depth), ADDITION)
        if pick == 3:
            return self.binary("-", type, self.make("timestamp", depth), self.make("duration", depth), ADDITION)
        return self.conversion(type, ["int", "string", "timestamp"], depth)

    def make_duration(self, type, depth):
        pick = self.rng.randrange(5)
        if pick == 0:
            return self.binary("-", type, self.make("timestamp", depth), self.make("timestamp", depth), ADDITION)
        if pick < 4:
            return self.binary(self.rng.choice("+-"), type, self.make("duration", depth), self.make("duration", depth), ADDITION)
        return self.conversion(type, ["string", "string", "duration"], depth)

    def make_null(self, type, depth):
        return self.common(type, depth)

    def make_type(self, type, depth):
        return self.call("type", type, self.make(self.any_type(2), depth))

    def make_list(self, type, depth):
        choose, element = self.rng.choice, type[1]
        pick = self.rng.randrange(16)
        if pick < 4:
            return self.list_of([self.make(element, depth) for _ in range(self.rng.randrange(4))], type, depth)
        if pick < 6:
            return self.binary("+", type, self.make(type, depth), self.make(type, depth), ADDITION)
        if pick < 9:
            return self.mapping(type, depth)
        if pick == 9:
            name = self.name()
            test = self.within([(name, element)], "bool", depth)
            return Node("filter", type, [(self.make(type, depth), MEMBER), f".filter({name}, ", (test, TERNARY), ")"], binds=[name])
        if pick == 10:
            if self.rng.random() < 0.2:
                return self.member("slice", type, self.make(type, depth), self.small_int(depth), self.small_int(depth))
            elements = [self.make(type[1], depth - 1) for _ in range(3)]
            ends = sorted(self.rng.choice("0123") for _ in range(2))
            return self.member("slice", type, self.list_of(elements, type), *[Node("int literal", "int", [end]) for end in ends])
        if pick == 11:
            return self.member(choose(["distinct", "reverse"]), type, self.make(type, depth))
        if pick == 12:
            arguments = [self.small_int(depth)] if self.rng.random() < 0.3 else []
            return self.member("flatten", type, self.make(("list", type), depth), *arguments)
        if pick == 13:
            if element == "int" and self.rng.random() < 0.6:
                return self.call("lists.range", type, self.small_int(depth))
            if element == "string" and self.rng.random() < 0.8:
                arguments = [self.make("string", depth)] + ([self.small_int(depth)] if self.rng.random() < 0.4 else [])
                return self.member("split", type, self.make("string", depth), *arguments)
            return self.sorting(type, depth)
        if pick == 14:
            name = self.name()
            key = self.within([(name, element)], choose(["int", "string", "double"]), depth)
            return Node("sortBy", type, [(self.make(type, depth), MEMBER), f".sortBy({name}, ", (key, TERNARY), ")"], binds=[name])
        if element == "string" and self.rng.random() < 0.6:
            pattern = Node("string literal", "string", [choose(PATTERNS)])
            return self.call("regex.extractAll", type, self.make("string", depth), pattern)
        return self.sorting(type, depth)

    def sorting(self, type, depth):
        if type[1] in SCALARS or self.rng.random() < 0.05:
            return self.member("sort", type, self.make(type, depth))
        return self.member("reverse", type, self.make(type, depth))

    def mapping(self, type, depth):
        of = self.any_type(1)
        pick = self.rng.randrange(4)
        if pick == 0:
            index, value = self.name(), self.name()
            if self.rng.random() < 0.5:
                source, scope = ("list", of), [(index, "int"), (value, of)]
            else:
                key = self.rng.choice(KEYS)
                source, scope = ("map", key, of), [(index, key), (value, of)]
            parts = [(self.make(source, depth), MEMBER), f".transformList({index}, {value}, "]
            if self.rng.random() < 0.3:
                parts += [(self.within(scope, "bool", depth), TERNARY), ", "]
            parts += [(self.within(scope, type[1], depth), TERNARY), ")"]
            return Node("transformList", type, parts, binds=[index, value])
        name = self.name()
        scope = [(name, of)]
        parts = [(self.make(("list", of), depth), MEMBER), f".map({name}, "]
        if pick == 1:
            parts += [(self.within(scope, "bool", depth), TERNARY), ", "]
        parts += [(self.within(scope, type[1], depth), TERNARY), ")"]
        return Node("map with test" if pick == 1 else "map", type, parts, binds=[name])

    def make_map(self, type, depth):
        _, key, value = type
        entries = []
        for _ in range(self.rng.randrange(4)):
            if key == "string" and self.rng.random() < 0.7:
                name = Node("string literal", "string", [f"'{self.rng.choice(FIELDS)}'"])
            else:
                name = self.make(key, 0 if self.rng.random() < 0.7 else depth)
            entries.append((name, self.make(value, depth)))
        return self.map_of(entries, type, depth)

    def make_optional(self, type, depth):
        choose, of = self.rng.choice, type[1]
        pick = self.rng.randrange(11)
        if pick < 2:
            return self.call(choose(["optional.of", "optional.ofNonZeroValue"]), type, self.make(of, depth))
        if pick < 4:
            return Node(".?", type, [(self.make(("map", "string", of), depth), MEMBER), f".?{choose(FIELDS)}"])
        if pick < 6:
            if self.rng.random() < 0.5:
                parts = [(self.make(("list", of), depth), MEMBER), "[?", (self.small_int(depth), TERNARY), "]"]
            else:
                key = choose(KEYS)
                parts = [(self.make(("map", key, of), depth), MEMBER), "[?", (self.make(key, depth), TERNARY), "]"]
            return Node("[?]", type, parts)
        if pick == 6:
            return self.member("or", type, self.make(type, depth), self.make(type, depth))
        if pick == 7:
            return self.member(choose(["first", "last"]), type, self.make(("list", of), depth))
        if pick == 8 and of == "string":
            pattern = Node("string literal", "string", [choose(PATTERNS)])
            return self.call("regex.extract", type, self.make("string", depth), pattern)
        name = self.name()
        source = self.any_type(1)
        macro, result = choose([("optMap", of), ("optFlatMap", type)])
        body = self.within([(name, source)], result, depth)
        parts = [(self.make(("optional", source), depth), MEMBER), f".{macro}({name}, ", (body, TERNARY), ")"]
        return Node(macro, type, parts, binds=[name])

    # Parts

    def conversion(self, type, sources, depth):
        source = self.rng.choice(sources)
        if source == "string" and self.rng.random() < 0.85:
            value = Node("string literal", "string", [self.rng.choice(READABLE[type])])
        elif source in ("double", "int") and self.rng.random() < 0.6:
            value = self.small_int(0) if source == "int" else Node("double literal", "double", [self.rng.choice(["0.5", "2.5", "1e3", "3.99"])])
        else:
            value = self.make(source, depth)
        return self.call(type, type, value)

    def quantifier(self, depth):
        macro = self.rng.choice(["all", "exists", "exists_one", "all", "exists", "existsOne"])
        of = self.any_type(1)
        two = macro == "existsOne" or self.rng.random() < 0.25
        if two and macro == "exists_one":
            macro = "existsOne"
        names = [self.name() for _ in range(2 if two else 1)]
        if self.rng.random() < 0.7:
            source, scope = ("list", of), ([(names[0], "int"), (names[1], of)] if two else [(names[0], of)])
        else:
            key = self.rng.choice(KEYS)
            source, scope = ("map", key, of), ([(names[0], key), (names[1], of)] if two else [(names[0], key)])
        if not two and macro == "existsOne":
            macro = "exists_one"
        body = self.within(scope, "bool", depth)
        kind = f"{macro} of two" if two else macro
        parts = [(self.make(source, depth), MEMBER), f".{macro}({', '.join(names)}, ", (body, TERNARY), ")"]
        return Node(kind, "bool", parts, binds=names)

    def format(self, depth):
        types = [self.rng.choice(list(FORMATS)) for _ in range(self.rng.randrange(1, 4))]
        clauses = [self.rng.choice(FORMATS[type]) for type in types]
        if self.rng.random() < 0.12:
            clauses.append(self.rng.choice(["%%", "%s", "%q", "%", "%.2d"]))
        arguments = []
        for type in types:
            if self.rng.random() < 0.15:
                type = ("list", type) if self.rng.random() < 0.5 else ("map", "string", type)
            arguments.append(self.call("dyn", "dyn", self.make(type, depth)))
        text = self.rng.choice([" ", "-", "é"]).join(clauses)
        pattern = Node("string literal", "string", [f"'{text}'"])
        return self.member("format", "string", pattern, self.list_of(arguments, ("list", "dyn")))

    def arithmetic(self, type, depth, symbols):
        symbol = self.rng.choice(symbols)
        level = ADDITION if symbol in "+-" else MULTIPLICATION
        return self.binary(symbol, type, self.make(type, depth), self.make(type, depth), level)

    def bits(self, type, depth):
        pick = self.rng.randrange(3)
        if pick == 0:
            return self.call("math.bitNot", type, self.make(type, depth))
        if pick == 1:
            return self.call(self.rng.choice(["math.bitShiftLeft", "math.bitShiftRight"]), type, self.make(type, depth), self.small_int(depth))
        name = self.rng.choice(["math.bitAnd", "math.bitOr", "math.bitXor"])
        return self.call(name, type, self.make(type, depth), self.make(type, depth))

    def extreme(self, type, depth):
        pick = self.rng.randrange(4)
        if pick == 0:
            return self.call(self.rng.choice(["math.abs", "math.sign"]), type, self.make(type, depth))
        name = self.rng.choice(["math.greatest", "math.least"])
        if pick == 1:
            return self.call(name, type, self.make(("list", type), depth))
        return self.call(name, type, *[self.make(type, depth) for _ in range(self.rng.randrange(1, 4))])

    def long_string(self, depth):
        if self.rng.random() < 0.2:
            return self.make("string", depth)
        return Node("string literal", "string", [self.rng.choice(["'Hello'", "'日本語テスト'", "'a😀🎉bc'", "'cafe\\u0301s'"])])

    def small_int(self, depth):
        if self.rng.random() < 0.15:
            return self.make("int", depth - 1)
        text = self.rng.choices(["0", "1", "2", "3", "5", "-1"], [30, 30, 12, 3, 2, 2])[0]
        return Node("int literal", "int", [text], UNARY if text.startswith("-") else MEMBER)

    def list_of(self, elements, type, depth=0):
        parts = ["["]
        for index, element in enumerate(elements):
            if depth > 0 and self.rng.random() < 0.08:
                parts += [", " if index else "", "?", (self.make(("optional", type[1]), depth - 1), TERNARY)]
            else:
                parts += [", " if index else "", (element, TERNARY)]
        return Node("list", type, parts + ["]"])

    def map_of(self, entries, type, depth=0):
        if self.rng.random() < 0.97:
            entries = list({key.text(): (key, value) for key, value in entries}.values())
        parts = ["{"]
        for index, (key, value) in enumerate(entries):
            optional = depth > 0 and self.rng.random() < 0.08
            if optional:
                value = self.make(("optional", type[2]), depth - 1)
            parts += [(", " if index else "") + ("?" if optional else ""), (key, TERNARY), ": ", (value, TERNARY)]
        return Node("map literal", type, parts + ["}"])

    def quoted(self, text):
        return Node("string literal", "string", [f"'{text}'"])

    def call(self, name, type, *arguments):
        parts = [name + "("]
        for index, argument in enumerate(arguments):
            parts += [", " if index else "", (argument, TERNARY)]
        return Node(name, type, parts + [")"])

    def member(self, name, type, target, *arguments):
        parts = [(target, MEMBER), f".{name}("]
        for index, argument in enumerate(arguments):
            parts += [", " if index else "", (argument, TERNARY)]
        return Node("." + name, type, parts + [")"])

    def binary(self, symbol, type, left, right, level):
        return Node(f"_{symbol}_", type, [(left, level), f" {symbol} ", (right, level + 1)], level)

    def index(self, container, key, type):
        return Node("[]", type, [(container, MEMBER), "[", (key, TERNARY), "]"])

    def within(self, names, type, depth):
        """A node that may read further names."""
        self.scope += names
        node = self.make(type, depth)
        del self.scope[-len(names):]
        return node

    def name(self):
        self.fresh += 1
        return f"v{self.fresh}"
