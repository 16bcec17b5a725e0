import BylawSource
import CLibYAML

/// libyaml's parser, owned: it is freed with this value, and each event with the call that returned it.
struct EventReader: ~Copyable {
    /// On the heap, as libyaml keeps a pointer to its own parser.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var cursor: ByteCursor

    /// A reader of valid UTF-8, which must outlive it. `start` is where the text begins behind a byte order mark.
    init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) throws(SyntaxError) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) != 0 else {
            parser.deallocate()
            throw SyntaxError(problem: "out of memory", context: "", offset: 0, contextOffset: 0)
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let text = UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)...])
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
        self.parser = parser
        cursor = ByteCursor(bytes, start: start)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event. Not to be called again behind an error or the stream's end.
    mutating func next() throws(SyntaxError) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) != 0 else { throw failure() }
        defer { yaml_event_delete(&event) }
        let start = cursor.byteOffset(ofCharacter: event.start_mark.index)
        let range = SourceRange(start, cursor.byteOffset(ofCharacter: event.end_mark.index))
        switch event.type {
        case YAML_STREAM_START_EVENT:
            return Event(kind: .streamStart, range: range)
        case YAML_DOCUMENT_START_EVENT:
            return Event(kind: .documentStart, range: range)
        case YAML_DOCUMENT_END_EVENT:
            return Event(kind: .documentEnd, range: range)
        case YAML_ALIAS_EVENT:
            return Event(kind: .alias(Self.text(event.data.alias.anchor) ?? ""), range: range)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return Event(
                kind: .scalar(text, Self.style(scalar.style)), range: range,
                anchor: Self.text(scalar.anchor), hasTag: scalar.tag != nil)
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.data.sequence_start
            return Event(
                kind: .sequenceStart, range: range, anchor: Self.text(sequence.anchor), hasTag: sequence.tag != nil)
        case YAML_MAPPING_START_EVENT:
            let mapping = event.data.mapping_start
            return Event(
                kind: .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE), range: range,
                anchor: Self.text(mapping.anchor), hasTag: mapping.tag != nil)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return Event(kind: .collectionEnd, range: range)
        default:
            return Event(kind: .streamEnd, range: range)
        }
    }

    private mutating func failure() -> SyntaxError {
        let context = Self.text(parser.pointee.context)
        let offset = cursor.byteOffset(ofCharacter: parser.pointee.problem_mark.index)
        return SyntaxError(
            problem: Self.text(parser.pointee.problem) ?? "out of memory",
            context: context ?? "",
            offset: offset,
            contextOffset: context == nil
                ? offset : cursor.byteOffset(ofCharacter: parser.pointee.context_mark.index))
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
