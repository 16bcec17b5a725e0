import BylawSource
import BylawYAML
import Testing
