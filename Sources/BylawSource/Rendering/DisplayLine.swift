/// A line of a file as it is shown: characters with their columns, each with the bytes that it stands for.
struct DisplayLine {
    /// One character, or what is shown in its place.
    private struct Cell {
        let text: String
        let width: Int
        let range: SourceRange
    }

    private let cells: [Cell]
    /// Whether the line goes on before and behind the cells.
    private let isCut: (before: Bool, behind: Bool)

    /// Columns that a line may take before it is cut.
    private static let greatestWidth = 120
    /// Columns shown before the point of interest in a line that is cut.
    private static let contextWidth = 40
    /// Bytes looked at on either side of the point of interest.
    private static let window = 4096
    private static let tabWidth = 4
    /// Scalars shown of one grapheme cluster, which may have marks without end.
    private static let greatestCluster = 16

    /// The line around an offset in it. O(1) in the length of the line.
    init(of file: SourceFile, line: Int, around offset: Int) {
        let whole = file.range(ofLine: line)
        let offset = min(max(offset, whole.start), whole.end)
        var start = max(whole.start, offset - Self.window)
        // Not in the middle of a character.
        while start > whole.start, start < offset, file.bytes[start] & 0b1100_0000 == 0b1000_0000 { start += 1 }
        var end = min(whole.end, offset + Self.window)
        while end < whole.end, end > offset, file.bytes[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
        let cells = Self.cells(of: file.bytes[start..<end])

        let widths = cells.reduce(0) { $0 + $1.width }
        guard widths > Self.greatestWidth || start > whole.start || end < whole.end else {
            (self.cells, isCut) = (cells, (false, false))
            return
        }
        let kept = Self.cut(cells, around: offset)
        self.cells = Array(cells[kept])
        isCut = (start > whole.start || kept.lowerBound > 0, end < whole.end || kept.upperBound < cells.count)
    }

    /// Whether the whole line is shown.
    var isWhole: Bool { !isCut.before && !isCut.behind }

    /// What is shown, with `…` where the line was cut.
    var text: String {
        (isCut.before ? "…" : "") + cells.map(\.text).joined() + (isCut.behind ? "…" : "")
    }

    /// The columns that a range takes: how many stand before it, and how many it has, at least one. What of the range
    /// lies outside the line is left out.
    func columns(of range: SourceRange) -> (before: Int, count: Int) {
        var before = isCut.before ? 1 : 0
        var count = 0
        for cell in cells {
            if cell.range.end <= range.start {
                before += cell.width
            } else if cell.range.start < range.end {
                count += cell.width
            }
        }
        return (before, max(count, 1))
    }
}

extension DisplayLine {
    private static func cut(_ cells: [Cell], around offset: Int) -> Range<Int> {
        let point = cells.firstIndex { $0.range.end > offset } ?? cells.count
        var start = point
        var width = 0
        while start > 0, width + cells[start - 1].width <= contextWidth {
            start -= 1
            width += cells[start].width
        }
        var end = point
        while end < cells.count, width + cells[end].width <= greatestWidth {
            width += cells[end].width
            end += 1
        }
        // Near the line's end the room is used for what stands before.
        while start > 0, end == cells.count, width + cells[start - 1].width <= greatestWidth {
            start -= 1
            width += cells[start].width
        }
        return start..<end
    }

    private static func cells(of bytes: ArraySlice<UInt8>) -> [Cell] {
        // Ill-formed bytes become replacement characters, so that offsets have to be kept beside the text.
        var text = String.UnicodeScalarView()
        var ends: [Int] = []
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = bytes.startIndex
        decoding: while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                text.append(UTF8.decode(encoded))
                offset += encoded.count
            case .error(let length):
                text.append("\u{FFFD}")
                offset += length
            case .emptyInput: break decoding
            }
            ends.append(offset)
        }

        var cells: [Cell] = []
        var column = 0
        var start = bytes.startIndex
        var scalarCount = 0
        for character in String(text) {
            scalarCount += character.unicodeScalars.count
            let end = ends[scalarCount - 1]
            let (text, width) = shown(character, at: column)
            cells.append(Cell(text: text, width: width, range: SourceRange(start, end)))
            column += width
            start = end
        }
        return cells
    }

    private static func shown(_ character: Character, at column: Int) -> (String, Int) {
        if character == "\t" {
            let width = tabWidth - column % tabWidth
            return (String(repeating: " ", count: width), width)
        }
        let scalars = character.unicodeScalars.prefix(greatestCluster)
        let text = HarmlessText.of(String(String.UnicodeScalarView(scalars)))
        return (text, DisplayWidth.of(text))
    }
}
