"""Where the reference is known to differ, and why that is no fault of ours.

Each entry is a name, the reason, and a test of a difference: its smallest expression and what each side says, in the
tagged notation. An entry explains what it was written for and nothing else, so that a fault of ours cannot hide behind
it: both the expression and both answers must have the form it expects.
"""

import re


def matches(pattern, text):
    return re.search(pattern, text, re.DOTALL) is not None


def error(answer):
    return answer.get("error", "")


def texts(answer):
    """Every string in a value."""
    if isinstance(answer, dict):
        return [text for key, value in answer.items() for text in ([value] if key == "string" else texts(value))]
    if isinstance(answer, list):
        return [text for element in answer for text in texts(element)]
    return []


def in_any_order(value):
    """The same for values that differ in the order of lists alone."""
    if isinstance(value, dict):
        return {key: in_any_order(content) for key, content in value.items()}
    if isinstance(value, list):
        return sorted((in_any_order(element) for element in value), key=repr)
    return value


KNOWN = [
    # Faults of the reference.
    ("end of text", "`substring` refuses the text's own size as its end; the extension allows it",
     lambda text, our, their: "substring(" in text and "is greater than <string>.size()" in error(their)),
    ("long durations", "durations beyond 64 bits of nanoseconds are cut short in arithmetic; an overflow is an error",
     lambda text, our, their: "out of range" in error(our) and "315576000000s" in text and not error(their)),
    ("hard errors", "a repeated key, a zone and the like fail the whole evaluation, instead of being values that `&&`, `||` absorb",
     lambda text, our, their: matches(r"ALREADY_EXISTS", error(their)) and not error(our)),
    ("negative range", "`lists.range` of a negative number throws a C++ exception; the extension gives an empty list",
     lambda text, our, their: "lists.range" in text and error(their) in ("vector::reserve", "std::bad_alloc") and not error(our)),
    ("lost second variable", "an expression copied by `optFlatMap` or `optMap` loses the second variable of a macro in it",
     lambda text, our, their: matches(r"opt(Flat)?Map", text) and "undeclared reference to 'v" in error(their) and not error(our)),
    ("method of optional.none()", "the value of `optional.none()` has no known type there, and is refused as a macro's range",
     lambda text, our, their: "cannot be the range of a comprehension" in error(their) and not error(our)),
    ("early years", "`%s` writes the year 1 as `1`, where RFC 3339 has four digits",
     lambda text, our, their: "format(" in text and "0001-" in repr(our) and repr(our).replace("0001-", "1-") == repr(their)),
    ("ill-formed text", "`%s` of bytes that are no UTF-8 makes a string that is no text; ours is an error",
     lambda text, our, their: "format(" in text and matches(r"cannot format a value of type `(bytes|list|map)`", error(our))),
    ("sign of NaN", "NaN is written with a sign, which it does not have",
     lambda text, our, their: "-nan" in texts(their) and "nan" in texts(our)),
    ("C's numbers", "`double(' 1')` and `double('0x1F')` are read as C reads them, though no double is written so",
     lambda text, our, their: "double(" in text and matches("' 1'|'0x1F'", text) and "cannot be read as `double`" in error(our) and not error(their)),
    ("type of sortBy", "a list of uints sorted by a `dyn` is a list of ints to the reference's checker",
     lambda text, our, their: "sortBy(" in text and matches(r"list\(int\)", error(their)) and not error(our)),
    ("sortBy in a branch", "sorting in a branch of `? :` by a `dyn` has no overload in the reference, though it has alone",
     lambda text, our, their: "sortBy(" in text and "?" in text and "No matching overloads found : <iter_range>" in error(their)),
    ("base 64 with spaces", "white space is passed over; RFC 4648, section 3.3, rejects it",
     lambda text, our, their: "base64.decode" in text and "not base 64" in error(our) and not error(their)),
    ("empty matches", "`regex.extractAll` leaves out empty matches; cel-go, whose extension it is, gives them",
     lambda text, our, their: "extractAll" in text and not error(our) and not error(their)),
    ("replaced emptiness", "`regex.replace` replaces one empty match several times",
     lambda text, our, their: "regex.replace(" in text and "''" in text and not error(our) and not error(their)),
    ("empty group", "`regex.extract` gives an empty text for a group without part in the match; cel-go gives none",
     lambda text, our, their: "regex.extract" in text and "(a|b)*" in text),

    # Choices, where the specification leaves one.
    ("literal patterns", "we tell a malformed literal pattern before evaluating, as cel-go's validators do: it never works",
     lambda text, our, their: "regular expression is malformed" in error(our) and not error(their)),
    ("literal zones", "we tell an unknown literal time zone before evaluating",
     lambda text, our, their: "no such time zone" in error(our) and not error(their)),
    ("one letter", "`bool('F')` and `bool('T')` are read as in cel-go; cel-cpp knows the small letters alone",
     lambda text, our, their: "bool(" in text and "from 'string' to 'bool'" in error(their)),
    ("too large a number", "`double('1e400')` is an error, as in cel-go; cel-cpp makes it infinite",
     lambda text, our, their: "double('1e400')" in text and "cannot be read as `double`" in error(our)),
    ("digits of doubles", "`%s` of a double has six digits in cel-cpp; ours reads back as the same double, as `string()`'s does",
     lambda text, our, their: "%s" in text and matches(r"\de[+-]|\d\.\d", repr(our) + repr(their))),
    ("type of flatten", "`flatten` gives a `list(dyn)` in cel-cpp; to us and cel-go it keeps the type of the elements",
     lambda text, our, their: "flatten(" in text and "does not work on" in error(our) and not error(their)),
    ("type of nothing", "an element of `[]` has any type; we and cel-go settle it by the first operator it fits, cel-cpp never",
     lambda text, our, their: "[]" in text and "does not work on" in error(our) and not error(their)),
    ("impossible keys", "a list `in` a map is no overload in cel-cpp; to us and cel-go no map has such a key",
     lambda text, our, their: "No matching overloads found : @in" in error(their) and our == {"bool": False}),
    ("dyn as optional", "`[?x]` with a `dyn` is refused by cel-cpp's checker; we and cel-go see when evaluating",
     lambda text, our, their: matches(r"expected type 'optional_type\(.*\)' but found 'dyn'", error(their)) and not error(our)),
    ("greatest of nothing", "`math.greatest([])` is an error of ours when it is evaluated, of cel-cpp's macro before",
     lambda text, our, their: matches(r"math\.(greatest|least)\(\) invalid single argument", error(their)) and not error(our)),
    ("literal keys", "we refuse a double as a literal map's key when checking, cel-cpp when evaluating",
     lambda text, our, their: "a map key is a string" in error(our) and not error(their)),
    ("sorted nothing", "`[].sort()` has the first element type that `sort` takes, by cel-go's rule; cel-cpp leaves it open",
     lambda text, our, their: "[].sort()" in text and matches(r"does not take .*list\(int\)", error(our)) and not error(their)),
    ("order of NaN", "NaN has no place in an order, so that sorting may leave it anywhere",
     lambda text, our, their: "sort" in text and "NaN" in repr(our) and "nan" in repr(their)),
    ("order of maps", "a map's keys come in any order",
     lambda text, our, their: "{" in text and in_any_order(our) == in_any_order(their)),
]
