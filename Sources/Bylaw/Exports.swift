// Whoever loads policies reads diagnostics: one import is to be enough for that.
@_exported public import BylawSource
