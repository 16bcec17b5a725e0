import BylawJSON
import Foundation
import Testing

@Suite("Limits of JSON")
struct JSONLimitsTests {
    private func code(_ text: String, _ limits: JSONLimits) -> String? {
        do throws(JSONError) {
            _ = try JSONValue.parse(text, limits: limits)
            return nil
        } catch {
            return error.code
        }
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test("nesting stops behind its limit, also where that is more than a machine word of levels")
    func depth() {
        for depth in [0, 1, 2, 63, 64, 65, 127, 128, 129, 300, JSONLimits.greatestDepth] {
            let limits = JSONLimits(depth: depth)
            #expect(code(depth == 0 ? "1" : nested(depth), limits) == nil, "\(depth)")
            #expect(code(nested(depth + 1), limits) == "too-deep", "\(depth)")
        }
        #expect(code(nested(64), .default) == nil)
        #expect(code(nested(65), .default) == "too-deep")
    }

    @Test("objects and arrays are told apart at every depth")
    func kinds() throws {
        for depth in [1, 63, 64, 65, 130] {
            let open = (0..<depth).map { $0.isMultiple(of: 3) ? "{\"a\":" : "[" }.joined()
            let close = (0..<depth).reversed().map { $0.isMultiple(of: 3) ? "}" : "]" }.joined()
            let limits = JSONLimits(depth: 200)
            #expect(code(open + "1" + close, limits) == nil, "\(depth)")
            #expect(code(open + "1" + String(close.dropFirst()) + "]", limits) == "json-syntax", "\(depth)")
        }
    }

    @Test("no limits are deeper than is safe to release")
    func greatestDepth() {
        #expect(JSONLimits(depth: .max).depth == JSONLimits.greatestDepth)
        #expect(code(String(repeating: "[", count: 1_000_000), JSONLimits(depth: .max)) == "too-deep")
        #expect(code(String(repeating: "{\"a\":", count: 1_000_000), JSONLimits(depth: .max)) == "too-deep")
    }

    @Test("bytes, values and members stop behind their limits")
    func counts() {
        #expect(code("[1,2]", JSONLimits(bytes: 5)) == nil)
        #expect(code("[1,2] ", JSONLimits(bytes: 5)) == "too-large")
        #expect(code("[1,2]", JSONLimits(values: 3)) == nil)
        #expect(code("[1,2]", JSONLimits(values: 2)) == "too-many-values")
        #expect(code("[1,[2,3],4]", JSONLimits(members: 3)) == nil)
        #expect(code("[1,[2,3],4]", JSONLimits(members: 2)) == "too-many-members")
        #expect(code(#"{"a":1,"b":[]}"#, JSONLimits(members: 2)) == nil)
        #expect(code(#"{"a":1,"b":[]}"#, JSONLimits(members: 1)) == "too-many-members")
    }

    @Test("a negative limit is zero")
    func negative() {
        #expect(
            JSONLimits(depth: -1, bytes: -1, members: -1, values: -1)
                == JSONLimits(depth: 0, bytes: 0, members: 0, values: 0))
        #expect(code("1", JSONLimits(bytes: -1)) == "too-large")
    }

    @Test("the deepest value is read, written and released on the small stack of a secondary thread")
    func smallStack() async {
        let text = nested(JSONLimits.greatestDepth)
        let written = await withCheckedContinuation { continuation in
            let thread = Thread {
                var writer = JSONWriter()
                if let value = try? JSONValue.parse(text, limits: JSONLimits(depth: .max)) { writer.value(value) }
                continuation.resume(returning: writer.text)
            }
            thread.stackSize = 512 << 10
            thread.start()
        }
        #expect(written == text)
    }
}
