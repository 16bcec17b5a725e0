import Foundation

/// How much memory the process holds.
enum ResidentMemory {
    /// In bytes; nil where the system does not tell.
    static var bytes: Int? {
        #if canImport(Darwin)
            var info = mach_task_basic_info()
            var count = mach_msg_type_number_t(MemoryLayout<mach_task_basic_info>.size / MemoryLayout<natural_t>.size)
            let result = withUnsafeMutablePointer(to: &info) { info in
                info.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
                    task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
                }
            }
            return result == KERN_SUCCESS ? Int(info.resident_size) : nil
        #else
            // In pages: all of it, then what is in memory.
            guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
            return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map {
                $0 * sysconf(Int32(_SC_PAGESIZE))
            }
        #endif
    }
}

/// Samples of the memory, and whether it grows.
struct MemoryCurve {
    private(set) var samples: [Int] = []

    mutating func sample() {
        if let bytes = ResidentMemory.bytes { samples.append(bytes) }
    }

    /// The median of the first and of the last fifth of what came after the warm-up, which is the first fifth of all:
    /// single samples jump, as policies are made and dropped.
    var ends: (start: Int, end: Int)? {
        let warm = samples.dropFirst(samples.count / 5)
        let width = warm.count / 5
        guard width > 0 else { return nil }
        return (Self.median(warm.prefix(width)), Self.median(warm.suffix(width)))
    }

    private static func median(_ samples: some Sequence<Int>) -> Int {
        let sorted = samples.sorted()
        return sorted[sorted.count / 2]
    }
}
