/// Finds bytes in bytes, in time linear in both: a hostile text cannot make a search slow.
enum ByteSearch {
    /// Longer needles are searched for with a table; trying each place anew would take time needle * text.
    private static let directLimit = 16

    /// The first place at or after `start` where `needle` stands. An empty needle stands everywhere.
    static func first(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard let lead = needle.first else { return start <= text.count ? start : nil }
        guard start >= 0, text.count - start >= needle.count else { return nil }
        if needle.count > directLimit {
            var found: Int?
            occurrences(of: needle, in: text, from: start) {
                found = $0
                return false
            }
            return found
        }
        let last = text.count - needle.count
        var index = start
        while index <= last {
            if text[index] == lead {
                var offset = 1
                while offset < needle.count, text[index + offset] == needle[offset] { offset += 1 }
                if offset == needle.count { return index }
            }
            index += 1
        }
        return nil
    }

    /// The last place at or before `end` where `needle` stands.
    static func last(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, before end: Int
    ) -> Int? {
        guard !needle.isEmpty else { return min(end, text.count) }
        var found: Int?
        occurrences(of: needle, in: text, from: 0) {
            guard $0 <= end else { return false }
            found = $0
            return true
        }
        return found
    }

    /// Visits every place, those that overlap included, until `visit` returns false (Knuth, Morris and Pratt).
    private static func occurrences(
        of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int,
        visit: (Int) -> Bool
    ) {
        guard text.count >= needle.count else { return }
        // For each prefix, the length of the longest proper prefix of it that is also its suffix.
        var borders = [Int](repeating: 0, count: needle.count)
        var length = 0
        for index in needle.indices.dropFirst() {
            while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
            if needle[index] == needle[length] { length += 1 }
            borders[index] = length
        }
        length = 0
        var index = start
        while index < text.count {
            while length > 0, text[index] != needle[length] { length = borders[length - 1] }
            if text[index] == needle[length] { length += 1 }
            index += 1
            if length == needle.count {
                guard visit(index - length) else { return }
                length = borders[length - 1]
            }
        }
    }
}
