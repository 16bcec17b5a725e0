import Foundation

// libFuzzer has the entry point of the process, and calls these two:
// `BYLAW_FUZZ_TARGET=json bylaw-fuzz [libFuzzer's options] [corpus]`.

/// Called once. Makes the target ready.
///
/// With `BYLAW_FUZZ_SEEDS=folder` it writes what to begin with instead, the folder `corpus` and the file `words`; without a
/// target it lists them. `Scripts/fuzz` does it all.
@_cdecl("LLVMFuzzerInitialize")
func initialize(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> Int32 {
    let environment = ProcessInfo.processInfo.environment
    guard let name = environment["BYLAW_FUZZ_TARGET"] else {
        for name in Targets.all.keys.sorted() { print(name) }
        exit(0)
    }
    guard let target = Targets.all[name] else {
        FileHandle.standardError.write(Data("there is no target `\(name)`\n".utf8))
        exit(2)
    }
    if let folder = environment["BYLAW_FUZZ_SEEDS"] {
        do {
            try Seeds.write(target, to: URL(filePath: folder))
            exit(0)
        } catch {
            FileHandle.standardError.write(Data("the seeds cannot be written: \(error)\n".utf8))
            exit(2)
        }
    }
    Targets.running = target.init()
    return 0
}

/// Called with one input after the other.
@_cdecl("LLVMFuzzerTestOneInput")
func exercise(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    Targets.running?.exercise(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
