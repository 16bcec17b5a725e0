import BylawTestSupport
import Foundation
import Testing

@Suite("bylaw bundle")
struct BundleTests {
    private static func folder() throws -> TemporaryFolder {
        try TemporaryFolder([
            "p/a.yaml": SamplePolicy.text(), "request.json": SamplePolicy.request("r", visibility: "private"),
            "mine.pem": TestKeys.signing, "mine.pub": TestKeys.verifying,
            "other.pem": TestKeys.otherSigning, "other.pub": TestKeys.otherVerifying,
        ])
    }

    private static func secret(_ name: String, in folder: TemporaryFolder) throws -> Substring {
        try #require(try folder.text(name).split(separator: "\n").dropFirst().first).suffix(20)
    }

    @Test("a folder is packed, signed, verified, and judged by as the folder is")
    func roundTrip() throws {
        let folder = try Self.folder()
        let packed = try CommandRun.bylaw(
            "bundle", "p", "--output", "p.bundle", "--key", "mine.pem", "--format", "json", in: folder.root)
        #expect(packed.status == 0 && packed.errors.isEmpty)
        let verified = try CommandRun.bylaw("bundle", "verify", "p.bundle", "--public", "mine.pub", in: folder.root)
        #expect(verified.status == 0)
        let digest = try #require(packed.output.firstMatch(of: /"digest": "(sha256:[0-9a-f]{64})"/)).1
        #expect(verified.output.contains("digest: \(digest)") && verified.output.contains("verified by: sha256:"))
        let plain = try CommandRun.bylaw("judge", "--policies", "p", "request.json", in: folder.root)
        let bundled = try CommandRun.bylaw(
            "judge", "--policies", "p.bundle", "--require-signature", "other.pub", "--require-signature", "mine.pub",
            "request.json", in: folder.root)
        #expect(bundled.status == 0 && bundled.output == plain.output)
        #expect(plain.output.contains("\"policies\": \"\(digest)\""))
        let checked = try CommandRun.bylaw(
            "check", "p.bundle", "--strict", "--require-signature", "mine.pub", in: folder.root)
        #expect(checked.status == 0 && checked.output == "1 policy, no errors\n")
    }

    @Test("where a signature is asked for, nothing else is judged or checked")
    func refusals() throws {
        let folder = try Self.folder()
        for arguments in [
            ["--output", "unsigned.bundle"], ["--output", "other.bundle", "--key", "other.pem"],
            ["--output", "changed.bundle", "--key", "mine.pem"],
        ] {
            let run = try CommandRun.shell("bylaw bundle p " + arguments.joined(separator: " "), in: folder.root)
            #expect(run.status == 0, "\(run.errors)")
        }
        let whole = try folder.text("changed.bundle")
        try folder.write(Data(whole.replacing("then: deny", with: "then: allow").utf8), to: "changed.bundle")
        for (path, code) in [
            ("p", "not-signed"), ("p/a.yaml", "not-signed"), ("unsigned.bundle", "not-signed"),
            ("other.bundle", "not-signed"), ("changed.bundle", "damaged-bundle"), ("nowhere", "missing-file"),
        ] {
            for command in ["judge --policies", "check", "check --strict"] {
                let run = try CommandRun.shell(
                    "bylaw \(command) \(path) --require-signature mine.pub < request.json", in: folder.root)
                #expect(run.status == 2, "\(command) \(path)")
                #expect(run.output.isEmpty && run.errors.contains("error[\(code)]"), "\(run.errors)")
            }
        }
        // A bundle that was changed is refused where nobody asks for a signature too.
        let run = try CommandRun.bylaw("judge", "--policies", "changed.bundle", "request.json", in: folder.root)
        #expect(run.status == 2 && run.output.isEmpty)
        let verify = try CommandRun.bylaw("bundle", "verify", "other.bundle", "--public", "mine.pub", in: folder.root)
        #expect(verify.status == 1 && verify.errors.contains("error[not-signed]"))
    }

    @Test("a private key shows itself nowhere, whatever it is given for")
    func secrets() throws {
        let folder = try Self.folder()
        let secret = try Self.secret("mine.pem", in: folder)
        _ = try CommandRun.bylaw("bundle", "p", "--output", "p.bundle", "--key", "mine.pem", in: folder.root)
        #expect(try !folder.text("p.bundle").contains(secret))
        for (line, message) in [
            ("bundle verify p.bundle --public mine.pem", "`mine.pem`: this is a private key, where a public one is"),
            ("judge --policies p --require-signature mine.pem request.json", "`mine.pem`: this is a private key"),
            ("check p.bundle --require-signature mine.pem --format json", "`mine.pem`: this is a private key"),
            ("bundle p --output q.bundle --key mine.pub", "`mine.pub`: this is a public key, where a private one is"),
            ("bundle p --output q.bundle --key request.json", "`request.json`: this is no Ed25519 key in PEM"),
            ("bundle mine.pem --output q.bundle", "mine.pem"), ("bundle verify mine.pem --public mine.pub", "mine.pem"),
        ] {
            let run = try CommandRun.shell("bylaw \(line)", in: folder.root)
            #expect(run.status != 0, "\(line)")
            #expect((run.output + run.errors).contains(message), "\(run.errors)")
            #expect(!(run.output + run.errors).contains(secret), "\(line)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.url("q.bundle").path))
    }

    @Test("what is there is kept, unless it is to be written over; what does not load is not packed")
    func files() throws {
        let folder = try Self.folder()
        try folder.write(Data("mine".utf8), to: "kept")
        let kept = try CommandRun.bylaw("bundle", "p", "--output", "kept", in: folder.root)
        #expect(kept.status == 2 && kept.errors.contains("error[already-there]"))
        #expect(try folder.text("kept") == "mine")
        #expect(try CommandRun.bylaw("bundle", "p", "--output", "kept", "--force", in: folder.root).status == 0)
        #expect(try folder.text("kept").hasPrefix(#"{"bylaw-bundle":1,"#))
        try folder.write(Data("bylaw: 1\npolicy: x\n".utf8), to: "broken/a.yaml")
        let broken = try CommandRun.bylaw("bundle", "broken", "--output", "b", in: folder.root)
        #expect(broken.status == 1 && broken.errors.contains("error[missing-key]"))
        let nowhere = try CommandRun.bylaw("bundle", "p", "--output", "none/x", in: folder.root)
        #expect(nowhere.status == 2 && nowhere.errors.contains("error[unwritable]"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.root.path).sorted()
        #expect(names == ["broken", "kept", "mine.pem", "mine.pub", "other.pem", "other.pub", "p", "request.json"])
    }

    @Test("fixtures are replayed by a bundle as by the folder")
    func fixtures() throws {
        let folder = try Self.folder()
        try folder.write(
            Data(
                """
                bylaw: 1
                policies: p.bundle
                now: 2024-09-01T10:00:00+09:00
                given:
                  actor: { type: member, id: u, roles: [] }
                  action: { name: post, text: hello }
                  resource: { type: circle, id: c, visibility: private }
                cases: [{ name: closed, expect: { outcome: deny } }]

                """.utf8), to: "fixture.yaml")
        _ = try CommandRun.bylaw("bundle", "p", "--output", "p.bundle", in: folder.root)
        let run = try CommandRun.bylaw("test", "fixture.yaml", in: folder.root)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
}
