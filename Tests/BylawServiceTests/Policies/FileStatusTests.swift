import Foundation
import Testing

@testable import BylawService

@Suite("The status of a file") struct FileStatusTests {
    @Test("tells a later change only once the file system's clock has gone on")
    func settles() throws {
        let folder = try TemporaryFolder(["a": "text"])
        let status = try #require(FileStatus(of: folder.path("a")))
        #expect(!status.isSettled(at: Date()))
        #expect(status.isSettled(at: Date(timeIntervalSinceNow: 3)))
    }

    @Test("is another after a change, even where the time of the change is set back")
    func changes() throws {
        let folder = try TemporaryFolder(["a": "text"])
        let status = try #require(FileStatus(of: folder.path("a")))
        #expect(FileStatus(of: folder.path("a")) == status)
        let time = try FileManager.default.attributesOfItem(atPath: folder.path("a"))[.modificationDate]
        // Longer than the clock of any file system in use on the machine takes.
        usleep(20_000)
        try folder.write("next", to: "a")
        try FileManager.default.setAttributes(
            [.modificationDate: try #require(time)], ofItemAtPath: folder.path("a"))
        #expect(FileStatus(of: folder.path("a")) != status)
        #expect(FileStatus(of: folder.path("b")) == nil)
    }
}
