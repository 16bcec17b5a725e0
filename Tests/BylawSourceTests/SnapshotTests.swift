import BylawTestSupport
import Foundation
import Testing

@Suite("Snapshots")
struct SnapshotTests {
    @Test("a snapshot that is missing or differs is told, one that is recorded holds")
    func differences() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: "a.txt")
        #expect(Snapshot.difference(of: "1\n2\n", from: url, isRecording: false)?.contains("no snapshot") == true)
        #expect(Snapshot.difference(of: "1\n2\n", from: url, isRecording: true) == "recorded a.txt")
        #expect(Snapshot.difference(of: "1\n2\n", from: url, isRecording: false) == nil)
        #expect(Snapshot.difference(of: "1\n2\n", from: url, isRecording: true) == nil)
        let difference = Snapshot.difference(of: "1\n3\n", from: url, isRecording: false)
        #expect(difference?.hasPrefix("line 2 was `2`, is `3`") == true)
        #expect(
            Snapshot.difference(of: "1\n2", from: url, isRecording: false)?.hasPrefix("line 3 was ``, is the end")
                == true)
        #expect(Snapshot.difference(of: "1\r\n2\r\n", from: url, isRecording: false) != nil)
    }
}
