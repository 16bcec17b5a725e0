import BylawPattern
import Testing
