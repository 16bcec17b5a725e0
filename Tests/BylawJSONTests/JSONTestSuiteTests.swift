import BylawJSON
import BylawTestSupport
import Foundation
import Testing

/// The published suite of JSON texts, each of which must be accepted, must be rejected, or may be either.
@Suite("JSON test suite", .enabled(if: SharedData.isPresent("data/json-test-suite.json")))
struct JSONTestSuiteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let expectation: String
        let bytes: [UInt8]

        var testDescription: String { name }
    }

    /// The suite holds RFC 8259 to the letter, where equal keys are only discouraged. The reader follows it; a tree
    /// cannot hold both, and which of them a program means is a guess that Bylaw does not make.
    static let refusedDuplicates: Set<String> = [
        "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
    ]

    @Test("the reader accepts what must be accepted and rejects what must be rejected")
    func grammar() throws {
        let cases = try Self.cases()
        for test in cases where test.expectation != "either" {
            #expect(Self.isWellFormed(test.bytes) == (test.expectation == "accept"), "\(test.name)")
        }
        #expect(cases.filter { $0.expectation == "accept" }.count == 95)
        #expect(cases.filter { $0.expectation == "reject" }.count == 187)
    }

    @Test("a tree is made of every accepted text without equal keys")
    func trees() throws {
        for test in try Self.cases() where test.expectation != "either" {
            do throws(JSONError) {
                let value = try JSONValue.parse(test.bytes)
                #expect(test.expectation == "accept", "\(test.name)")
                var writer = JSONWriter()
                writer.value(value)
                let again = try JSONValue.parse(writer.bytes)
                #expect(sameContent(value, again), "\(test.name)")
            } catch {
                let isDuplicate = Self.refusedDuplicates.contains(test.name)
                #expect(test.expectation == "reject" || isDuplicate, "\(test.name): \(error)")
                #expect((error.code == "duplicate-key") == isDuplicate, "\(test.name): \(error)")
                #expect((0...test.bytes.count).contains(error.offset), "\(test.name): \(error)")
            }
        }
    }

    @Test("what may be either: numbers of any size are kept, whatever is not UTF-8 or a whole character is refused")
    func either() throws {
        for test in try Self.cases() where test.expectation == "either" {
            let isNumber = test.name.hasPrefix("i_number")
            #expect(Self.isWellFormed(test.bytes) == isNumber, "\(test.name)")
        }
    }

    static func isWellFormed(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            do {
                try reader.skipValue()
                return try reader.next() == .end
            } catch {
                return false
            }
        }
    }

    static func cases() throws -> [Case] {
        let url = try #require(SharedData.url("data/json-test-suite.json"))
        let suite = try JSONValue.parse([UInt8](Data(contentsOf: url)))
        return try #require(suite.elements).map { entry in
            let base64 = try #require(entry["base64"]?.string)
            return Case(
                name: try #require(entry["name"]?.string), expectation: try #require(entry["expect"]?.string),
                bytes: [UInt8](try #require(Data(base64Encoded: base64))))
        }
    }
}
